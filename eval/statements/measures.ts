/** Statements as PolNeAR has them, and when one that was found is right. */
import type { Span, Statement } from '../../src/reading.ts'

/** [start, end) in code points. */
type Fragment = [number, number]
export interface Attribution {
  id?: string
  rule?: string
  source: Fragment[]
  cue: Fragment[]
  content: Fragment[]
}
export interface Row {
  id: string
  text: string
  annotations: Attribution[][]
}

export const roles = ['source', 'cue', 'content'] as const

export interface Tally {
  right: number
  found: number
  wanted: number
}

/** Adds one article to the counts of each measure. */
export function count(gold: Attribution[], found: Attribution[], tally: Map<string, Tally>): void {
  const add = (name: string, right: number, foundN: number, wanted: number) => {
    const sum = tally.get(name) ?? { right: 0, found: 0, wanted: 0 }
    tally.set(name, { right: sum.right + right, found: sum.found + foundN, wanted: sum.wanted + wanted })
  }
  for (const role of roles) {
    const keys = (all: Attribution[]) => new Set(all.flatMap((it) => it[role].map((fragment) => fragment.join('-'))))
    const [wanted, got] = [keys(gold), keys(found)]
    add(role, [...got].filter((key) => wanted.has(key)).length, got.size, wanted.size)
  }
  const left = [...found]
  const right = gold.filter((it) => {
    const match = left.findIndex((other) => isLinked(it, other))
    if (match >= 0) left.splice(match, 1)
    return match >= 0
  })
  add('link', right.length, found.length, gold.length)
}

/** Cues overlap, contents share half of their union, sources overlap or are both absent. */
export function isLinked(gold: Attribution, found: Attribution): boolean {
  if (gold.cue.length > 0 !== found.cue.length > 0) return false
  if (gold.cue.length > 0 && !overlaps(gold.cue, found.cue)) return false
  const shared = sharedLength(gold.content, found.content)
  const union = lengthOf(gold.content) + lengthOf(found.content) - shared
  if (union === 0 || shared / union < 0.5) return false
  if (gold.source.length === 0 || found.source.length === 0) return gold.source.length === found.source.length
  return overlaps(gold.source, found.source)
}

const overlaps = (a: Fragment[], b: Fragment[]) => sharedLength(a, b) > 0
const lengthOf = (fragments: Fragment[]) => fragments.reduce((sum, [start, end]) => sum + end - start, 0)
const sharedLength = (a: Fragment[], b: Fragment[]) =>
  a.reduce(
    (sum, [s, e]) => sum + b.reduce((n, [start, end]) => n + Math.max(0, Math.min(e, end) - Math.max(s, start)), 0),
    0,
  )

/** The gold marks outermost statements only: one whose cue stands inside another's content is left out. */
export function outermost(
  statements: readonly (Pick<Statement, 'source' | 'cue' | 'content' | 'rule'> & { id?: string })[],
  at: (offset: number) => number,
): Attribution[] {
  const fragment = ({ start, end }: Span): Fragment => [at(start), at(end)]
  const all = statements.map((it) => ({
    source: it.source ? [fragment(it.source)] : [],
    cue: it.cue ? [fragment(it.cue)] : [],
    content: it.content.map(fragment).sort((a, b) => a[0] - b[0]),
    rule: it.rule,
    ...(it.id !== undefined && { id: it.id }),
  }))
  const inside = (a: Attribution, b: Attribution) =>
    a !== b && a.cue.some(([start, end]) => b.content.some(([s, e]) => s <= start && end <= e))
  return all.filter((it) => !all.some((other) => inside(it, other)))
}

/** From UTF-16 offsets to code points. */
export function codePoints(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset
  const map = new Uint32Array(text.length + 1)
  for (let i = 0, point = 0; i <= text.length; i++) {
    map[i] = point
    const pair = i > 0 && /[\ud800-\udbff]/.test(text[i - 1]!) && /[\udc00-\udfff]/.test(text[i] ?? '')
    if (pair) map[i] = point - 1
    else point += 1
  }
  return (offset) => map[offset]!
}

/** From code points to UTF-16 offsets. */
export function utf16Of(text: string): (point: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point
  const offsets: number[] = []
  for (let i = 0; i <= text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) offsets.push(i)
  return (point) => offsets[point]!
}
