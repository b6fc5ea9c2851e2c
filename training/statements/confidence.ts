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
import { familyOf } from '../../src/statements/confidence.ts'
import { ruledIn } from '../../src/statements/find.ts'

/** A rule seen less often takes its family's share. */
const ENOUGH = 50

const counts = new Map<string, { right: number; all: number }>()
function add(name: string, right: boolean) {
  const { right: r, all } = counts.get(name) ?? { right: 0, all: 0 }
  counts.set(name, { right: r + Number(right), all: all + 1 })
}

for (const { text, annotations } of rowsOf<Row>(join(dataFolder()!, 'attribution', 'train.ndjson.gz'))) {
  const left = [...annotations[0]!]
  for (const found of outermost(ruledIn(await analyse(text)), codePoints(text))) {
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
  .filter(([rule, { all }]) => all >= ENOUGH || rule === familyOf(rule))
  .map(([rule, { right, all }]) => `${rule}\t${(right / all).toFixed(2)}`)
writeFileSync(path, `${[...heading, ...rows.sort()].join('\n')}\n`)
