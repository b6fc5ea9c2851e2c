/** Reads the tab-separated tables of `lexicon/language`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'

/** Rows of a table, each an object by column name. Lines that begin with `#` are remarks; the first other line names the columns. */
export function rowsOf(table: string): Record<string, string>[] {
  const lines = readFileSync(join(packageRoot, 'lexicon', 'language', `${table}.tsv`), 'utf8').split('\n')
  const [head, ...rows] = lines.filter((line) => line !== '' && !line.startsWith('# '))
  const columns = (head ?? '').split('\t')
  return rows.map((row) => {
    const cells = row.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}
