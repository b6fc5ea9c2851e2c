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
export function parseTable<Column extends string>(
  text: string,
  columns: readonly Column[],
  place: string,
): Record<Column, string>[] {
  const lines = text.split(/\r?\n/).map((line, i) => ({ cells: line.split('\t'), number: i + 1, line }))
  const [heading, ...rows] = lines.filter(({ line }) => line.trim() !== '' && !/^#(?: |$)/.test(line))
  if (heading?.line !== columns.join('\t')) {
    throw new OnrecordError('E_LEXICON', `${place} must begin with the columns ${columns.join(', ')}, parted by tabs.`)
  }
  return rows.map(({ cells, number }) => {
    if (cells.length > columns.length) {
      const found = `has ${cells.length} cells for ${columns.length} columns`
      throw new OnrecordError('E_LEXICON', `${place}:${number} ${found}: ${columns.join(', ')}. Mend the row.`)
    }
    return Object.fromEntries(columns.map((column, k) => [column, cells[k]?.trim() ?? ''])) as Record<Column, string>
  })
}
