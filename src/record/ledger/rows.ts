/** The ledger as rows of its tables. */
import type { RowOf } from '../column.ts'
import type { Entry, Report, Side, Step } from './model.ts'
import type { ledgerTable, reportsTable, stepsTable } from './tables.ts'
import { orderOf } from './taken.ts'
import { warningsOf } from './warnings.ts'

/** Pairs of statuses that cannot both be so. */
const opposites = [
  ['kept', 'broken'],
  ['accepted', 'rejected'],
  ['carried-out', 'not-yet'],
]

/** The first of some reports that tells something. */
const told = <T>(reports: readonly Report[], of: (report: Report) => T | undefined): T | null => {
  for (const report of reports) {
    const value = of(report)
    if (value !== undefined) return value
  }
  return null
}

/** Of the steps of the last day, the one that ends most: what was carried out may have been turned down before. */
const weightOf = ({ status }: Step) =>
  [
    'not-yet',
    'renewed',
    'condition-met',
    'accepted',
    'rejected',
    'withdrawn',
    'superseded',
    'kept',
    'broken',
    'carried-out',
  ].indexOf(status)
const lastOf = (steps: readonly Step[]): Step | undefined => {
  const day = steps.reduce((latest, { date = '' }) => (date > latest ? date : latest), '')
  return steps.filter(({ date = '' }) => date === day).sort((a, b) => weightOf(b) - weightOf(a))[0]
}

const keyed = (sides: readonly Side[]) => sides.find(({ key }) => key !== undefined)
/** All that are resolved, for a commitment of several: "RUS+USA". */
const keysOf = (sides: readonly Side[]) =>
  [...new Set(sides.flatMap(({ key }) => key ?? []))].sort().join('+') || undefined
const named = (sides: readonly Side[]) => sides.map(({ name }) => name).join(', ') || undefined

export function ledgerRow(entry: Entry): RowOf<typeof ledgerTable> {
  const { id, block, first, reports, steps } = entry
  const days = reports.flatMap(({ published }) => published ?? []).sort()
  const last = lastOf(steps)
  const statuses = new Set(steps.map(({ status }) => status))
  return {
    id,
    block,
    kind: first.kind,
    source: told(reports, (it) => keysOf(it.source)),
    source_name: told(reports, (it) => (keyed(it.source) ? named(it.source) : undefined)) ?? named(first.source),
    target: told(reports, (it) => keysOf(it.target)),
    target_name: told(reports, (it) => named(it.target)),
    about: first.about,
    condition: told(reports, (it) => it.condition),
    deadline_date: told(reports, (it) => it.deadline),
    strength: told(reports, (it) => it.strength),
    first_reported: days[0],
    last_reported: days.at(-1),
    reports: new Set(reports.map(({ document }) => document)).size,
    independent: new Set(reports.map(({ cluster }) => cluster)).size,
    told: last?.status ?? 'open',
    told_date: last?.date,
    disputed: opposites.some((pair) => pair.every((status) => statuses.has(status))),
    confidence: reports.reduce((most, it) => Math.max(most, it.confidence), 0),
    document: first.document,
    commitment: first.commitment,
    warnings: warningsOf(entry),
  }
}

export const reportRows = ({ id, block, ties }: Entry): RowOf<typeof reportsTable>[] =>
  ties.map(({ report, tied, score, nearest }) => ({
    ledger: id,
    block,
    document: report.document,
    commitment: report.commitment,
    published: report.published,
    cluster: report.cluster,
    sequence: orderOf(report),
    about: report.about,
    tied,
    score,
    nearest: nearest?.id,
    nearest_score: nearest?.score,
  }))

export const stepRows = ({ id, block, steps }: Entry): RowOf<typeof stepsTable>[] =>
  steps.map((step: Step, n) => ({
    ledger: id,
    block,
    n,
    status: step.status,
    date: step.date,
    document: step.document,
    cluster: step.cluster,
    evidence_start: step.start,
    evidence_end: step.end,
    evidence: step.evidence,
    word: step.word?.name,
    word_key: step.word?.key,
    sourcing: step.sourcing,
    statement: step.statement,
    event: step.event,
    confidence: step.confidence,
    rule: step.rule,
    score: step.score,
  }))
