/**
 * Makes the event weights and writes them to models/. Deterministic; a minute or two.
 *
 *     ONRECORD_DATA=/path/to/data npx tsx training/events/train.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../../eval/data.ts'
import { loadVectors } from '../../src/events/vectors.ts'
import { type Description, FORMAT, verdicts, type Weights } from '../../src/events/weights.ts'
import { modelFolder } from '../../src/language/index.ts'
import { sureFrom } from '../isotonic.ts'
import { bucketsOf } from './calibrate.ts'
import { examplesIn } from './corpus.ts'
import { weightsFrom } from './fit.ts'

/** Weights of clues stand in the table as whole numbers from −127 to 127. */
const MOST = 127

const folder = dataFolder()
if (!folder) throw new Error('Set ONRECORD_DATA to the folder of the data.')
const models = modelFolder()
const examples = await examplesIn(folder, loadVectors())
write(weightsFrom(examples))
const buckets = await bucketsOf(folder, examples)
for (const { least, right, all } of buckets) console.log(`from ${least.toFixed(2)}: ${right} of ${all} right`)
const file = join(models, 'events.json')
writeFileSync(file, `${JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), sure: sureFrom(buckets) })}\n`)

function write({ none, bias, clues, vectors }: Weights): void {
  const unit = Math.max(...[...clues.values()].map((row) => Math.max(...row.map(Math.abs)))) / MOST
  const rows = [...clues]
    .map(([name, row]) => ({ name, cells: [...row].map((it) => Math.round(it / unit)) }))
    .filter(({ cells }) => cells.some((it) => it !== 0))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const table = rows.map(({ name, cells }) => [name, ...cells].join('\t'))
  const description: Description = {
    format: FORMAT,
    clues: 'events.clues.tsv',
    unit,
    none: short(none),
    bias: [...bias].map(short),
    groups: vectors.map((group) => [...group].map(short)),
    sure: [[0, 0.5]],
  }
  writeFileSync(join(models, description.clues), `${['clue', ...verdicts].join('\t')}\n${table.join('\n')}\n`)
  writeFileSync(join(models, 'events.json'), `${JSON.stringify(description)}\n`)
}

function short(value: number): number {
  return Number(value.toFixed(4))
}
