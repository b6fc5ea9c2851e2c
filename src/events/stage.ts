/** Who stands where around a deed: the parties of its subject, of its object, and the owner of a noun. */
import type { Mention, Span } from '../reading.ts'
import { phraseAfter, type Scene, spanOf, subjectBefore } from '../statements/index.ts'
import { coordinated, type Party } from './parties.ts'
import type { VerbPattern } from './patterns.ts'

/** A sentence with what is known of who stands in it. */
export interface Stage {
  scene: Scene
  parties: readonly Party[]
  /** Who the words of a span name, for words that are no mention by themselves: "Russian" in "the Russian bombing". */
  describe: (span: Span) => Mention
  /** Year of the article's date. */
  year?: number
}

/** Before an infinitive or an -ing form the subject stands further off; it is looked for within this many tokens. */
const MAX_BACK = 8

/** The parties of the subject that ends before token `end`; undefined when no subject stands there. */
export function subjectParties(stage: Stage, end: number, form: VerbPattern['form']): Party[] | undefined {
  const { scene, parties } = stage
  const subject = subjectBefore(scene, end)
  const loose = form === 'gerund' || scene.lower[end] === 'to'
  if (!subject && !loose) return undefined
  const limit = subject?.from ?? Math.max(0, end - MAX_BACK)
  let index = parties.findLastIndex((party) => party.to <= end && party.from >= limit)
  if (index < 0) return subject ? unnamed(stage, subject) : []
  // "the spokesman of the ministry": the head is the first party unless a name follows in apposition.
  const joined = (i: number) =>
    scene.lower.slice(parties[i - 1]!.to, parties[i]!.from).some((word) => /^(?:of|for|in|at|from)$/.test(word))
  while (index > 0 && parties[index - 1]!.from >= limit && joined(index)) index -= 1
  return coordinated(scene, parties, index, -1)
}

/** The first parties in tokens [from, end): named ones, else people the phrase right at `from` tells of. */
export function partiesAfter(stage: Stage, from: number, end: number, places: boolean): Party[] {
  const { scene, parties } = stage
  if (from < 0 || from >= scene.tokens.length) return []
  // "met in Vienna" has no target; "intervened in Syria" has.
  const isPlace = (party: Party) =>
    party.from > from && /^(?:in|at|near|inside|outside|from)$/.test(scene.lower[party.from - 1]!)
  const index = parties.findIndex((party) => party.from >= from && party.from < end && (places || !isPlace(party)))
  if (index >= 0) return coordinated(scene, parties, index, 1)
  if (!places && /^(?:in|at|near|inside|outside|from)$/.test(scene.lower[from]!)) return []
  const object = phraseAfter(scene, from)
  return object ? unnamed(stage, { from, to: Math.min(object.to, end) }) : []
}

/** People who are no actor of the article, but of whom a sector is told: "protesters", "unidentified gunmen". */
function unnamed({ scene, describe }: Stage, { from, to }: { from: number; to: number }): Party[] {
  if (to <= from) return []
  const mention = describe(spanOf(scene, from, to))
  return mention.country || mention.sector ? [{ ...mention, from, to }] : []
}

/** Words that may stand between an owner and the deed: "Russia's military intervention". */
const between = /^(?:['’]s?|-|military|air|state|armed|aerial|new|chemical|first|latest|recent)$/

/** Whose deed a noun tells: "Turkey's attack", "the Turkish attack". */
export function ownerOf({ scene, parties, describe }: Stage, noun: number): Party | undefined {
  const { lower, tokens } = scene
  const named = parties.findLast((party) => party.to <= noun && noun - party.to <= 3)
  if (named && lower.slice(named.to, noun).every((word) => between.test(word))) return named
  let at = noun - 1
  while (at >= 0 && between.test(lower[at]!)) at -= 1
  if (at < 0 || !/^\p{Lu}/u.test(tokens[at]!.form)) return undefined
  const mention = describe(spanOf(scene, at, at + 1))
  return mention.country ? { ...mention, from: at, to: at + 1 } : undefined
}
