/** Tables to Parquet files. */
import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api'
import { type Row, sqlTypes, type Table } from './column.ts'
import { sumOf, sync } from './disk.ts'
import type { SegmentFile } from './manifest.ts'
import { literal } from './query.ts'
import { columnOf, duckType } from './values.ts'

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
  const columns = table.columns.map(({ name, type }) => `${name} ${sqlTypes[type]}`)
  await connection.run(`CREATE OR REPLACE TABLE written (${columns.join(', ')})`)
  const appender = await connection.createAppender('written')
  const types = table.columns.map(duckType)
  for (let i = 0; i < rows.length; i += CHUNK) {
    const some = rows.slice(i, i + CHUNK)
    const chunk = DuckDBDataChunk.create(types, some.length)
    for (const [n, column] of table.columns.entries()) chunk.setColumnValues(n, columnOf(some, column))
    appender.appendDataChunk(chunk)
    appender.flushSync()
  }
  appender.closeSync()
  const written = await copyTo(connection, 'FROM written', path)
  await connection.run('DROP TABLE written')
  return written
}

/** Writes what a query gives as a Parquet file, in its order, and has it on the disk. */
export async function copyTo(connection: DuckDBConnection, query: string, path: string): Promise<Written> {
  const copied = await connection.runAndReadAll(
    `COPY (${query}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`,
  )
  await sync(path)
  return { rows: Number(copied.getRows()[0]![0]), ...(await sumOf(path)) }
}
