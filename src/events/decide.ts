/** The patterns and the weights agree on what a sentence tells: which event is its main one, what is added, what is left out. */
import { shareOf } from '../statements/index.ts'
import { cluesOf, wordsOf } from './clues.ts'
import type { Party } from './parties.ts'
import type { Matching } from './stage.ts'
import type { Told } from './tell.ts'
import { type Verdict, verdictOn } from './verdict.ts'
import { weighed } from './weighed.ts'
import { type Judge, type VerdictType, verdictTypeOf } from './weights.ts'

/** The events of a sentence, and which of them is its main one. */
export interface Decided {
  told: readonly Told[]
  main: number
}

/** The weights add an event of their own from this likelihood on, beside events of the patterns or where those found none. */
const ADD = { beside: 0.5, alone: 0.25 }
/** All events fall out when none is this likely, and one of a pattern when its own type is this unlikely. */
const NOTHING = 0.6
const UNLIKELY = 0.05

export function decide(matching: Matching, told: readonly Told[], judge?: Judge): Decided {
  const { scene, parties } = matching
  if (!judge) return { told, main: 0 }
  const verdict = verdictOn(cluesOf(scene, parties, told), wordsOf(scene), judge)
  if (verdict.of('NONE') >= NOTHING) return { told: [], main: 0 }
  const best = verdict.ranked.find((type) => type !== 'NONE')!
  const likely = told.filter((it) => verdict.of(typeOf(it)) >= UNLIKELY)
  const known = likely.find((it) => typeOf(it) === best)
  const added = known ? undefined : addedBy(verdict, best, matching, likely)
  // A word tells one event: where the weights read another in it, theirs stands.
  const kept = added ? [...likely.filter((it) => !holds(it, added.at)), added] : likely
  const main = known ?? added ?? kept[0]
  const single = kept.filter((it) => it === main || !kept.some((other) => isDouble(it, other, kept, main)))
  single.sort((a, b) => a.at - b.at)
  return {
    told: single.map((it) => ({ ...it, confidence: sureOf(verdict, it, main!, judge) })),
    main: main ? single.indexOf(main) : 0,
  }
}

const typeOf = ({ code: { type } }: Told): VerdictType => verdictTypeOf(type)

function addedBy(verdict: Verdict, best: VerdictType, matching: Matching, told: readonly Told[]): Told | undefined {
  const enough = verdict.type !== 'NONE' && verdict.of(best) >= (told.length > 0 ? ADD.beside : ADD.alone)
  return enough ? weighed(matching, verdict, best, told.filter(isToCome)) : undefined
}

/** Deeds to come have a type of their own by the manual ("will attack" is a threat): the weights do not argue with that. */
const isToCome = ({ frame, factuality }: Told) => frame === 'modal' || factuality === 'future'

const holds = ({ from, to }: Told, token: number) => from <= token && token < to

/** One deed told by a verb and its object ("signed a treaty") is one event: of two of one type and the same parties one stays. */
const isDouble = (it: Told, other: Told, all: readonly Told[], main?: Told): boolean =>
  it !== other &&
  it.code.type === other.code.type &&
  sameParties(it.source, other.source) &&
  (it.target.length === 0 || sameParties(it.target, other.target)) &&
  (other === main || all.indexOf(other) < all.indexOf(it))

const sameParties = (a: readonly Party[], b: readonly Party[]): boolean =>
  a.length === b.length && a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end)

/**
 * How often events judged so likely were right. The weights share one main event out among all types, so that a second one is
 * judged by its part of what the main one leaves.
 */
function sureOf(verdict: Verdict, event: Told, main: Told, { sure }: Judge): number {
  const likely = verdict.of(typeOf(event))
  const left = typeOf(event) === typeOf(main) ? 1 : 1 - verdict.of(typeOf(main))
  return shareOf(Math.min(1, likely / Math.max(left, 1e-9)), sure)
}
