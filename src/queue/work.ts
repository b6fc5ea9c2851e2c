/** A worker: takes batch after batch, reads it, and puts it into the shared record together with the end of its job. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { OnrecordError } from '../errors.ts'
import type { Reading } from '../reading.ts'
import { openWriter } from '../record/index.ts'
import type { Input } from '../sources/index.ts'
import { type Added, addInputs, inOrder } from '../workers/index.ts'
import { endLease, giveBack, holdLease, type Lease, lapse, renewLease, takeLease } from './lease.ts'
import { type Client, type Queue, reasonOf } from './open.ts'

export interface WorkOptions {
  /** The folder of the record, which all workers share. */
  record: string
  /** Reads one input; its faults are in the reading. Called for several inputs at once. */
  read(input: Input, plain: boolean): Promise<Reading>
  /** How many inputs to read at once. */
  width: number
  /** Version of the reader, kept with every row. */
  reader: string
  /** Seconds after which a worker that is not heard of has lost its batch. */
  lease?: number
  /** End when nothing waits and nobody reads. */
  untilEmpty?: boolean
  /** Takes no further batch; what is in hand is finished. */
  signal?: AbortSignal
  onEvent?(event: WorkEvent): void
}

/** done: a batch is on record. lost: it was read, but its lease had ended, and another has it. failed: given back, to be tried again. */
export type WorkEvent =
  | { kind: 'done'; batch: string; added: Added; articles: number; seconds: number }
  | { kind: 'lost'; batch: string }
  | { kind: 'failed'; batch: string; fault: string }
  | { kind: 'waiting'; fault?: string }

export const DEFAULT_LEASE = 120
/** While one batch is written, the next is read: two in hand keep all threads busy. */
const IN_HAND = 2
/** The lease is renewed this often while it runs, so that one beat may be lost, or two. */
const BEATS = 4
const POLL_MS = 500
/** After a fault of PostgreSQL or of the disk; longer each time, up to this. */
const LONGEST_WAIT_MS = 15_000

/**
 * Works until told to stop, or until the queue is empty. PostgreSQL may go away and come back.
 *
 * @throws OnrecordError a fault that every batch would meet: of the installation, the disk, the record
 */
export async function work(queue: Queue, options: WorkOptions): Promise<void> {
  const worker = `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`
  const ended = new AbortController()
  const signal = AbortSignal.any([ended.signal, ...(options.signal ? [options.signal] : [])])
  const lanes = Array.from({ length: IN_HAND }, () =>
    lane(queue, worker, { ...options, signal }).catch((error) => {
      ended.abort()
      throw error
    }),
  )
  const outcomes = await Promise.allSettled(lanes)
  const fault = outcomes.find((it) => it.status === 'rejected')
  if (fault) throw fault.reason
}

/** Batch after batch, one at a time. */
async function lane(queue: Queue, worker: string, options: WorkOptions): Promise<void> {
  const { lease: seconds = DEFAULT_LEASE, untilEmpty, signal, onEvent } = options
  let faults = 0
  while (!signal?.aborted) {
    try {
      await lapse(queue)
      const lease = await takeLease(queue, worker, seconds)
      faults = 0
      if (lease) await readBatch(queue, worker, lease, options)
      else if (untilEmpty && (await isEmpty(queue))) return
      else {
        onEvent?.({ kind: 'waiting' })
        await pause(POLL_MS, signal)
      }
    } catch (error) {
      if (error instanceof OnrecordError) throw error
      faults += 1
      onEvent?.({ kind: 'waiting', fault: reasonOf(error) })
      await pause(Math.min(LONGEST_WAIT_MS, POLL_MS * 2 ** faults), signal)
    }
  }
}

const pause = (ms: number, signal?: AbortSignal): Promise<unknown> => sleep(ms, undefined, { signal }).catch(() => {})

async function isEmpty({ query, name }: Queue): Promise<boolean> {
  const open = await query(
    'SELECT 1 FROM onrecord.batch WHERE queue = $1 AND done IS NULL AND failed IS NULL LIMIT 1',
    [name],
  )
  return open.length === 0
}

async function readBatch(queue: Queue, worker: string, lease: Lease, options: WorkOptions): Promise<void> {
  const { lease: seconds = DEFAULT_LEASE, onEvent } = options
  const { batch, inputs } = lease
  const began = performance.now()
  const beat = startBeat(queue, lease, seconds)
  try {
    const readings = await readAll(lease, options)
    const added = await kept(() => keep(queue, worker, lease, readings, beat, options))
    const event = { batch, articles: inputs.length, seconds: (performance.now() - began) / 1000 }
    onEvent?.(added ? { kind: 'done', added, ...event } : { kind: 'lost', batch })
  } catch (error) {
    const fault = reasonOf(error)
    onEvent?.({ kind: 'failed', batch, fault })
    // Where PostgreSQL is away the lease lapses by itself.
    await giveBack(queue, lease, fault)
    if (error instanceof OnrecordError) throw error
  } finally {
    await beat.stop()
  }
}

/** Tries again for as long as another has the record. */
async function kept<Result>(keep: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await keep()
    } catch (error) {
      if (!(error instanceof OnrecordError && error.code === 'E_LOCKED')) throw error
    }
  }
}

async function readAll({ inputs, plain }: Lease, { read, width }: WorkOptions): Promise<Map<Input, Reading>> {
  const readings = new Map<Input, Reading>()
  async function* stream() {
    yield* inputs
  }
  const answers = inOrder(stream(), async (input) => ({ input, reading: await read(input, plain) }), width)
  for await (const { input, reading } of answers) readings.set(input, reading)
  return readings
}

/**
 * Puts a batch into the record and ends its job. In one transaction: the lease is held, so that it cannot lapse; the segment is
 * written, put in place and listed in the manifest; job, batch and lease are closed. When the transaction fails after the manifest
 * was replaced, the batch is read again, and every input of it is found to be known: nothing is added twice.
 *
 * One worker at a time, first by a lock of PostgreSQL (between machines), then by the record's own (also against `onrecord add`).
 *
 * @returns undefined when the lease was lost
 */
function keep(
  queue: Queue,
  worker: string,
  lease: Lease,
  readings: ReadonlyMap<Input, Reading>,
  beat: Beat,
  { record, reader, lease: seconds = DEFAULT_LEASE, width }: WorkOptions,
): Promise<Added | undefined> {
  return queue.transaction(async (client) => {
    // A worker that stands still here would hold up all others.
    await client.query(`SET LOCAL idle_in_transaction_session_timeout = ${Math.ceil(seconds * 1000)}`)
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`onrecord ${queue.name}`])
    const writer = await openWriter(record, seconds / BEATS)
    try {
      beat.on(client)
      if (!(await holdLease(queue, client, lease))) return undefined
      const began = performance.now()
      const before = new Set(writer.record.manifest.segments.map(({ id }) => id))
      async function* stream() {
        yield* lease.inputs
      }
      const added = await addInputs(writer, stream(), {
        read: async (input) => readings.get(input)!,
        width,
        reader,
        how: lease.plain ? 'plain' : '',
        // The whole batch in one segment: readers see all of it or none.
        batch: Number.POSITIVE_INFINITY,
      })
      const [segment] = writer.record.manifest.segments.filter(({ id }) => !before.has(id))
      await close(queue, client, lease, [
        segment?.id ?? null,
        lease.token,
        worker,
        added.added,
        (performance.now() - began) / 1000,
      ])
      return added
    } finally {
      beat.on(queue)
      writer.close()
    }
  })
}

/** Closes job, batch and lease. The inputs are on record: they are not kept twice. */
async function close(queue: Queue, client: Client, lease: Lease, told: readonly unknown[]): Promise<void> {
  const { name, boss } = queue
  await client.query(
    `INSERT INTO onrecord.segment (queue, batch, segment, token, worker, added, seconds)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [name, lease.batch, ...told],
  )
  await client.query(
    'UPDATE onrecord.batch SET done = clock_timestamp(), failed = NULL, fault = NULL, inputs = NULL WHERE queue = $1 AND id = $2',
    [name, lease.batch],
  )
  await boss.complete(name, lease.job, {}, { db: client })
  await endLease(queue, client, lease)
}

interface Beat {
  /** From here on by this connection: within a transaction that holds the row of the lease, by that one. */
  on(connection: Pick<Queue, 'query'>): void
  stop(): Promise<void>
}

/** Renews a lease while its batch is worked on. A beat that is lost is met where the lease is needed. */
function startBeat(queue: Queue, lease: Lease, seconds: number): Beat {
  let on: Pick<Queue, 'query'> = queue
  let last: Promise<unknown> = Promise.resolve()
  const timer = setInterval(
    () => {
      last = renewLease(queue, on, lease, seconds).catch(() => {})
    },
    (seconds * 1000) / BEATS,
  )
  return {
    on(connection) {
      on = connection
    },
    async stop() {
      clearInterval(timer)
      await last
    },
  }
}
