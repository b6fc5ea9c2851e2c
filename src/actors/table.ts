/** Reads the room's tab-separated tables in `lexicon/actors`: comment lines start with `#`, the first other line names the columns. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'

/** One row: column name to cell, blank cells as ''. */
export type Row = Readonly<Record<string, string>>

export function rowsOf(text: string): Row[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const columns = (lines.shift() ?? '').split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const row: Record<string, string> = {}
    columns.forEach((column, i) => {
      row[column] = cells[i] ?? ''
    })
    return row
  })
}

export const readTable = (name: string): Row[] =>
  rowsOf(readFileSync(join(packageRoot, 'lexicon', 'actors', `${name}.tsv`), 'utf8'))

/** The forms of a cell: "US|U.S." gives two. */
export const formsOf = (cell: string | undefined): string[] => (cell ? cell.split('|') : [])
