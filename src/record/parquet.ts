/** Tables to Parquet files. */
import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue } from '@duckdb/node-api'
import type { Layout, Row, Table } from './column.ts'
import { sumOf, sync } from './disk.ts'
import type { SegmentFile } from './manifest.ts'
import { type Cell, cellsOf, columnOf, duckType, literal } from './values.ts'

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
  const parts = (from: number, to: number) => {
    const some = rows.slice(from, to)
    return table.columns.map((it) => columnOf(some, it))
  }
  return writeTable(connection, table, rows.length, parts, path)
}

/** Writes columns, their cells as `Row` has them, as the table's Parquet file, and has it on the disk. */
export async function writeColumns(
  connection: DuckDBConnection,
  table: Table,
  columns: Readonly<Record<string, readonly Cell[]>>,
  path: string,
): Promise<Written> {
  const parts = (from: number, to: number) => table.columns.map((it) => cellsOf(columns[it.name]!.slice(from, to), it))
  return writeTable(connection, table, columns[table.columns[0]!.name]!.length, parts, path)
}

type Parts = (from: number, to: number) => readonly (readonly DuckDBValue[] | Int32Array)[]

async function writeTable(
  connection: DuckDBConnection,
  table: Table,
  rows: number,
  parts: Parts,
  path: string,
): Promise<Written> {
  const types = Object.fromEntries(table.columns.map((it) => [it.name, duckType(it)]))
  await loadTable(connection, 'written', types, rows, parts)
  const written = await copyTo(connection, 'FROM written', path, table.layout)
  await connection.run('DROP TABLE written')
  return written
}

/**
 * Makes a table in memory and fills it.
 *
 * @param parts the values of each column for the rows from, to; numbers may come as they are held
 */
export async function loadTable(
  connection: DuckDBConnection,
  name: string,
  types: Readonly<Record<string, DuckDBType>>,
  rows: number,
  parts: Parts,
): Promise<void> {
  const columns = Object.entries(types).map(([column, type]) => `${column} ${type}`)
  await connection.run(`CREATE OR REPLACE TABLE ${name} (${columns.join(', ')})`)
  const appender = await connection.createAppender(name)
  for (let from = 0; from < rows; from += CHUNK) {
    const to = Math.min(from + CHUNK, rows)
    const chunk = DuckDBDataChunk.create(Object.values(types), to - from)
    // Only the length and the items of the list are looked at.
    for (const [n, values] of parts(from, to).entries()) chunk.setColumnValues(n, values as readonly DuckDBValue[])
    // Flushed by DuckDB itself, some hundred thousand rows at once: chunk by chunk took six times as long.
    appender.appendDataChunk(chunk)
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
