/** Inputs into the queue: each once, batch by batch, so that a run which is killed goes on where it stopped. */
import { keyOf } from '../record/index.ts'
import type { Input } from '../sources/index.ts'
import { batchId, cut, type Keyed, pack, sizeOf } from './batch.ts'
import { type Client, jobOptions, type Queue } from './open.ts'

export interface EnqueueOptions {
  /** The most articles of a batch. */
  batch: number
  /** How often a batch is tried again before it is put aside. */
  retries: number
  /** The inputs are finished body text. */
  plain?: boolean
  signal?: AbortSignal
  onBatch?(enqueued: Enqueued): void
}

/** How many inputs became what. */
export interface Enqueued {
  batches: number
  queued: number
  /** Queued before: passed over. */
  known: number
}

/**
 * Puts inputs into the queue. What was queued before, by whatever cut, is passed over.
 *
 * @throws what PostgreSQL says
 */
export async function enqueue(queue: Queue, inputs: AsyncIterable<Input>, options: EnqueueOptions): Promise<Enqueued> {
  const { batch: most, plain = false, signal, onBatch } = options
  const total: Enqueued = { batches: 0, queued: 0, known: 0 }
  async function* keyed(): AsyncGenerator<Keyed> {
    for await (const input of inputs) {
      if (signal?.aborted) return
      yield { input, key: keyOf(input, plain ? 'plain' : '') }
    }
  }
  for await (const items of cut(keyed(), most)) {
    const queued = await queue.transaction((client) => put(queue, client, items, options))
    if (queued > 0) total.batches += 1
    total.queued += queued
    total.known += items.length - queued
    onBatch?.(total)
  }
  return total
}

/** Queues those of some inputs that are new, and says how many. */
async function put(queue: Queue, client: Client, items: readonly Keyed[], options: EnqueueOptions): Promise<number> {
  const { name, boss } = queue
  const found = await client.query<{ key: string }>(
    'INSERT INTO onrecord.input SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING RETURNING key',
    [name, [...new Set(items.map(({ key }) => key))]],
  )
  const wanted = new Set(found.map(({ key }) => key))
  const fresh = items.filter(({ key }) => wanted.delete(key))
  if (fresh.length === 0) return 0
  const id = batchId(fresh)
  const bytes = fresh.reduce((sum, { input }) => sum + sizeOf(input), 0)
  await client.query(
    'INSERT INTO onrecord.batch (queue, id, articles, bytes, plain, retries, inputs) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [name, id, fresh.length, bytes, options.plain ?? false, options.retries, pack(fresh.map(({ input }) => input))],
  )
  await boss.send(name, { batch: id }, { ...jobOptions, retryLimit: options.retries, db: client })
  return fresh.length
}
