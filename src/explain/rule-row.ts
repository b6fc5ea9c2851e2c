/** The row of the lexicon that made a row of a Reading, found by the id it names. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'

export interface RuleRow {
  id: string
  /** File and line, as "lexicon/statements/cue-verbs.tsv:9". */
  place: string
  /** Cells by column. */
  cells: Record<string, string>
}

/**
 * The row of a rule in one of the lexicon's folders; a rule may be a row's id with the frame it was read in behind it ("say.say.clause"
 * is row "say.say"). Undefined for what no table holds, such as the statements model.
 */
export function ruleRow(rule: string, folder: 'statements' | 'commitments'): RuleRow | undefined {
  const rows = rowsIn(folder)
  for (let id = rule; id !== ''; id = id.slice(0, Math.max(0, id.lastIndexOf('.')))) {
    const row = rows.find((it) => it.id === id)
    if (row) return row
  }
  return undefined
}

function rowsIn(folder: string): RuleRow[] {
  const path = join(packageRoot, 'lexicon', folder)
  return readdirSync(path)
    .filter((name) => name.endsWith('.tsv'))
    .flatMap((name) => tableRows(readFileSync(join(path, name), 'utf8'), `lexicon/${folder}/${name}`))
}

/** Any table's rows that have an id, whatever its columns. */
function tableRows(text: string, name: string): RuleRow[] {
  let columns: string[] | undefined
  return text.split('\n').flatMap((line, i) => {
    if (line === '' || line.startsWith('# ') || line === '#') return []
    const cells = line.split('\t')
    if (!columns) {
      columns = cells
      return []
    }
    if (columns[0] !== 'id') return []
    const named = Object.fromEntries(columns.map((column, k) => [column, cells[k] ?? '']))
    return [{ id: cells[0]!, place: `${name}:${i + 1}`, cells: named }]
  })
}
