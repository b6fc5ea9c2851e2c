/** Tables of an ontology's folder, and how a bad row of one is refused. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OnrecordError } from '../errors.ts'
import { placedRows } from '../lexicon.ts'

/** A row with where it stands: file and line. */
export interface Row<Column extends string> {
  place: string
  cells: Record<Column, string>
}

/**
 * The rows of a table in a folder.
 *
 * @throws OnrecordError E_ONTOLOGY when the table is not there, E_LEXICON when its heading or a row is wrong
 */
export function rowsOf<Column extends string>(
  folder: string,
  table: string,
  columns: readonly Column[],
): Row<Column>[] {
  const path = join(folder, table)
  if (!existsSync(path)) {
    throw new OnrecordError('E_ONTOLOGY', `${path} does not exist. Write it: its columns are ${columns.join(', ')}.`)
  }
  return placedRows(readFileSync(path, 'utf8'), columns, path).map(({ line, row }) => ({
    place: `${path}:${line}`,
    cells: row,
  }))
}

/** As {@link rowsOf}, of a table that may be missing. */
export const rowsIfAny = <Column extends string>(folder: string, table: string, columns: readonly Column[]) =>
  existsSync(join(folder, table)) ? rowsOf(folder, table, columns) : []

/** The error that refuses a row. */
export const refused = ({ place }: { place: string }, reason: string): OnrecordError =>
  new OnrecordError('E_LEXICON', `${place} is refused: ${reason}. Mend the row.`)
