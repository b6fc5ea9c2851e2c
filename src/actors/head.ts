/**
 * The head of a noun phrase, told from word order: the last name or noun before a preposition, comma, clause or verb.
 * A count before "of" is stepped over: the head of "a large number of officials" is "officials".
 */
import type { Actor, Span } from '../reading.ts'
import { firstWhere } from '../spans.ts'
import { type Given, mentionsOf } from './given.ts'
import { type Hit, roleOfHit, type Scan, scan } from './hits.ts'
import type { RoleRow } from './registry.ts'
import { isWord } from './registry.ts'

export interface Head extends Span {
  readonly text: string
  /** The role noun it is or ends in: "officials" in "several American officials". */
  readonly role?: RoleRow
  /** The actor it names. */
  readonly actor?: Actor
  /** Pieces [first, last) of the head, and the piece the phrase begins with. */
  readonly first: number
  readonly last: number
  readonly begins: number
}

/** The pieces inside a span. */
export function piecesIn({ pieces }: Scan, span: Span): { from: number; to: number } {
  const from = firstWhere(pieces, (piece) => piece.start >= span.start)
  return {
    from,
    to: Math.max(
      from,
      firstWhere(pieces, (piece) => piece.end > span.end),
    ),
  }
}

/** "French, German and British ministers": a country's adjective is joined to what follows, and is no head yet. */
function joinsAdjectives({ pieces, hits, hitAt }: Scan, head: { first: number; last: number }, at: number): boolean {
  const isAdjective = (hit: Hit | undefined) => hit?.meanings.some((meaning) => meaning.is === 'adjective') ?? false
  const hit = hits[hitAt[head.first]!]
  if (!hit || !isAdjective(hit) || hit.last !== head.last) return false
  const next = pieces[at + 1]?.key ?? ''
  return pieces[at]!.key !== ',' || next === 'and' || next === 'or' || isAdjective(hits[hitAt[at + 1] ?? -1])
}

const isOpen = (key: string): boolean => /^[\p{L}\p{N}]/u.test(key)

export function headOf(span: Span, { analysis, actors }: Pick<Given, 'analysis' | 'actors'>): Head | null {
  const read = scan(analysis)
  const { pieces, hits, hitAt } = read
  const { byStart, byEnd } = mentionsOf(actors)
  const { from, to } = piecesIn(read, span)
  let begins = from
  let head: { first: number; last: number } | null = null
  for (let i = from; i < to; ) {
    const { key, start } = pieces[i]!
    if (key === 'of' && head && isWord('quantity', pieces[head.last - 1]!.key)) {
      head = null
      begins = ++i
      continue
    }
    const mention = byStart.get(start)
    const end = mention && mention.end <= span.end ? mention.end : hits[hitAt[i]!]?.end
    if (end !== undefined && end <= span.end) {
      const last = firstWhere(pieces, (piece) => piece.end > end)
      // What begins as a name after a title is the name: "President | Bashar Assad".
      head = { first: i, last: Math.max(last, i + 1) }
      i = head.last
      continue
    }
    const next = pieces[i + 1]?.key ?? ''
    const clause = head !== null && /ing$/.test(key) && (isWord('preposition', next) || isWord('determiner', next))
    const ends = clause || isWord('preposition', key) || isWord('relative', key) || isWord('verb', key)
    if (!isOpen(key) && key !== "'s") {
      if (head && !/^[“”"‘’']$/.test(key) && !(key === ',' && joinsAdjectives(read, head, i))) break
    } else if (ends) {
      if (head && !((key === 'and' || key === 'or') && joinsAdjectives(read, head, i))) break
      if (!head) begins = i + 1
    } else if (key !== "'s" && (!isWord('determiner', key) || isWord('quantity', key))) head = { first: i, last: i + 1 }
    i++
  }
  if (!head) return null
  const hit = hits[hitAt[head.last - 1]!]
  const end = pieces[head.last - 1]!.end
  const mention = byEnd.get(end)
  const first =
    mention && mention.start >= span.start ? firstWhere(pieces, (piece) => piece.start >= mention.start) : head.first
  const role = hit && hit.last === head.last ? roleOfHit(hit) : undefined
  const { start } = pieces[first]!
  return {
    start,
    end,
    text: analysis.text.slice(start, end),
    ...(role && { role }),
    ...(mention && mention.start >= span.start && { actor: mention.actor }),
    first: head.first,
    last: head.last,
    begins,
  }
}
