/** A report as it is compared with others: whose block it is of, its place in the order, what it is about. */
import type { Report, Side } from './model.ts'
import { stemsOf, weightOfAll } from './subject.ts'

export interface Taken {
  report: Report
  block: string
  /** By day, document and number: a document without a day comes last, for it may tell of anything before it. */
  order: string
  /** What it is about, with its condition. */
  stems: readonly string[]
  weight: number
  /** The first of the other side who is resolved; never who is committed. */
  target?: string
}

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
export const familyOf = ({ kind }: Pick<Report, 'kind'>): string => families[kind] ?? kind

export const keysOf = (sides: readonly Side[]): string[] => [...new Set(sides.flatMap(({ key }) => key ?? []))].sort()

/**
 * The block of a report: only reports of one block may be of one commitment. Who is not resolved may be anybody, so that such
 * reports are compared within their own document and its copies only.
 */
export function blockOf({ source, target, kind, cluster }: Report): string {
  const own = keysOf(source)
  const keys = own.length > 0 || kind !== 'agreement' ? own : keysOf(target)
  return `${keys.length > 0 ? keys.join('+') : `? ${cluster}`} ${familyOf({ kind })}`
}

export const orderOf = ({ published, document, commitment }: Report): string =>
  `${published ?? '9999'} ${document} ${commitment.replace(/\d+/, (n) => n.padStart(6, '0'))}`

/** What words of a report are about; the names of the parties and of days say nothing of it. */
export function subjectOf({ source, target }: Pick<Report, 'source' | 'target'>, words: string): string[] {
  const names = new Set([...source, ...target].flatMap(({ name }) => stemsOf(name)))
  return stemsOf(words).filter((stem) => !names.has(stem) && !/^\d{1,2}$/.test(stem))
}

/** Whoever is committed cannot be the other side as well: a slip of the reading. */
export const targetOf = ({ source, target }: Report): string | undefined => {
  const own = keysOf(source)
  return target.find(({ key }) => key !== undefined && !own.includes(key))?.key
}

export function taken(report: Report): Taken {
  const stems = subjectOf(report, `${report.about} ${report.condition ?? ''}`)
  const target = targetOf(report)
  return {
    report,
    block: blockOf(report),
    order: orderOf(report),
    stems,
    weight: weightOfAll(stems),
    ...(target && { target }),
  }
}

const DAY = 86_400_000
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
