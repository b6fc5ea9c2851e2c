/**
 * Counts how often the statements of each rule are right on the training articles, and writes the shares to
 * lexicon/statements/confidence.tsv. Run `npx tsx training/statements/confidence.ts` after changing a rule.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, rowsOf } from '../../eval/data.ts'
import { codePoints, isLinked, outermost, type Row } from '../../eval/statements/measures.ts'
import { analyse } from '../../src/language/index.ts'
import { packageRoot } from '../../src/package-root.ts'
import { withBareQuotations } from '../../src/statements/bare.ts'
import { familyOf } from '../../src/statements/confidence.ts'
import { ruledIn } from '../../src/statements/find.ts'
import { stagingOf } from '../../src/statements/scene.ts'

/** A rule seen less often takes its family's share. */
const ENOUGH = 50
/** Of a family seen less often nothing is known. */
const FEW = 10

const counts = new Map<string, { right: number; all: number }>()
function add(name: string, right: boolean) {
  const { right: r, all } = counts.get(name) ?? { right: 0, all: 0 }
  counts.set(name, { right: r + Number(right), all: all + 1 })
}

const holds = ([start, end]: [number, number], [from, to]: [number, number]) => start <= from && to <= end

for (const { text, annotations } of rowsOf<Row>(join(dataFolder()!, 'attribution', 'train.ndjson.gz'))) {
  const left = [...annotations[0]!]
  const analysis = await analyse(text)
  const ruled = ruledIn(analysis).sort((a, b) => a.cue!.start - b.cue!.start)
  // As the reader has it, a quotation that goes on after its cue belongs to the statement.
  const whole = withBareQuotations(analysis, ruled, stagingOf(analysis).quotations)
  for (const found of outermost(whole, codePoints(text))) {
    // Inside the content of another the annotators marked nothing, so that nothing there can be counted.
    if (annotations[0]!.some(({ content }) => found.cue.some((cue) => content.some((it) => holds(it, cue))))) continue
    const match = left.findIndex((gold) => isLinked(gold, found))
    if (match >= 0) left.splice(match, 1)
    // Every gold statement has a cue, so that quotations without one cannot be counted here.
    if (found.cue.length === 0) continue
    for (const name of [found.rule!, familyOf(found.rule!)]) add(name, match >= 0)
  }
}

const path = join(packageRoot, 'lexicon', 'statements', 'confidence.tsv')
const heading = readFileSync(path, 'utf8').split('\n').slice(0, 3)
const rows = [...counts]
  .filter(([rule, { all }]) => all >= (rule === familyOf(rule) ? FEW : ENOUGH))
  .map(([rule, { right, all }]) => `${rule}\t${(right / all).toFixed(2)}`)
writeFileSync(path, `${[...heading, ...rows.sort()].join('\n')}\n`)
