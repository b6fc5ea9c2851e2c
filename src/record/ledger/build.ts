/**
 * The ledger: which reports tell of the same commitment, and what became of it. A pure function of the reports; it puts them in an
 * order of their own first, so that the order in which articles were added does not matter.
 */
import { createHash } from 'node:crypto'
import type { Entry, Report, Side, Step, Tie } from './model.ts'
import { likeness, stemsOf, type Weigh, weighing } from './subject.ts'

/** Reports of one commitment have this much of their subject in common… */
const SAME = 0.5
/** …and more, the longer after the last one they come: this much a year. */
const FADE = 0.05
/** Days in which a report that names no subject of its own ("carried out his threat") may stand for an earlier one. */
const REFERENCE = 200
/** Deadlines further apart than this many days are of two commitments. */
const DEADLINES = 31
/** Subjects that a report is compared with in one row: bounds the work on 5,000 reports of one threat. */
const SUBJECTS = 12
/** Days in which what the other side agrees to or refuses is an answer. */
const ANSWER = 30

/** Kinds that may be one commitment, reported by different words. */
const families: Record<string, string> = {
  offer: 'give',
  promise: 'give',
  threat: 'harm',
  'red-line': 'harm',
  demand: 'ask',
  ultimatum: 'ask',
  refusal: 'refuse',
  agreement: 'agree',
}

/**
 * The block of a report: only reports of one block may be of one commitment. Who is not resolved may be anybody, so that such
 * reports are compared within their own document and its copies only.
 */
export function blockOf({ source, target, kind, cluster }: Report): string {
  const keys = [...new Set(source.flatMap(({ key }) => key ?? []))].sort()
  const others =
    keys.length > 0 ? keys : kind === 'agreement' ? [...new Set(target.flatMap(({ key }) => key ?? []))].sort() : []
  return `${others.length > 0 ? others.join('+') : `? ${cluster}`} ${families[kind] ?? kind}`
}

/** Every entry of the ledger, by id. */
export function ledgerOf(reports: readonly Report[]): Entry[] {
  const blocks = new Map<string, Report[]>()
  for (const report of reports) {
    const block = blockOf(report)
    const own = blocks.get(block)
    if (own) own.push(report)
    else blocks.set(block, [report])
  }
  const entries = [...blocks].flatMap(([block, own]) => entriesOf(block, own))
  answer(entries)
  for (const entry of entries) entry.steps = inOrder(entry.steps)
  return entries.sort((a, b) => compare(a.id, b.id))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A document without a day comes last: it may tell of anything before it. */
const orderOf = ({ published, document, commitment }: Report) =>
  `${published ?? '9999'} ${document} ${commitment.replace(/\d+/, (n) => n.padStart(6, '0'))}`

interface Open {
  entry: Entry
  subjects: Set<string>[]
  target?: string
  deadline?: string
  last?: string
}

function entriesOf(block: string, reports: readonly Report[]): Entry[] {
  const sorted = reports.map((report) => ({ report, order: orderOf(report) })).sort((a, b) => compare(a.order, b.order))
  const subjects = new Map(reports.map((it) => [it, subjectOf(it)]))
  const weigh = weighing([...subjects.values()])
  const open: Open[] = []
  // Rows by the words of their subjects, so that a report meets only those with which it has one in common.
  const byStem = new Map<string, Set<Open>>()
  for (const { report } of sorted) {
    const stems = subjects.get(report)!
    const met = stems.length === 0 ? open : [...new Set(stems.flatMap((stem) => [...(byStem.get(stem) ?? [])]))]
    const ranked = met
      .map((it) => ({ it, score: scoreOf(report, stems, it, weigh) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || compare(orderOf(a.it.entry.first), orderOf(b.it.entry.first)))
    const best = ranked[0]
    const joined = best && best.score >= thresholdFor(report, best.it) ? best.it : undefined
    const row = joined ?? begin(block, report)
    const other = ranked.find(({ it }) => it !== joined)
    if (!joined) open.push(row)
    const tied: Tie['tied'] = !joined ? 'first' : stems.length === 0 ? 'reference' : 'same'
    row.entry.ties.push({
      report,
      tied,
      score: joined ? best!.score : 0,
      ...(other && { nearest: { id: other.it.entry.id, score: other.score } }),
    })
    admit(row, report, stems)
    for (const stem of stems) {
      const rows = byStem.get(stem)
      if (rows) rows.add(row)
      else byStem.set(stem, new Set([row]))
    }
  }
  return open.map(({ entry }) => entry)
}

/** What a report is about, with its condition; the names of the parties and of days say nothing of it. */
function subjectOf({ about, condition = '', source, target }: Report): string[] {
  const names = new Set([...source, ...target].flatMap(({ name }) => stemsOf(name)))
  return stemsOf(`${about} ${condition}`).filter((stem) => !names.has(stem) && !/^\d{1,2}$/.test(stem))
}

function begin(block: string, report: Report): Open {
  const { document, commitment } = report
  const id = createHash('sha256').update(`${document} ${commitment}`).digest('hex').slice(0, 12)
  return { entry: { id, block, first: report, ties: [], steps: [] }, subjects: [] }
}

function admit(row: Open, report: Report, stems: readonly string[]): void {
  if (stems.length > 0 && row.subjects.length < SUBJECTS) row.subjects.push(new Set(stems))
  row.target ??= keyOf(report.target)
  row.deadline ??= report.deadline
  row.last = report.published ?? row.last
  for (const step of report.steps) {
    if (step.status === 'open') continue
    row.entry.steps.push({ ...step, document: report.document, cluster: report.cluster, confidence: report.confidence })
  }
}

const keyOf = (sides: readonly Side[]) => sides.find(({ key }) => key !== undefined)?.key

/** How well a report goes with a row; 0 when it cannot be of it. */
function scoreOf(report: Report, stems: readonly string[], row: Open, weigh: Weigh): number {
  const target = keyOf(report.target)
  if (target && row.target && target !== row.target) return 0
  if (report.deadline && row.deadline && Math.abs(daysBetween(report.deadline, row.deadline)) > DEADLINES) return 0
  if (stems.length === 0) {
    // It names no subject: the last commitment to the same other side, if that is near.
    const days = row.last && report.published ? daysBetween(row.last, report.published) : Number.POSITIVE_INFINITY
    const said = report.steps.some(({ status }) => status !== 'open')
    return said && target !== undefined && target === row.target && days <= REFERENCE ? 1 - days / (2 * REFERENCE) : 0
  }
  return Math.max(0, ...row.subjects.map((it) => likeness(stems, it, weigh)))
}

const thresholdFor = ({ published }: Report, { last }: Open): number =>
  published && last ? SAME + Math.min(0.2, (FADE * Math.abs(daysBetween(last, published))) / 365) : SAME

const DAY = 86_400_000
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY

/**
 * What the other side agreed to or refused within a month: an answer, where both name each other and either stand in one document or
 * have their subject in common.
 */
function answer(entries: readonly Entry[]): void {
  const asked = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (!/(?:give|ask)$/.test(entry.block)) continue
    for (const from of keysOf(entry.first.source)) {
      for (const to of keysOf(entry.first.target)) {
        const key = `${from} ${to}`
        const own = asked.get(key)
        if (own) own.push(entry)
        else asked.set(key, [entry])
      }
    }
  }
  for (const { block, ties } of entries) {
    if (!/(?:refuse|agree)$/.test(block)) continue
    for (const { report } of ties) answerBy(report, asked)
  }
}

const keysOf = (sides: readonly Side[]) => sides.flatMap(({ key }) => key ?? [])

function answerBy(report: Report, asked: ReadonlyMap<string, readonly Entry[]>): void {
  const [first] = report.steps
  if (!first || !report.published) return
  const refused = report.kind === 'refusal'
  const met = keysOf(report.source).flatMap((by) =>
    keysOf(report.target).flatMap((to) => asked.get(`${to} ${by}`) ?? []),
  )
  const stems = subjectOf(report)
  for (const entry of met.slice(0, SUBJECTS * SUBJECTS)) {
    const days = entry.first.published ? daysBetween(entry.first.published, report.published) : -1
    if (days < 0 || days > ANSWER) continue
    const here = entry.first.document === report.document
    const score = likeness(stems, new Set(subjectOf(entry.first)), () => 1)
    if (score < SAME && !here) continue
    entry.steps.push({
      ...first,
      status: refused ? 'rejected' : 'accepted',
      document: report.document,
      cluster: report.cluster,
      confidence: here && score < SAME ? 0.4 : 0.6,
      rule: refused ? 'refused-by-target' : 'agreed-by-target',
      score,
    })
  }
}

/** By date, then place; a step that a copy repeats stands once. */
function inOrder(steps: readonly Step[]): Step[] {
  const order = (it: Step) => `${it.date ?? '9999'} ${it.document} ${String(it.start).padStart(9, '0')} ${it.status}`
  const seen = new Set<string>()
  return steps
    .map((step) => ({ step, key: order(step) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ step }) => step)
    .filter(({ cluster, status, evidence }) => {
      const key = `${cluster} ${status} ${evidence}`
      return !seen.has(key) && seen.add(key)
    })
}
