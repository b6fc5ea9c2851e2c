/**
 * Statements against articles annotated by hand (PolNeAR): exact fragments of each role, links between them, and who speaks. Prints
 * the intervals of the scores, the links by kind of statement, and how often statements of a confidence are right.
 */
import { join } from 'node:path'
import { actorsOf } from '../src/actors/index.ts'
import { analyse } from '../src/language/index.ts'
import { type Found, formOf, holdersOf, speakersOf, stagingOf, statementsStep } from '../src/statements/index.ts'
import { digestOf, f1, round, rowsOf, type Score } from './data.ts'
import { intervalOf } from './statements/bootstrap.ts'
import { breakdownOf, kindsOf, type Pair } from './statements/breakdown.ts'
import {
  type Attribution,
  codePoints,
  count,
  isLinked,
  outermost,
  type Row,
  type Tally,
  utf16Of,
} from './statements/measures.ts'
import { bucketsOf, errorOf, type Judged } from './statements/reliability.ts'
import { speakerScores } from './statements/speakers.ts'

interface Article extends Pair {
  tally: ReadonlyMap<string, Tally>
  judged: Judged[]
}

/** Every article counts by its first annotator. `--train` measures on the training articles. */
export async function evaluate(data: string, args: readonly string[] = []): Promise<Score[]> {
  const path = join(data, 'attribution', args.includes('--train') ? 'train.ndjson.gz' : 'dev.ndjson.gz')
  const articles: Article[] = []
  for (const row of rowsOf<Row>(path)) articles.push(await measure(row))
  const digest = digestOf(path)
  const buckets = bucketsOf(articles.flatMap(({ judged }) => judged))
  print(articles, buckets)
  const scores = scoresOf(articles).map(([name, value]) => ({ name, value: round(100 * value, 1), data: digest }))
  const calibrated = {
    name: 'statements.confidence.calibration',
    value: round(100 * (1 - errorOf(buckets)), 1),
    data: digest,
  }
  return [...scores, calibrated, ...(await speakerScores(data))]
}

async function measure({ text, annotations }: Row): Promise<Article> {
  const article = { language: 'en', text, captions: [] }
  const analysis = await analyse(text)
  const given = { article, analysis, actors: actorsOf(analysis) }
  const { statements } = await statementsStep.run(given, () => {})
  const at = codePoints(text)
  const found = outermost(statements, at)
  const gold = annotations[0]!
  const tally = new Map<string, Tally>()
  count(gold, found, tally)
  const { quotations } = stagingOf(analysis)
  const wanted = gold.map((it) => annotated(it, text))
  const speakers = speakersOf(wanted, holdersOf(wanted), given)
  const outer = statements.filter((it) => found.some(({ id }) => id === it.id))
  return {
    tally,
    gold: gold.map((attribution, i) => {
      const it = wanted[i]!
      return { attribution, kinds: kindsOf(text, formOf(text, it.content, quotations), it, speakers.get(it)!) }
    }),
    found: outer.map((it, i) => ({ attribution: found[i]!, kinds: kindsOf(text, it.form, it, it) })),
    // A quotation without a cue is never marked by the annotators, so that it can be neither right nor wrong.
    judged: outer.flatMap(({ confidence, cue }, i) =>
      cue ? [{ confidence, right: gold.some((it) => isLinked(it, found[i]!)) }] : [],
    ),
  }
}

/** What the annotators marked, as if it had been found. */
function annotated({ source, cue, content }: Attribution, text: string): Found {
  const at = utf16Of(text)
  const spans = (all: readonly [number, number][]) => all.map(([start, end]) => ({ start: at(start), end: at(end) }))
  return {
    source: spans(source)[0] ?? null,
    cue: spans(cue)[0] ?? null,
    content: spans(content),
    act: 'say',
    rule: 'gold',
  }
}

/** Name and value, from 0 to 1. */
function scoresOf(articles: readonly Article[]): [string, number][] {
  return [...articles[0]!.tally.keys()].flatMap((name): [string, number][] => {
    const sum = (what: keyof Tally) => articles.reduce((n, { tally }) => n + tally.get(name)![what], 0)
    const [precision, recall] = [sum('right') / Math.max(1, sum('found')), sum('right') / Math.max(1, sum('wanted'))]
    return [
      [`statements.${name}.f1`, f1(precision, recall)],
      [`statements.${name}.precision`, precision],
      [`statements.${name}.recall`, recall],
    ]
  })
}

const percent = (value: number) => (100 * value).toFixed(1).padStart(5)

function print(articles: readonly Article[], buckets: ReturnType<typeof bucketsOf>): void {
  console.log('F1, 95% of articles drawn again')
  for (const [i, [name, value]] of scoresOf(articles).entries()) {
    if (!name.endsWith('.f1')) continue
    const [low, high] = intervalOf(articles, (sample) => scoresOf(sample)[i]![1])
    console.log(`  ${name.padEnd(26)} ${percent(value)}  ${percent(low)} to ${percent(high)}`)
  }
  console.log('\nlinks by kind                precision    of   recall    of')
  for (const { kind, precision, found, recall, wanted } of breakdownOf(articles)) {
    console.log(
      `  ${kind.padEnd(26)} ${percent(precision)} ${String(found).padStart(6)}    ${percent(recall)} ${String(wanted).padStart(5)}`,
    )
  }
  console.log('\nconfidence from              said   right   statements')
  for (const { from, said, right, all } of buckets) {
    console.log(`  ${String(from).padEnd(24)} ${percent(said)}   ${percent(right)}   ${String(all).padStart(6)}`)
  }
  console.log('')
}
