/**
 * Word lists and patterns as data: tab-separated tables in `lexicon/`. Lines that begin with "# " are remarks; the first
 * other line names the columns; each row after it is an entry.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OnrecordError } from './errors.ts'
import { packageRoot } from './package-root.ts'

/**
 * The rows of a table of the lexicon, cells by column; a short row leaves its last columns empty.
 *
 * @throws OnrecordError E_LEXICON for a wrong heading or a row with too many cells
 */
export function readTable<Column extends string>(name: string, columns: readonly Column[]): Record<Column, string>[] {
  const path = join(packageRoot, 'lexicon', name)
  return parseTable(readFileSync(path, 'utf8'), columns, path)
}

/** As {@link readTable}, from the table's text; `place` is named in errors. */
export const parseTable = <Column extends string>(
  text: string,
  columns: readonly Column[],
  place: string,
): Record<Column, string>[] => placedRows(text, columns, place).map(({ row }) => row)

/** A row with the number of its line, counted from 1, for who must say where it stands. */
export interface Placed<Column extends string> {
  line: number
  row: Record<Column, string>
}

/** As {@link parseTable}, with the line of each row. */
export function placedRows<Column extends string>(
  text: string,
  columns: readonly Column[],
  place: string,
): Placed<Column>[] {
  const rows: Placed<Column>[] = []
  let headed = false
  let number = 0
  for (const raw of text.split('\n')) {
    number++
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line.trim() === '' || (line[0] === '#' && (line.length === 1 || line[1] === ' '))) continue
    if (!headed) {
      if (line !== columns.join('\t')) throw misheaded(place, columns)
      headed = true
      continue
    }
    const cells = line.split('\t')
    if (cells.length > columns.length) {
      const found = `has ${cells.length} cells for ${columns.length} columns`
      throw new OnrecordError('E_LEXICON', `${place}:${number} ${found}: ${columns.join(', ')}. Mend the row.`)
    }
    const row = {} as Record<Column, string>
    for (let k = 0; k < columns.length; k++) row[columns[k]!] = cells[k]?.trim() ?? ''
    rows.push({ line: number, row })
  }
  if (!headed) throw misheaded(place, columns)
  return rows
}

const misheaded = (place: string, columns: readonly string[]): OnrecordError =>
  new OnrecordError('E_LEXICON', `${place} must begin with the columns ${columns.join(', ')}, parted by tabs.`)
