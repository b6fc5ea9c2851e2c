/** Leases: who reads which batch, until when. Whoever has slept past the end of theirs may change nothing. */
import type { Input } from '../sources/index.ts'
import { unpack } from './batch.ts'
import type { Client, Queue } from './open.ts'

export interface Lease {
  readonly job: string
  readonly batch: string
  /** Of two leases of one job, the later has the higher. */
  readonly token: string
  readonly plain: boolean
  readonly inputs: Input[]
}

/** Takes the next batch, if one waits. */
export const takeLease = (queue: Queue, worker: string, seconds: number): Promise<Lease | undefined> =>
  queue.transaction(async (client) => {
    const [job] = await queue.boss.fetch<{ batch: string }>(queue.name, { db: client })
    if (!job) return undefined
    const { batch } = job.data
    const [lease] = await client.query<{ token: string }>(
      `INSERT INTO onrecord.lease (queue, job, batch, worker, until)
       VALUES ($1, $2, $3, $4, now() + $5 * interval '1 second')
       ON CONFLICT (queue, job) DO UPDATE SET token = nextval('onrecord.token'), worker = $4, until = EXCLUDED.until
       RETURNING token`,
      [queue.name, job.id, batch, worker, seconds],
    )
    const [found] = await client.query<{ plain: boolean; inputs: Buffer | null }>(
      'SELECT plain, inputs FROM onrecord.batch WHERE queue = $1 AND id = $2 AND done IS NULL',
      [queue.name, batch],
    )
    const { plain, inputs } = found ?? { plain: false, inputs: null }
    return { job: job.id, batch, token: lease!.token, plain, inputs: inputs ? unpack(inputs) : [] }
  })

const MINE = 'queue = $1 AND job = $2 AND token = $3'
const ofLease = ({ name }: Queue, { job, token }: Lease) => [name, job, token]

/** Says that the worker lives; false when the lease is no longer its own. */
export async function renewLease(queue: Queue, on: Pick<Queue, 'query'>, lease: Lease, seconds: number) {
  const rows = await on.query(
    `UPDATE onrecord.lease SET until = now() + $4 * interval '1 second' WHERE ${MINE} AND until > now() RETURNING job`,
    [...ofLease(queue, lease), seconds],
  )
  return rows.length > 0
}

/** Holds the lease for the transaction: nobody lets it lapse before that ends. False when it is no longer the worker's own. */
export async function holdLease(queue: Queue, client: Client, lease: Lease): Promise<boolean> {
  const rows = await client.query(
    `SELECT job FROM onrecord.lease WHERE ${MINE} AND until > now() FOR UPDATE`,
    ofLease(queue, lease),
  )
  return rows.length > 0
}

/** Ends the lease. */
export async function endLease(queue: Queue, client: Client, lease: Lease): Promise<void> {
  await client.query(`DELETE FROM onrecord.lease WHERE ${MINE}`, ofLease(queue, lease))
}

/** Gives a batch back: it is tried again, or put aside when it was tried often enough. Nothing when the lease is not the worker's own. */
export const giveBack = (queue: Queue, lease: Lease, fault: string): Promise<void> =>
  queue.transaction(async (client) => {
    if (!(await holdLease(queue, client, lease))) return
    await endLease(queue, client, lease)
    await fail(queue, client, lease, fault)
  })

/** Lets leases lapse whose worker has not been heard of: how many. */
export const lapse = (queue: Queue): Promise<number> =>
  queue.transaction(async (client) => {
    const lapsed = await client.query<{ job: string; batch: string; worker: string }>(
      `DELETE FROM onrecord.lease WHERE (queue, job) IN
         (SELECT queue, job FROM onrecord.lease WHERE queue = $1 AND until < now() FOR UPDATE SKIP LOCKED)
       RETURNING job, batch, worker`,
      [queue.name],
    )
    for (const it of lapsed) await fail(queue, client, it, `${it.worker} was not heard of until its lease ended`)
    return lapsed.length
  })

async function fail(queue: Queue, client: Client, { job, batch }: { job: string; batch: string }, fault: string) {
  const { boss, name } = queue
  await boss.fail(name, job, { message: fault }, { db: client })
  const found = await boss.getJobById(name, job, { db: client, includeArchive: false })
  if (found && found.state !== 'failed') return
  await client.query(
    'UPDATE onrecord.batch SET failed = now(), fault = $3 WHERE queue = $1 AND id = $2 AND done IS NULL',
    [name, batch, fault],
  )
}
