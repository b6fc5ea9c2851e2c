/**
 * Which reports of a block tell of the same commitment. Reports are taken in their order, each against the rows that those before it
 * made: so rows that were tied before can be put back, and only what comes later is tied anew.
 */
import { createHash } from 'node:crypto'
import type { Tie } from './model.ts'
import { isSubject, weightOf } from './subject.ts'
import { compare, daysBetween, type Taken } from './taken.ts'

/** Reports of one commitment have this much of their subject in common… */
const SAME = 0.5
/** …and more, the longer after the last one they come: this much a year. */
const FADE = 0.05
/** Days in which a report that names no subject of its own ("carried out his threat") may stand for an earlier one. */
export const REFERENCE = 200
/** Deadlines further apart than this many days are of two commitments. */
export const DEADLINES = 31
/** Subjects that a report is compared with in one row: bounds the work on 5,000 reports of one threat. */
const SUBJECTS = 12

export interface Row {
  id: string
  block: string
  first: Taken
  reports: Taken[]
  ties: Tie[]
  subjects: number
  target?: string
  deadline?: string
  last?: string
}

/** A subject of a row, with what the report that is looked at has in common with it. */
interface Place {
  row: Row
  weight: number
  length: number
  seenBy?: Taken
  common: number
  words: number
}

/** The rows of a block, by the stems of their subjects and by whom they are to. */
export interface Shelf {
  rows: Row[]
  byStem: Map<string, Place[]>
  byTarget: Map<string, Row[]>
}

export const emptyShelf = (): Shelf => ({ rows: [], byStem: new Map(), byTarget: new Map() })

/** The id of a row that begins with a report. */
export const idOf = ({ report: { document, commitment } }: Taken): string =>
  createHash('sha256').update(`${document} ${commitment}`).digest('hex').slice(0, 12)

/** Begins a row with a report. */
export function begin(shelf: Shelf, first: Taken): Row {
  const row: Row = { id: idOf(first), block: first.block, first, reports: [], ties: [], subjects: 0 }
  shelf.rows.push(row)
  return row
}

/** Puts a report into a row. */
export function admit(shelf: Shelf, row: Row, it: Taken): void {
  row.reports.push(it)
  if (it.stems.length > 0 && row.subjects < SUBJECTS) {
    row.subjects += 1
    const place: Place = { row, weight: it.weight, length: it.stems.length, common: 0, words: 0 }
    for (const stem of it.stems) into(shelf.byStem, stem, place)
  }
  if (row.target === undefined && it.target !== undefined) {
    row.target = it.target
    into(shelf.byTarget, it.target, row)
  }
  row.deadline ??= it.report.deadline
  row.last = it.report.published ?? row.last
}

export function into<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const own = map.get(key)
  if (own) own.push(item)
  else map.set(key, [item])
}

/** Ties a report to the row that it is of, or begins one. It must come after all that the shelf holds. */
export function tie(shelf: Shelf, it: Taken): Row {
  const ranked = it.stems.length > 0 ? alike(shelf, it) : referred(shelf, it)
  const [best] = ranked
  const joined = best && best.score >= thresholdFor(it, best.row) ? best.row : undefined
  const row = joined ?? begin(shelf, it)
  const other = joined ? ranked[1] : best
  row.ties.push({
    report: it.report,
    tied: !joined ? 'first' : it.stems.length === 0 ? 'reference' : 'same',
    score: joined ? best!.score : 0,
    ...(other && { nearest: { id: other.row.id, score: other.score } }),
  })
  admit(shelf, row, it)
  return row
}

interface Scored {
  row: Row
  score: number
}

/** The two rows whose subject is most like a report's. */
function alike(shelf: Shelf, it: Taken): Scored[] {
  const met: Place[] = []
  for (const stem of it.stems) {
    const weight = weightOf(stem)
    for (const place of shelf.byStem.get(stem) ?? []) {
      if (place.seenBy !== it) {
        place.seenBy = it
        place.common = 0
        place.words = 0
        met.push(place)
      }
      place.common += weight
      place.words += 1
    }
  }
  const scores = new Map<Row, number>()
  for (const { row, weight, length, common, words } of met) {
    if (!isSubject(words, it.stems.length, length) || !mayBe(it, row)) continue
    const score = common / Math.min(it.weight, weight)
    if (score > (scores.get(row) ?? 0)) scores.set(row, score)
  }
  return firstTwo([...scores].map(([row, score]) => ({ row, score })))
}

/** It names no subject: the last commitment to the same other side, if that is near. */
function referred(shelf: Shelf, it: Taken): Scored[] {
  const { published, steps } = it.report
  if (it.target === undefined || !published || steps.every(({ status }) => status === 'open')) return []
  const rows = (shelf.byTarget.get(it.target) ?? []).flatMap((row) => {
    const days = row.last ? daysBetween(row.last, published) : Number.POSITIVE_INFINITY
    return days <= REFERENCE && mayBe(it, row) ? [{ row, score: 1 - days / (2 * REFERENCE) }] : []
  })
  return firstTwo(rows)
}

const firstTwo = (rows: Scored[]): Scored[] => {
  let [first, second]: (Scored | undefined)[] = []
  const before = (a: Scored, b?: Scored) =>
    !b || a.score > b.score || (a.score === b.score && compare(a.row.first.order, b.row.first.order) < 0)
  for (const it of rows) {
    if (before(it, first)) [first, second] = [it, first]
    else if (before(it, second)) second = it
  }
  return [first, second].flatMap((it) => it ?? [])
}

/** Different other sides, or deadlines far apart, are never one commitment. */
function mayBe({ target, report: { deadline } }: Taken, row: Row): boolean {
  if (target && row.target && target !== row.target) return false
  return !(deadline && row.deadline && Math.abs(daysBetween(deadline, row.deadline)) > DEADLINES)
}

const thresholdFor = ({ report: { published } }: Taken, { last }: Row): number =>
  published && last ? SAME + Math.min(0.2, (FADE * Math.abs(daysBetween(last, published))) / 365) : SAME
