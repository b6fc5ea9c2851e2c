/** The patterns and the weights agree on what a sentence tells: which event is its main one, what is added, what is left out. */
import { shareOf, spanOf } from '../statements/index.ts'
import { cluesOf, wordsOf } from './clues.ts'
import { atShare, shareWithout } from './quiet.ts'
import type { Matching } from './stage.ts'
import type { Told } from './tell.ts'
import { isRefused, toldIn } from './told.ts'
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

/** What each sentence of an article tells; without a judge, what the patterns found. */
export function decideAll(matchings: readonly Matching[], judge?: Judge): Decided[] {
  const found = matchings.map((matching) => ({ matching, told: toldIn(matching) }))
  if (!judge) return found.map(({ told }) => ({ told, main: 0 }))
  const seen = found.map(({ matching: { scene, parties }, told }) =>
    verdictOn(cluesOf(scene, parties, told, judge.weights.clues), wordsOf(scene), judge),
  )
  const { none } = judge.weights
  const share = shareWithout(
    seen.map((verdict) => verdict.of('NONE')),
    none,
  )
  return found.map(({ matching, told }, i) => decide(matching, told, atShare(seen[i]!, share, none), judge))
}

function decide(matching: Matching, told: readonly Told[], verdict: Verdict, judge: Judge): Decided {
  const { scene, note } = matching
  const nothing = verdict.of('NONE') >= NOTHING
  const best = verdict.deed
  const likely = nothing ? [] : told.filter((it) => verdict.of(typeOf(it)) >= UNLIKELY)
  for (const { rule, at } of note ? told.filter((it) => !likely.includes(it)) : []) {
    note?.({
      rule,
      at: spanOf(scene, at, at + 1),
      missed: 'the other words of the sentence, or of the article, speak against it',
    })
  }
  if (nothing) return { told: [], main: 0 }
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
