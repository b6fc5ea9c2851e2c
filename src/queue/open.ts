/** A queue: a connection to PostgreSQL, pg-boss on it, and transactions that both take part in. */
import pg from 'pg'
import PgBoss from 'pg-boss'
import { OnrecordError } from '../errors.ts'
import { schema } from './schema.ts'

export interface Queue {
  /** Several runs may share a database: each has its queue, and its record. */
  readonly name: string
  readonly boss: PgBoss
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>
  /** Work in one transaction: all of it is done, or none. */
  transaction<Result>(work: (client: Client) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** A connection within a transaction; what pg-boss is given to take part in it. */
export interface Client {
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>
  executeSql(sql: string, values: unknown[]): Promise<{ rows: unknown[] }>
}

/** Long enough for any batch: whether a worker lives is told by its lease. */
const BACKSTOP_HOURS = 23
/** A run of a hundred million articles takes months: pg-boss would drop what waits longer than two weeks. */
const KEEP_DAYS = 3650

export const jobOptions = { expireInHours: BACKSTOP_HOURS, retentionDays: KEEP_DAYS, retryDelay: 1, retryBackoff: true }

/**
 * Opens a queue, and makes its tables where there are none.
 *
 * @param url postgres://user:password@host:port/database
 * @param name letters, digits, - and _
 * @param supervise whether pg-boss's upkeep (archiving) runs in this process
 * @throws OnrecordError E_QUEUE
 */
export async function openQueue(url: string, name: string, supervise = false): Promise<Queue> {
  const pool = new pg.Pool({ connectionString: url, max: 8, application_name: 'onrecord' })
  // A connection that breaks is met where it is used.
  pool.on('error', () => {})
  const boss = new PgBoss({
    db: { executeSql: (sql: string, values: unknown[]) => pool.query(sql, values) },
    schema: 'onrecord_boss',
    supervise,
    schedule: false,
  })
  boss.on('error', () => {})
  try {
    await pool.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('onrecord schema')); ${schema} COMMIT`)
    await boss.start()
    await boss.createQueue(name)
  } catch (error) {
    await pool.end().catch(() => {})
    throw unreachable(url, error)
  }
  return {
    name,
    boss,
    query: async <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
      (await pool.query<Row>(sql, values)).rows,
    transaction: (work) => transaction(pool, work),
    async close() {
      await boss.stop({ graceful: false, wait: false }).catch(() => {})
      await pool.end().catch(() => {})
    },
  }
}

async function transaction<Result>(pool: pg.Pool, work: (client: Client) => Promise<Result>): Promise<Result> {
  const connection = await pool.connect()
  // Without a listener, a connection that PostgreSQL ends would end the process.
  const ignore = () => {}
  connection.on('error', ignore)
  let broken = false
  try {
    await connection.query('BEGIN')
    const result = await work({
      query: async <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
        (await connection.query<Row>(sql, values)).rows,
      executeSql: (sql, values) => connection.query(sql, values),
    })
    await connection.query('COMMIT')
    return result
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => {
      broken = true
    })
    throw error
  } finally {
    connection.off('error', ignore)
    connection.release(broken)
  }
}

/** The address without its password, for messages. */
export const shown = (url: string): string => url.replace(/(\/\/[^:/@]*):[^@]*@/, '$1@')

const unreachable = (url: string, cause: unknown): OnrecordError =>
  new OnrecordError(
    'E_QUEUE',
    `${shown(url)}: ${reasonOf(cause)}. Check the address, and that this user may make a schema in the database.`,
    { cause },
  )

/** What a fault of PostgreSQL says; a connection refused at several addresses says nothing itself. */
export function reasonOf(cause: unknown): string {
  const { message, code } = cause as { message?: string; code?: string }
  return message || code || String(cause)
}
