/**
 * Tables that are computed from the readings of a segment and stand beside its own: a search index, signatures, clusters.
 * To add one, write its file and put it into `derived`.
 */
import type { Reading } from '../reading.ts'
import type { Row, Table } from './column.ts'
import type { Snapshot } from './manifest.ts'

export interface Derived {
  /** A table of `tables.ts` that readings alone do not fill (clusters), or one of its own. */
  readonly table: Table
  /**
   * The rows for the readings of one segment, in the order in which they stand in it; their \`document\` column must hold the
   * document's id. Called again for what is left when a segment is written anew (compacted, superseded, forgotten).
   *
   * @param before the record without this segment: what was added before it
   */
  rows(readings: readonly Reading[], before: Snapshot): Promise<readonly Row[]> | readonly Row[]
}

export const derived: readonly Derived[] = []
