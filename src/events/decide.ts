/** The patterns and the weights agree on what a sentence tells: which event is its main one, what is added, what is left out. */
import { shareOf } from '../statements/index.ts'
import { cluesOf, wordsOf } from './clues.ts'
import type { Matching } from './stage.ts'
import type { Told } from './tell.ts'
import { isRefused } from './told.ts'
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
const NOTHING = 0.75
/** From this likelihood on the weights need no leave of a pattern that refused the word. */
const OVERRULE = 0.55
const UNLIKELY = 0.05

export function decide(matching: Matching, told: readonly Told[], judge?: Judge): Decided {
  const { scene, parties } = matching
  if (!judge) return { told, main: 0 }
  const verdict = verdictOn(cluesOf(scene, parties, told), wordsOf(scene), judge)
  if (verdict.of('NONE') >= NOTHING) return { told: [], main: 0 }
  const best = verdict.ranked.find((type) => type !== 'NONE')!
  const likely = told.filter((it) => verdict.of(typeOf(it)) >= UNLIKELY)
  const known = likely.find((it) => typeOf(it) === best)
  const enough = verdict.type !== 'NONE' && verdict.of(best) >= (likely.length > 0 ? ADD.beside : ADD.alone)
  const sure = verdict.of(best) >= OVERRULE
  const isFree = (token: number) =>
    !likely.some((it) => isToCome(it) && holds(it, token)) &&
    (told.some(({ at }) => at === token) || !isRefused(matching, token, sure))
  const added = enough && !known ? weighed(matching, verdict, best, { isFree, sure }) : undefined
  // A word tells one event: where the weights read another in it, theirs stands.
  const kept = added ? [...likely.filter((it) => !holds(it, added.at)), added] : likely
  const main = known ?? added ?? kept[0]
  const ordered = [...kept].sort((a, b) => a.at - b.at)
  return {
    told: ordered.map((it) => ({ ...it, confidence: sureOf(verdict, it, main!, judge) })),
    main: main ? ordered.indexOf(main) : 0,
  }
}

const typeOf = ({ code: { type } }: Told): VerdictType => verdictTypeOf(type)

/** Deeds to come have a type of their own by the manual ("will attack" is a threat): the weights do not argue with that. */
const isToCome = ({ frame, factuality }: Told) => frame === 'modal' || factuality === 'future'

const holds = ({ from, to }: Told, token: number) => from <= token && token < to

/**
 * How often events judged so likely were right. The weights share one main event out among all types, so that a second one is
 * judged by its part of what the main one leaves.
 */
function sureOf(verdict: Verdict, event: Told, main: Told, { sure }: Judge): number {
  const likely = verdict.of(typeOf(event))
  const left = typeOf(event) === typeOf(main) ? 1 : 1 - verdict.of(typeOf(main))
  return shareOf(Math.min(1, likely / Math.max(left, 1e-9)), sure)
}
