import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OnrecordError } from '../errors.ts'
import { rows as rowsOf } from '../record/fixture.ts'
import { openRecord } from '../record/index.ts'
import type { Input } from '../sources/index.ts'
import { type Enqueued, enqueue } from './enqueue.ts'
import { failedBatches, retryFailed } from './failed.ts'
import { numbered, type Postgres, startPostgres, stub } from './fixture.ts'
import { lapse, renewLease, takeLease } from './lease.ts'
import { openQueue, type Queue } from './open.ts'
import { prometheusText, statusOf } from './status.ts'
import { type WorkEvent, type WorkOptions, work } from './work.ts'

let postgres: Postgres
let queues = 0
const opened: Queue[] = []
beforeAll(async () => {
  postgres = await startPostgres()
}, 120_000)
afterAll(async () => {
  for (const queue of opened) await queue.close()
  await postgres?.remove()
}, 60_000)

async function newQueue(): Promise<Queue> {
  const queue = await openQueue(postgres.url, `news-${queues++}`)
  opened.push(queue)
  return queue
}
const newRecord = () => join(mkdtempSync(join(tmpdir(), 'onrecord-queue-')), 'record')
const put = (queue: Queue, inputs: AsyncIterable<Input>, batch = 4): Promise<Enqueued> =>
  enqueue(queue, inputs, { batch, retries: 1 })

/** Has a worker empty the queue: what it told. */
async function empty(queue: Queue, record: string, given: Partial<WorkOptions> = {}): Promise<WorkEvent[]> {
  const events: WorkEvent[] = []
  const onEvent = (event: WorkEvent) => event.kind !== 'waiting' && events.push(event)
  await work(queue, { record, read: stub, width: 2, reader: '1.0', untilEmpty: true, onEvent, ...given })
  return events
}

const rows = async (record: string, sql: string) => rowsOf(await openRecord(record), sql)

async function* these(...inputs: Input[]) {
  yield* inputs
}

describe('the queue', { timeout: 120_000 }, () => {
  test('what was queued is passed over, however it is cut', async () => {
    const queue = await newQueue()
    expect(await put(queue, numbered(10))).toEqual({ batches: 3, queued: 10, known: 0 })
    expect(await put(queue, numbered(12), 5)).toEqual({ batches: 1, queued: 2, known: 10 })
    expect((await statusOf(queue)).batches).toEqual({ waiting: 4, reading: 0, done: 0, failed: 0 })
  })

  test('a worker reads all into the record, a segment a batch; to queue again adds nothing', async () => {
    const [queue, record] = [await newQueue(), newRecord()]
    await put(queue, numbered(10))
    const events = await empty(queue, record)
    expect(events.map((it) => it.kind === 'done' && it.added.added).sort()).toEqual([2, 4, 4])
    const { manifest } = await openRecord(record)
    expect(manifest.segments).toHaveLength(3)
    expect(await rows(record, 'SELECT count(*), count(DISTINCT id) FROM documents')).toEqual([['10', '10']])
    const told = await queue.query<{ segment: string }>('SELECT segment FROM onrecord.segment WHERE queue = $1', [
      queue.name,
    ])
    expect(told.map(({ segment }) => segment).sort()).toEqual(manifest.segments.map(({ id }) => id).sort())
    await put(queue, numbered(10))
    expect(await empty(queue, record)).toEqual([])
    const { articles, left } = await statusOf(queue)
    expect([articles, left]).toEqual([{ waiting: 0, reading: 0, done: 10, failed: 0 }, expect.any(Number)])
  })

  test('bytes, texts, faults and what an input says of itself come through as they went in', async () => {
    const [queue, record] = [await newQueue(), newRecord()]
    const bytes = new Uint8Array([0xff, 0xfe, 0x41, 0])
    const inputs: Input[] = [
      { uri: 'a.html', format: 'html', body: { kind: 'html', data: bytes }, contentType: 'text/html', id: '7' },
      { uri: 'gone.txt', format: 'text', error: new OnrecordError('E_NOT_FOUND', 'It is not there.') },
    ]
    await put(queue, these(...inputs))
    const seen: Input[] = []
    await empty(queue, record, {
      read: async (input) => {
        seen.push(input)
        const { code, message } = input.error ?? { code: 'E_EMPTY', message: 'Nothing.' }
        return { ...(await stub(input)), errors: [{ code, message }] }
      },
    })
    expect(seen).toEqual(inputs)
    expect(await rows(record, 'SELECT code FROM errors ORDER BY 1')).toEqual([['E_EMPTY'], ['E_NOT_FOUND']])
  })

  test('a batch that fails is tried again, then put aside, told of, and queued again when asked', async () => {
    const [queue, record] = [await newQueue(), newRecord()]
    await put(queue, these({ uri: 'x.txt', format: 'text', body: { kind: 'text', data: 'stuck' } }))
    await put(queue, numbered(1))
    const events = await empty(queue, record)
    expect(events.map(({ kind }) => kind).sort()).toEqual(['done', 'failed', 'failed'])
    const [failed] = await failedBatches(queue)
    expect(failed).toMatchObject({ articles: 1, fault: 'stuck' })
    expect((await statusOf(queue)).batches).toEqual({ waiting: 0, reading: 0, done: 1, failed: 1 })
    expect(await retryFailed(queue, ['no-such-batch'])).toBe(0)
    expect(await retryFailed(queue, [failed!.batch.slice(0, 8)])).toBe(1)
    const read: WorkOptions['read'] = async (input) => stub({ ...input, body: { kind: 'text', data: 'mended' } })
    expect((await empty(queue, record, { read })).map(({ kind }) => kind)).toEqual(['done'])
    expect(await failedBatches(queue)).toEqual([])
  })

  test('a lease that ended is nobody’s: the batch goes to another, and who had it may change nothing', async () => {
    const [queue, record] = [await newQueue(), newRecord()]
    await put(queue, numbered(3))
    const stale = (await takeLease(queue, 'sleeper', 0))!
    expect(await lapse(queue)).toBe(1)
    expect(await renewLease(queue, queue, stale, 60)).toBe(false)
    expect((await empty(queue, record)).map(({ kind }) => kind)).toEqual(['done'])
    const [told] = await queue.query<{ token: string }>('SELECT token FROM onrecord.segment WHERE queue = $1', [
      queue.name,
    ])
    expect(Number(told!.token)).toBeGreaterThan(Number(stale.token))
  })

  test('a worker that wakes up late, its batch long read by another, adds nothing', async () => {
    const [queue, record] = [await newQueue(), newRecord()]
    await put(queue, numbered(4))
    const events: WorkEvent[] = []
    let slept = false
    const read: WorkOptions['read'] = async (input) => {
      if (!slept) {
        slept = true
        await queue.query("UPDATE onrecord.lease SET until = now() - interval '1 second' WHERE queue = $1", [
          queue.name,
        ])
        // By this worker, or by the one that sleeps here: it has room for a second batch.
        events.push(...(await empty(queue, record)))
      }
      return stub(input)
    }
    events.push(...(await empty(queue, record, { read })))
    expect(events.map(({ kind }) => kind).sort()).toEqual(['done', 'lost'])
    expect((await openRecord(record)).manifest.segments).toHaveLength(1)
    expect(await rows(record, 'SELECT count(*) FROM documents')).toEqual([['4']])
  })

  test('a batch that is on record, the end of its job not (PostgreSQL went away just then), is closed and not added again', async () => {
    const [queue, record] = [await newQueue(), newRecord()]
    await put(queue, numbered(4))
    const broken: Queue = {
      ...queue,
      transaction: (run) =>
        queue.transaction(async (client) => {
          const result = await run(client)
          const [told] = await client.query('SELECT FROM onrecord.segment WHERE queue = $1', [queue.name])
          if (told) throw new Error('Connection terminated unexpectedly')
          return result
        }),
    }
    const stop = new AbortController()
    const onEvent = ({ kind }: WorkEvent) => kind === 'failed' && stop.abort()
    await work(broken, { record, read: stub, width: 2, reader: '1.0', onEvent, signal: stop.signal })
    const { manifest } = await openRecord(record)
    expect(manifest.segments).toHaveLength(1)
    const events = await empty(queue, record)
    expect(events).toMatchObject([{ kind: 'done', added: { added: 0, known: 4 } }])
    expect((await openRecord(record)).manifest).toEqual(manifest)
  })

  test('a worker told to stop finishes what it has in hand and takes no more', async () => {
    const [queue, record] = [await newQueue(), newRecord()]
    await put(queue, numbered(20), 2)
    const stop = new AbortController()
    const read: WorkOptions['read'] = async (input) => {
      stop.abort()
      return stub(input)
    }
    const events = await empty(queue, record, { read, signal: stop.signal })
    expect(events.map(({ kind }) => kind)).not.toContain('failed')
    const { batches } = await statusOf(queue)
    expect(batches.reading).toBe(0)
    expect(batches.done).toBe(events.length)
    expect(batches.waiting).toBe(10 - events.length)
  })

  test('a fault that every batch would meet ends the worker and leaves the batch to others', async () => {
    const [queue, record] = [await newQueue(), newRecord()]
    await put(queue, numbered(2))
    const read: WorkOptions['read'] = async (input) => ({
      ...(await stub(input)),
      errors: [{ code: 'E_MODEL_MISSING', message: 'There is no model.' }],
    })
    await expect(empty(queue, record, { read })).rejects.toMatchObject({ code: 'E_MODEL_MISSING' })
    expect((await empty(queue, record)).map(({ kind }) => kind)).toEqual(['done'])
  })

  test('Prometheus is told the same', async () => {
    const queue = await newQueue()
    await put(queue, numbered(5))
    const text = prometheusText(await statusOf(queue))
    expect(text).toContain(`onrecord_articles{queue="${queue.name}",state="waiting"} 5\n`)
    expect(text).toContain('# TYPE onrecord_batches gauge\n')
  })

  test('where PostgreSQL is not, the error says where it was looked for, without the password', async () => {
    const opening = openQueue('postgres://me:secret@127.0.0.1:1/news', 'news')
    await expect(opening).rejects.toMatchObject({
      code: 'E_QUEUE',
      message: expect.stringContaining('me@127.0.0.1:1/news'),
    })
  })
})
