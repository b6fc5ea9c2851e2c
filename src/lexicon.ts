/** Word lists and patterns as data: tab-separated tables in `lexicon/`, `#` for comments, one row an entry. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OnrecordError } from './errors.ts'
import { packageRoot } from './package-root.ts'

/**
 * The rows of a table of the lexicon, columns by name; a short row leaves its last columns empty.
 *
 * @throws OnrecordError E_LEXICON for a row with too many columns
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
  return text.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const cells = line.split('\t')
    if (cells.length > columns.length) {
      const found = `has ${cells.length} columns instead of ${columns.length}`
      throw new OnrecordError('E_LEXICON', `${place}:${i + 1} ${found}: ${columns.join(', ')}. Mend the row.`)
    }
    return [Object.fromEntries(columns.map((column, k) => [column, cells[k]?.trim() ?? ''])) as Record<Column, string>]
  })
}
