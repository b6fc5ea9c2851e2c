/** The ledger of the example corpus beside the one written by hand (eval/gold/ledger.tsv). */

import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseTable } from '../../src/lexicon.ts'
import { packageRoot } from '../../src/package-root.ts'
import { read } from '../../src/read.ts'
import type { Reading } from '../../src/reading.ts'
import { deedsIn, type Entry, ledgerOf, openDuckDB, openWriter, reportsIn } from '../../src/record/index.ts'
import { openSources } from '../../src/sources/index.ts'
import { digestOf, round, type Score } from '../data.ts'

interface Place {
  document: string
  start: number
  end: number
}
interface Gold {
  id: string
  doubt: boolean
  reports: (Place & { doubt: boolean })[]
  steps: (Place & { doubt: boolean; status: string })[]
}

/** The entries' places: where each report makes its commitment, as the readings have it. */
export async function scores(show: boolean): Promise<Score[]> {
  const readings = await readingsOfExamples()
  const entries = await ledgerOfReadings(readings)
  const path = join(packageRoot, 'eval', 'gold', 'ledger.tsv')
  const gold = goldIn(path, readings)
  const byId = new Map(readings.map((it) => [it.id, it]))
  const placesOf = (entry: Entry): Place[] =>
    entry.ties.flatMap(({ report: { document, commitment } }) => {
      const it = byId.get(document)!.commitments.find(({ id }) => id === commitment)!
      return [it.about, it.history[0]!.evidence].map(({ start, end }) => ({ document, start, end }))
    })
  const sure = gold.filter((it) => !it.doubt)
  const matches = (entry: Entry, it: Gold) =>
    placesOf(entry).some((place) => [...it.reports, ...it.steps].some((told) => meet(place, told)))
  const found = sure.filter((it) => entries.some((entry) => matches(entry, it)))
  const right = entries.filter((entry) => gold.some((it) => !it.doubt && matches(entry, it)))
  const doubtful = entries.filter((entry) => !right.includes(entry) && gold.some((it) => matches(entry, it)))
  const steps = sure.flatMap((it) => it.steps.filter(({ doubt }) => !doubt).map((step) => ({ it, step })))
  const near = (a: Place, b: Place) => a.document === b.document && a.start < b.end + NEAR && b.start < a.end + NEAR
  const told = steps.filter(({ it, step }) =>
    entries.some(
      (entry) => matches(entry, it) && entry.steps.some((own) => own.status === step.status && near(own, step)),
    ),
  )
  const every = entries.flatMap((entry) => entry.steps.map((step) => ({ entry, step })))
  const allSteps = gold.flatMap((it) => it.steps)
  const isMade = ({ step }: (typeof every)[number]) =>
    step.status === 'accepted' || allSteps.some((it) => it.status === step.status && near(step, it))
  const invented = every.filter((it) => !isMade(it))
  if (show) {
    for (const it of sure) if (!found.includes(it)) console.log('not found', it.id)
    for (const it of entries)
      if (!right.includes(it) && !doubtful.includes(it))
        console.log('wrong', it.first.document, it.first.kind, it.first.about)
    for (const it of steps) if (!told.includes(it)) console.log('step not told', it.it.id, it.step.status)
    for (const { entry, step } of invented)
      console.log('invented', entry.first.about, '|', step.status, step.evidence, step.rule)
  }
  const data = digestOf(path)
  const score = (name: string, value: number): Score => ({
    name: `commitments.ledger.${name}`,
    value: round(value, 1),
    data,
  })
  const share = (part: number, whole: number) => (100 * part) / Math.max(1, whole)
  return [
    score('found', share(found.length, sure.length)),
    score('precision', share(right.length, entries.length - doubtful.length)),
    score('steps', share(told.length, steps.length)),
    score('steps not invented', share(every.length - invented.length, every.length)),
  ]
}

/** A step's words are found when they stand at most so many characters from those that the reader marked. */
const NEAR = 40
const meet = (a: Place, b: Place) => a.document === b.document && a.start < b.end && b.start < a.end

async function readingsOfExamples(): Promise<Reading[]> {
  const readings: Reading[] = []
  for await (const input of openSources([join(packageRoot, 'examples', 'briefs')])) readings.push(await read(input))
  return readings
}

async function ledgerOfReadings(readings: readonly Reading[]): Promise<Entry[]> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-eval-'))
  const writer = await openWriter(folder)
  try {
    const added = new Date(0).toISOString()
    const of = (reading: Reading) => ({ input: reading.id, reader: 'eval', added })
    await writer.append({
      readings: readings.map((reading) => ({ reading, provenance: of(reading) })),
      inputs: readings.map((reading) => ({ ...of(reading), document: reading.id, outcome: 'added' })),
      errors: [],
    })
    const connection = await openDuckDB(writer.record)
    const entries = ledgerOf(await reportsIn(connection), await deedsIn(connection))
    connection.closeSync()
    return entries
  } finally {
    writer.close()
    await rm(folder, { recursive: true })
  }
}

const nameOf = ({ source: { uri = '' } }: Reading) => basename(uri).replace(/\.(?:html|txt)$/, '')

/** The rows of the table by commitment, their words as places in the texts. */
function goldIn(path: string, readings: readonly Reading[]): Gold[] {
  const rows = parseTable(readFileSync(path, 'utf8'), ['commitment', 'row', 'document', 'what', 'words'], path)
  const byName = new Map(readings.map((it) => [nameOf(it), it]))
  const place = (document: string, words: string): Place => {
    const { id, text } = byName.get(document)!
    const start = text.indexOf(words)
    return { document: id, start, end: start + words.length }
  }
  const gold = new Map<string, Gold>()
  for (const { commitment, row, document, what, words } of rows) {
    const doubt = what.endsWith('?')
    if (row === 'is') gold.set(commitment, { id: commitment, doubt, reports: [], steps: [] })
    else if (row === 'report') gold.get(commitment)!.reports.push({ ...place(document, words), doubt })
    else gold.get(commitment)!.steps.push({ ...place(document, words), doubt, status: what.replace('?', '') })
  }
  return [...gold.values()]
}
