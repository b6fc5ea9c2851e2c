/**
 * The ledger: which reports tell of the same commitment, and what became of it. A pure function of the reports and deeds; it puts them
 * in an order of their own first, so that the order in which articles were added does not matter.
 */
import { type Deeds, deedOf, deedsBy, stepsFrom } from './follow.ts'
import type { Deed, Entry, Report, Step } from './model.ts'
import { compare, taken } from './taken.ts'
import { emptyShelf, type Row, type Shelf, tie } from './tie.ts'

/** Every entry of the ledger, by id. */
export function ledgerOf(reports: readonly Report[], deeds: readonly Deed[] = []): Entry[] {
  const shelves = new Map<string, Shelf>()
  const sorted = reports.map(taken).sort((a, b) => compare(a.order, b.order))
  for (const it of sorted) {
    const shelf = shelves.get(it.block) ?? emptyShelf()
    shelves.set(it.block, shelf)
    tie(shelf, it)
  }
  const known = deedsBy([...deeds, ...reports.flatMap((it) => deedOf(it) ?? [])])
  return [...shelves.values()]
    .flatMap(({ rows }) => rows)
    .map((row) => entryOf(row, known))
    .sort((a, b) => compare(a.id, b.id))
}

/** A row with what became of it. */
export const entryOf = ({ id, block, first, reports, ties }: Row, deeds: Deeds): Entry => {
  const own = reports.flatMap(({ report }) =>
    report.steps
      .filter(({ status }) => status !== 'open')
      .map((step) => ({ ...step, document: report.document, cluster: report.cluster, confidence: report.confidence })),
  )
  return {
    id,
    block,
    first: first.report,
    reports: reports.map((it) => it.report),
    ties,
    steps: inOrder([...own, ...stepsFrom(first, deeds)]),
  }
}

/** By date, then place; a step that a copy repeats stands once. */
function inOrder(steps: readonly Step[]): Step[] {
  const order = (it: Step) =>
    `${it.date ?? '9999'} ${it.document} ${String(it.start).padStart(9, '0')} ${it.status} ${it.rule ?? ''} ${it.event ?? ''}`
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
