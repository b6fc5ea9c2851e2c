/** The record in SQL: an in-memory DuckDB with a view over the files of each table, and Readings out of it. */
import { createHash } from 'node:crypto'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { OnrecordError } from '../errors.ts'
import type { Reading } from '../reading.ts'
import { type Column, sqlTypes, type Table } from './column.ts'
import { correctedReading, correctedSql } from './corrected.ts'
import { derived } from './derived.ts'
import { readingOf } from './from-rows.ts'
import { filesOf, type Snapshot } from './manifest.ts'
import { allTables, tables } from './tables.ts'
import type { ReadingTable, RowsOfReading } from './to-rows.ts'
import { literal, rowFrom } from './values.ts'
import { views } from './views.ts'

/** The tables of a record and those derived from them. */
export const everyTable = (): Table[] => [
  ...new Map([...allTables, ...derived.map((it) => it.table)].map((it) => [it.name, it])).values(),
]

/** Puts rows in the order of their files: what is filtered by a list of ids is a join, and that keeps no order. */
export const inOrder = 'ORDER BY file_index, file_row_number'

/**
 * A database with a view for each table and each of `views.ts`, for those who ask again and again.
 *
 * @throws OnrecordError E_SEGMENT
 */
export async function openDatabase(record: Snapshot): Promise<DuckDBInstance> {
  const database = await DuckDBInstance.create(':memory:')
  const connection = await database.connect()
  const made = [
    ...everyTable().map((it) => [it.name, sourceOf(record, it)] as const),
    ...views.map(({ name, sql }) => [name, sql] as const),
  ]
  try {
    await connection.run(made.map(([name, sql]) => `CREATE VIEW ${name} AS ${sql};`).join('\n'))
    return database
  } catch (error) {
    throw damage(record, error)
  } finally {
    connection.closeSync()
  }
}

/**
 * A connection to a database of its own, as `openDatabase` makes it. Close it with `closeSync()`.
 *
 * @throws OnrecordError E_SEGMENT
 */
export async function openDuckDB(record: Snapshot): Promise<DuckDBConnection> {
  return (await openDatabase(record)).connect()
}

const sourceOf = (record: Snapshot, table: Table): string =>
  correctedSql(table, relationOf(record, table), record.corrections ?? [])

/**
 * The rows of a table as a relation. Segments that an older version of onrecord wrote may lack columns or whole tables; there
 * the cells are null. Finding that out takes a look into every file, and is spared where the manifest says that all are alike.
 */
export function relationOf(record: Snapshot, { name, columns }: Table): string {
  const files = filesOf(record, name).map(literal)
  const current = currentSchema()
  const alike = record.manifest.segments.every(({ schema }) => schema === current)
  if (alike && files.length > 0) return `read_parquet([${files.join(', ')}])`
  const none = `SELECT ${columns.map((it: Column) => `NULL::${sqlTypes[it.type]} AS ${it.name}`).join(', ')} WHERE false`
  if (files.length === 0) return `(SELECT *, 0 AS file_index, 0 AS file_row_number FROM (${none}))`
  const found = `SELECT *, file_index, file_row_number FROM read_parquet([${files.join(', ')}], union_by_name = true)`
  return `(${found} UNION ALL BY NAME ${none})`
}

/** A digest of what tables this version of onrecord has, and with which columns. */
export const currentSchema = (): string =>
  createHash('sha256')
    .update(
      JSON.stringify(everyTable().map(({ name, columns }) => [name, columns.map((it: Column) => [it.name, it.type])])),
    )
    .digest('hex')
    .slice(0, 16)

export const readingTables: readonly ReadingTable[] = [
  'documents',
  'sentences',
  'actors',
  'mentions',
  'statements',
  'events',
  'commitments',
  'history',
]

/** A fault of DuckDB that comes from a damaged file, as a coded error; any other as it is. */
export function damage({ folder }: Snapshot, error: unknown): unknown {
  const message = error instanceof Error ? error.message : ''
  const ofFile = /^(?:IO|Invalid Input|Invalid|Serialization|Internal|INTERNAL) Error/i.test(message)
  const ofReading =
    /parquet|zstd|thrift|magic bytes|TProtocol|No files found/i.test(message) && !/write|no space/i.test(message)
  if (!ofFile || !ofReading) return error
  const reason = message.split('\n')[0]
  return new OnrecordError('E_SEGMENT', `${folder}: ${reason}. A file is damaged: onrecord check --record ${folder}`, {
    cause: error,
  })
}

/** Documents taken from disk at once: what bounds the memory. */
const AT_ONCE = 500

/**
 * The readings of a record as they were added, segment by segment.
 *
 * @param where an SQL condition on a row of documents, such as `language = 'en'` or
 *   `id IN (SELECT document FROM statements WHERE act = 'deny')`
 */
export async function* readingsOf(record: Snapshot, where = 'true'): AsyncGenerator<Reading> {
  const connection = await openDuckDB(record)
  try {
    await connection.run(`CREATE TEMP TABLE chosen AS SELECT id FROM documents WHERE ${where}`)
    for (const segment of record.manifest.segments) {
      const one = { ...record, manifest: { ...record.manifest, segments: [segment] } }
      const documents = literal(filesOf(one, 'documents')[0]!)
      const found = await connection.runAndReadAll(`SELECT id FROM ${documents} WHERE id IN (FROM chosen) ${inOrder}`)
      const ids = found.getRows().map(([id]) => String(id))
      for (let i = 0; i < ids.length; i += AT_ONCE) yield* await readingsAt(connection, one, ids.slice(i, i + AT_ONCE))
    }
  } catch (error) {
    throw damage(record, error)
  } finally {
    connection.closeSync()
  }
}

/**
 * The readings of some documents of a segment, in the order of their ids.
 *
 * @param from the relation that has the rows of a table: the segment's file unless told otherwise
 * @param order what puts its rows in their order; not needed for one id from a table of DuckDB's own
 */
export async function readingsAt(
  connection: DuckDBConnection,
  segment: Snapshot,
  ids: readonly string[],
  { from = (name: string) => literal(filesOf(segment, name)[0]!), order = inOrder } = {},
): Promise<Reading[]> {
  const rowsById = new Map(ids.map((id) => [id, noRows()]))
  const wanted = `(${ids.map(literal).join(', ')})`
  for (const name of readingTables) {
    const { columns, document } = tables[name]
    const reader = await connection.runAndReadAll(`SELECT * FROM ${from(name)} WHERE ${document} IN ${wanted} ${order}`)
    for (const values of reader.getRowObjects()) {
      rowsById.get(String(values[document]))![name].push(rowFrom(columns, values) as never)
    }
  }
  return ids.map((id) => correctedReading(readingOf(rowsById.get(id)!), segment.corrections ?? []))
}

/** The record cut down to the segment that has a document; undefined when it is not on record. */
export async function segmentOf(
  connection: DuckDBConnection,
  record: Snapshot,
  id: string,
): Promise<Snapshot | undefined> {
  const files = filesOf(record, 'documents')
  if (files.length === 0) return undefined
  const where = `SELECT file_index FROM read_parquet([${files.map(literal).join(', ')}]) WHERE id = ${literal(id)}`
  const [found] = (await connection.runAndReadAll(where)).getRows()
  if (!found) return undefined
  const segment = record.manifest.segments.filter(({ tables }) => tables.documents)[Number(found[0])]!
  return { ...record, manifest: { ...record.manifest, segments: [segment] } }
}

const noRows = (): RowsOfReading => Object.fromEntries(readingTables.map((name) => [name, []])) as never
