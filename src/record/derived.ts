/**
 * Tables that are computed from the readings of a segment and stand beside its own: a search index, signatures, clusters.
 * To add one, write its file and put it into `derived`.
 */
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Reading } from '../reading.ts'
import { likenessesTable, signaturesTable } from './clusters/derived.ts'
import type { Row, Table } from './column.ts'
import type { Snapshot } from './manifest.ts'
import { type Written, writeRows } from './parquet.ts'
import { entriesTable, postingsTable } from './search/index-segment.ts'

export type Derived = {
  /** Not one of `tables.ts`: those hold what was read. */
  readonly table: Table
} & (MadeOfRows | WrittenWhole)

interface MadeOfRows {
  /**
   * The rows for the readings of one segment, in the order in which they stand in it; their `document` column must hold the
   * document's id. Called again for what is left when a segment is written anew (compacted, superseded, forgotten).
   *
   * @param before the record without this segment: what was added before it
   */
  rows(
    readings: readonly Reading[],
    before: Snapshot,
    connection: DuckDBConnection,
  ): Promise<readonly Row[]> | readonly Row[]
}

interface WrittenWhole {
  /** As `rows`, for tables too long to be made as rows: writes the file itself. */
  write(connection: DuckDBConnection, readings: readonly Reading[], path: string): Promise<Written>
}

/** Writes the file of a derived table for the readings of a segment. */
export async function writeDerived(
  connection: DuckDBConnection,
  build: Derived,
  readings: readonly Reading[],
  before: Snapshot,
  path: string,
): Promise<Written> {
  if ('write' in build) return build.write(connection, readings, path)
  return writeRows(connection, build.table, await build.rows(readings, before, connection), path)
}

export const derived: readonly Derived[] = [entriesTable, postingsTable, signaturesTable, likenessesTable]
