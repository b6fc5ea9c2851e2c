/** The patterns and the weights agree on what a sentence tells: which event is its main one, what is added, what is left out. */
import { cluesOf, wordsOf } from './clues.ts'
import type { Party } from './parties.ts'
import type { Matching } from './stage.ts'
import type { Told } from './tell.ts'
import { type Verdict, verdictOn } from './verdict.ts'
import type { Judge, VerdictType } from './weights.ts'
import { weighed } from './weighed.ts'

/** A type of the patterns as the weights know it. */
export const verdictTypeOf = (type: string): VerdictType =>
  (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type) as VerdictType

/** The weights add an event of their own from this likelihood on, beside events of the patterns or where those found none. */
const ADD = { beside: 0.5, alone: 0.25 }
/** An event of a pattern falls out when the weights find no event this likely, or its own type this unlikely. */
const NOTHING = 0.6
const UNLIKELY = 0.05

export function decide(
  matching: Matching,
  told: readonly Told[],
  judge?: Judge,
): { told: readonly Told[]; main: number } {
  if (!judge) return { told, main: 0 }
  const { scene, parties } = matching
  const verdict = verdictOn(cluesOf(scene, parties, told), wordsOf(scene), judge)
  const kept = told.filter(({ code }) => stands(verdict, verdictTypeOf(code.type)))
  const best = bestOf(verdict)
  let main = kept.findIndex(({ code }) => verdictTypeOf(code.type) === best)
  if (main < 0 && verdict.type !== 'NONE' && verdict.of(best) >= (kept.length > 0 ? ADD.beside : ADD.alone)) {
    const added = weighed(matching, verdict, best)
    if (added) {
      kept.push(added)
      kept.sort((a, b) => a.at - b.at)
      main = kept.indexOf(added)
    }
  }
  return withoutDoubles(kept, kept[Math.max(0, main)])
}

/** One deed told by a verb and its object ("signed a treaty") is one event: of two with one type and the same parties the first stays. */
function withoutDoubles(told: readonly Told[], main: Told | undefined): { told: readonly Told[]; main: number } {
  const single = told.filter((it, i) => it === main || !told.some((other, j) => isDouble(it, other) && (other === main || j < i)))
  return { told: single, main: Math.max(0, main ? single.indexOf(main) : 0) }
}

const isDouble = (a: Told, b: Told): boolean =>
  a !== b && a.code.type === b.code.type && sameParties(a.source, b.source) && (a.target.length === 0 || sameParties(a.target, b.target))

const sameParties = (a: readonly Party[], b: readonly Party[]): boolean =>
  a.length === b.length && a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end)

const stands = (verdict: Verdict, type: VerdictType) => verdict.of('NONE') < NOTHING && verdict.of(type) >= UNLIKELY

/** The likeliest type of an event, if it is one. */
function bestOf(verdict: Verdict): VerdictType {
  return verdict.ranked.find((type) => type !== 'NONE')!
}
