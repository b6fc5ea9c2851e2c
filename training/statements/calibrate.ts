/**
 * Tunes the exported net on the held-out articles: the cue's threshold by mean F1, then how often statements of each
 * score are right (isotonic regression), and those without a source, of which the score tells little. All are written into models/statements.json.
 *
 *     tsx training/statements/calibrate.ts ARTICLES.ndjson.gz HELD.txt
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOf } from '../../eval/data.ts'
import { codePoints, count, isLinked, outermost, type Row } from '../../eval/statements/measures.ts'
import { analyse, modelFolder } from '../../src/language/index.ts'
import { findStatements } from '../../src/statements/index.ts'
import { net } from '../../src/statements/net.ts'
import { isotonic, plainly, type Seen, sureFrom } from '../isotonic.ts'

const THRESHOLDS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75]
/** The highest threshold whose mean F1 falls short of the best by no more is taken: for readers being right is worth more than finding all. */
const GIVEN_UP = 0.3

const [articles, heldFile] = process.argv.slice(2)
const held = new Set(readFileSync(heldFile!, 'utf8').trim().split('\n'))
const rows = rowsOf<Row>(articles!).filter(({ id }) => held.has(id))
const analyses: Awaited<ReturnType<typeof analyse>>[] = []
for (const { text } of rows) analyses.push(await analyse(text))

const { meta } = await net()
meta.sure = plainly
meta.unsourced = 1

interface Told extends Seen {
  sourced: boolean
}

async function measure(threshold: number): Promise<{ mean: number; seen: Told[]; line: string }> {
  meta.threshold = threshold
  const tally = new Map<string, { right: number; found: number; wanted: number }>()
  const seen: Told[] = []
  for (const [i, { text, annotations }] of rows.entries()) {
    const found = await findStatements(analyses[i]!)
    const at = codePoints(text)
    count(annotations[0]!, outermost(found, at), tally)
    const outer = new Set(outermost(found, at).map(({ cue }) => String(cue[0])))
    for (const it of found.filter(
      ({ rule, cue }) => rule === 'learned' && outer.has(String([at(cue!.start), at(cue!.end)])),
    )) {
      const [plain] = outermost([it], at)
      seen.push({
        score: it.confidence!,
        sourced: it.source !== null,
        right: annotations[0]!.some((gold) => isLinked(gold, plain!)),
      })
    }
  }
  const scores = [...tally].map(([name, { right, found, wanted }]) => ({
    name,
    f1: (200 * right) / (found + wanted),
    p: (100 * right) / found,
    r: (100 * right) / wanted,
  }))
  const line = scores
    .map(({ name, f1, p, r }) => `${name} ${f1.toFixed(1)} (${p.toFixed(1)} ${r.toFixed(1)})`)
    .join('  ')
  return { mean: scores.reduce((sum, { f1 }) => sum + f1 / scores.length, 0), seen, line }
}

const measured: Awaited<ReturnType<typeof measure>>[] = []
for (const threshold of THRESHOLDS) {
  measured.push(await measure(threshold))
  console.log(threshold, measured.at(-1)!.line)
}
const top = Math.max(...measured.map(({ mean }) => mean))
const chosen = measured.findLastIndex(({ mean }) => mean >= top - GIVEN_UP)
const [threshold, { seen }] = [THRESHOLDS[chosen]!, measured[chosen]!]
const buckets = isotonic(seen.filter(({ sourced }) => sourced))
const bare = seen.filter(({ sourced }) => !sourced)
const unsourced = Number((bare.filter(({ right }) => right).length / Math.max(1, bare.length)).toFixed(2))
for (const { least, right, all } of buckets) console.log(`from ${least.toFixed(3)}: ${right} of ${all} right`)
const file = join(modelFolder(), 'statements.json')
const sure = sureFrom(buckets)
writeFileSync(
  file,
  `${JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), threshold, sure, unsourced }, null, 1)}\n`,
)
console.log(`without a source: ${unsourced} of ${bare.length} right\nthreshold ${threshold}`)
