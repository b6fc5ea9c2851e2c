/**
 * Who a pronoun stands for, by a plain rule: the nearest fitting actor named before it in the same sentence as a subject (not behind
 * a preposition, not as an owner), else the first such in the sentence before; else nobody. "he" and "she" want a person
 * whose gender is not known to be the other; "it" a state, organisation or group; "they" anything but a state or one person.
 * "who" and "which" stand for the actor named right before them.
 */
import type { Actor, Span } from '../reading.ts'
import { firstWhere, type Given, mentionsOf, type Named } from './given.ts'
import { piecesIn } from './head.ts'
import { type Scan, scan } from './hits.ts'
import { isWord, registry } from './registry.ts'
import { vocabulary } from './vocabulary.ts'

type Fit = (actor: Actor) => boolean

export function genderOf(actor: Actor): 'm' | 'f' | undefined {
  const person = vocabulary().personById.get(actor.id)
  return person ? person.gender : registry().firstNames.get(actor.name.split(' ')[0]!) || undefined
}

const isHe: Fit = (actor) => actor.kind === 'person' && genderOf(actor) !== 'f'
const isShe: Fit = (actor) => actor.kind === 'person' && genderOf(actor) !== 'm'
const isIt: Fit = (actor) => actor.kind === 'state' || actor.kind === 'organisation' || actor.kind === 'group'
const isThey: Fit = (actor) => actor.kind === 'unnamed' || actor.kind === 'group' || actor.kind === 'organisation'

const isWho: Fit = () => true

const pronouns: Readonly<Record<string, Fit>> = {
  he: isHe,
  him: isHe,
  his: isHe,
  himself: isHe,
  she: isShe,
  her: isShe,
  herself: isShe,
  it: isIt,
  its: isIt,
  itself: isIt,
  they: isThey,
  them: isThey,
  their: isThey,
  themselves: isThey,
  who: isWho,
  which: isWho,
  whose: isWho,
}

/** The pronoun a span is, in lower case; null when it is none. */
export function pronounIn(span: Span, { analysis }: Pick<Given, 'analysis'>): string | null {
  const read = scan(analysis)
  const { from, to } = piecesIn(read, span)
  const key = to - from === 1 ? read.pieces[from]!.key : ''
  return Object.hasOwn(pronouns, key) ? key : null
}

/** Not behind a preposition, and not an owner. */
function isSubject({ pieces }: Scan, mention: Named): boolean {
  const at = firstWhere(pieces, (piece) => piece.start >= mention.start)
  const after = pieces[firstWhere(pieces, (piece) => piece.start >= mention.end)]
  if (after?.key === "'s") return false
  let i = at - 1
  while (
    i >= 0 &&
    pieces[i]!.sentence === pieces[at]!.sentence &&
    (isWord('determiner', pieces[i]!.key) || isWord('plain', pieces[i]!.key))
  )
    i--
  const before = pieces[i]
  return !before || before.sentence !== pieces[at]!.sentence || !isWord('preposition', before.key)
}

/** The mention a pronoun stands for; null when the rule finds none. */
export function antecedentOf(span: Span, given: Pick<Given, 'analysis' | 'actors'>): Named | null {
  const pronoun = pronounIn(span, given)
  if (!pronoun) return null
  const fits = pronouns[pronoun]!
  const { sentences } = given.analysis
  const { all, byEnd } = mentionsOf(given.actors)
  const read = scan(given.analysis)
  if (fits === isWho) {
    const at = firstWhere(read.pieces, (piece) => piece.start >= span.start)
    const before = read.pieces[at - 1]?.key === ',' ? at - 2 : at - 1
    return (before >= 0 && byEnd.get(read.pieces[before]!.end)) || null
  }
  const here = firstWhere(sentences, (sentence) => sentence.end > span.start)
  const within = (from: number, to: number) =>
    all
      .slice(
        firstWhere(all, (it) => it.start >= from),
        firstWhere(all, (it) => it.start >= to),
      )
      .filter((it) => it.end <= to && fits(it.actor) && isSubject(read, it))
  const sentence = sentences[here]
  const same = within(sentence?.start ?? 0, span.start).at(-1)
  if (same) return same
  const before = sentences[here - 1]
  return (before && within(before.start, before.end)[0]) ?? null
}
