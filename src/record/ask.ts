/** A user's own SQL on a record: one question, read only, with an end. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBTypeId, type Json, StatementType } from '@duckdb/node-api'
import { OnrecordError } from '../errors.ts'
import { unwritable } from '../output.ts'
import { ledgerViews, openLedger } from './ledger/index.ts'
import type { Snapshot } from './manifest.ts'
import { damage, openDuckDB } from './query.ts'
import { literal } from './values.ts'

export interface Limits {
  /** Seconds that a question may take. */
  seconds?: number
  /** Rows that are given at most. */
  rows?: number
}

export const DEFAULT_SECONDS = 60

/** Rows as they come; cells are JSON: days and instants as text, lists and structs as arrays and objects. */
export interface Answer {
  columns: string[]
  rows: AsyncIterable<Json[]>
  /** Whether the question has more rows than were given; known once the rows are taken. */
  more(): boolean
  close(): void
}

/**
 * Asks a record a question in SQL.
 *
 * @throws OnrecordError E_SQL for what is no question or cannot be answered, E_SQL_TIME when it takes too long; also while the
 *   rows are taken
 */
export async function ask(
  record: Snapshot,
  sql: string,
  { seconds = DEFAULT_SECONDS, rows }: Limits = {},
): Promise<Answer> {
  const connection = await opened(record, sql)
  const clock = startClock(connection, record, seconds)
  const close = () => {
    clock.stop()
    connection.closeSync()
  }
  try {
    const question = await questionOf(connection, sql)
    await shut(connection, record)
    const result = await connection.stream(question)
    const types = Array.from({ length: result.columnCount }, (_, n) => result.columnTypeId(n))
    let more = false
    async function* taken() {
      let left = rows ?? Number.POSITIVE_INFINITY
      try {
        for await (const chunk of result.yieldRowsJson()) {
          for (const row of chunk) {
            if (left-- === 0) {
              more = true
              return
            }
            yield row.map((cell, n) => numeric(cell, types[n]!))
          }
        }
      } catch (error) {
        throw clock.explain(error)
      }
    }
    return { columns: result.deduplicatedColumnNames(), rows: taken(), more: () => more, close }
  } catch (error) {
    close()
    throw clock.explain(error)
  }
}

/**
 * Writes the answer to a question into a Parquet file.
 *
 * @throws OnrecordError E_SQL, E_SQL_TIME, E_WRITE
 */
export async function askToParquet(
  record: Snapshot,
  sql: string,
  path: string,
  { seconds = DEFAULT_SECONDS, rows }: Limits = {},
): Promise<void> {
  const connection = await opened(record, sql)
  const clock = startClock(connection, record, seconds)
  try {
    const question = await questionOf(connection, sql)
    await shut(connection, record, path)
    // On lines of its own: the question may end in a remark.
    const limited = rows === undefined ? question : `FROM (\n${question}\n) LIMIT ${rows}`
    // Snappy is larger than zstd, but there is no reader that lacks it.
    await connection.run(`COPY (\n${limited}\n) TO ${literal(path)} (FORMAT parquet, COMPRESSION snappy)`)
  } catch (error) {
    const message = (error as Error).message
    if (/^IO Error/.test(message)) throw unwritable(path, message.split('\n')[0])
    throw clock.explain(error)
  } finally {
    clock.stop()
    connection.closeSync()
  }
}

/** The ledger is made when somebody asks for it: its views are there for a question that names one of them. */
const opened = async (record: Snapshot, sql: string): Promise<DuckDBConnection> =>
  ledgerNames.test(sql) ? (await openLedger(record)).connection : openDuckDB(record)
const ledgerNames = new RegExp(
  `\\b(?:${['ledger_rows', 'ledger_reports', 'ledger_steps', ...ledgerViews.map(({ name }) => name)].join('|')})\\b`,
  'i',
)

/** The one statement of a text, if it is a question. What only asks cannot change; what writes is another kind of statement. */
async function questionOf(connection: DuckDBConnection, sql: string): Promise<string> {
  const statements = await connection.extractStatements(sql)
  if (statements.count !== 1) throw badQuestion('Give one statement.')
  const { statementType } = await statements.prepare(0)
  // EXPLAIN is none: EXPLAIN ANALYZE runs whatever stands behind it.
  if (statementType !== StatementType.SELECT)
    throw badQuestion('A record is only read: give a SELECT, a FROM, a WITH, DESCRIBE or SUMMARIZE.')
  return sql.replace(/[\s;]+$/, '')
}

const badQuestion = (message: string) => new OnrecordError('E_SQL', message)

/** From here on the connection reaches the record's segments (and the file that is to be written), and nothing else. */
async function shut(connection: DuckDBConnection, { folder }: Snapshot, ...paths: string[]): Promise<void> {
  await connection.run(`
    SET allowed_directories = [${[join(folder, 'segments/'), join(folder, 'ledger/'), join(tmpdir(), 'onrecord-ledger/')].map(literal).join(', ')}];
    SET allowed_paths = [${paths.map(literal).join(', ')}];
    SET temp_directory = '';
    SET enable_external_access = false;
    SET lock_configuration = true;`)
}

function startClock(connection: DuckDBConnection, record: Snapshot, seconds: number) {
  let late = false
  const timer = setTimeout(() => {
    late = true
    connection.interrupt()
  }, seconds * 1000)
  return {
    stop: () => clearTimeout(timer),
    explain(error: unknown): unknown {
      if (error instanceof OnrecordError) return error
      if (late) {
        return new OnrecordError(
          'E_SQL_TIME',
          `The question took longer than ${seconds} s. Ask for less, or raise --timeout.`,
        )
      }
      const damaged = damage(record, error)
      if (damaged !== error) return damaged
      return badQuestion(error instanceof Error ? error.message : String(error))
    },
  }
}

const wide = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.DECIMAL,
])

/** DuckDB gives wide numbers as text; those that JavaScript holds exactly are numbers again. */
function numeric(cell: Json, type: DuckDBTypeId): Json {
  if (typeof cell !== 'string' || !wide.has(type)) return cell
  const n = Number(cell)
  return Math.abs(n) <= Number.MAX_SAFE_INTEGER ? n : cell
}
