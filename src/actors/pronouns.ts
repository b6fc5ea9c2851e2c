/**
 * Who a span that is a pronoun stands for. Personal pronouns go by the whole article (`coreference.ts`); "who" and "which" stand for the
 * actor named right before them.
 */
import type { Span } from '../reading.ts'
import { firstWhere } from '../spans.ts'
import { pronounsOf } from './coreference.ts'
import { pronounOf } from './fits.ts'
import { type Given, mentionsOf, type Named } from './given.ts'
import { piecesIn } from './head.ts'
import { scan } from './hits.ts'

const relative = new Set(['who', 'which', 'whose'])

/** The pronoun a span is, in lower case; null when it is none. */
export function pronounIn(span: Span, { analysis }: Pick<Given, 'analysis'>): string | null {
  const read = scan(analysis)
  const { from, to } = piecesIn(read, span)
  if (to - from !== 1) return null
  const { key } = read.pieces[from]!
  return relative.has(key) || pronounOf(read.pieces, from) ? key : null
}

/** The mention a pronoun stands for; null when there is none. */
export function antecedentOf(span: Span, given: Pick<Given, 'analysis' | 'actors'>): Named | null {
  const pronoun = pronounIn(span, given)
  if (!pronoun) return null
  const { pieces } = scan(given.analysis)
  const at = firstWhere(pieces, (piece) => piece.start >= span.start)
  if (!relative.has(pronoun)) return pronounsOf(given).get(pieces[at]!.start)?.named ?? null
  const before = pieces[at - 1]?.key === ',' ? at - 2 : at - 1
  return (before >= 0 && mentionsOf(given.actors).byEnd.get(pieces[before]!.end)) || null
}
