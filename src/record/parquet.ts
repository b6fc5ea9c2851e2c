/** Tables to Parquet files. */
import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue } from '@duckdb/node-api'
import type { Layout, Row, Table } from './column.ts'
import { sumOf, sync } from './disk.ts'
import type { SegmentFile } from './manifest.ts'
import { columnOf, duckType, literal } from './values.ts'

/** DuckDB takes rows by the chunk, as its own vectors hold them. */
const CHUNK = 2048

/** Size, checksum and row count of a file just written. */
export type Written = Omit<SegmentFile, 'file'>

/** Writes rows as the table's Parquet file, and has them on the disk. */
export async function writeRows(
  connection: DuckDBConnection,
  table: Table,
  rows: readonly Row[],
  path: string,
): Promise<Written> {
  const types = Object.fromEntries(table.columns.map((it) => [it.name, duckType(it)]))
  const parts = (from: number, to: number) => {
    const some = rows.slice(from, to)
    return table.columns.map((it) => columnOf(some, it))
  }
  await loadTable(connection, 'written', types, rows.length, parts)
  const written = await copyTo(connection, 'FROM written', path, table.layout)
  await connection.run('DROP TABLE written')
  return written
}

/**
 * Makes a table in memory and fills it.
 *
 * @param parts the values of each column for the rows from, to
 */
export async function loadTable(
  connection: DuckDBConnection,
  name: string,
  types: Readonly<Record<string, DuckDBType>>,
  rows: number,
  parts: (from: number, to: number) => readonly (readonly DuckDBValue[])[],
): Promise<void> {
  const columns = Object.entries(types).map(([column, type]) => `${column} ${type}`)
  await connection.run(`CREATE OR REPLACE TABLE ${name} (${columns.join(', ')})`)
  const appender = await connection.createAppender(name)
  for (let from = 0; from < rows; from += CHUNK) {
    const to = Math.min(from + CHUNK, rows)
    const chunk = DuckDBDataChunk.create(Object.values(types), to - from)
    for (const [n, values] of parts(from, to).entries()) chunk.setColumnValues(n, values)
    appender.appendDataChunk(chunk)
    appender.flushSync()
  }
  appender.closeSync()
}

/** As DuckDB lays a Parquet file out unless told otherwise. */
const USUAL: Layout = { rowsPerGroup: 122_880 }

/** Writes what a query gives as a Parquet file, in its order, and has it on the disk. */
export async function copyTo(
  connection: DuckDBConnection,
  query: string,
  path: string,
  { rowsPerGroup, deltas } = USUAL,
): Promise<Written> {
  const copied = await connection.runAndReadAll(
    `COPY (${query}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION ${deltas ? 'V2' : 'V1'}, ROW_GROUP_SIZE ${rowsPerGroup})`,
  )
  await sync(path)
  return { rows: Number(copied.getRows()[0]![0]), ...(await sumOf(path)) }
}
