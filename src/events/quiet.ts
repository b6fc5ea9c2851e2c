/**
 * How much of an article tells no event. The weights learnt from sentences rich in events; most news is not. So an article's own share
 * of sentences without one is reckoned from all its verdicts, and each verdict is then read at that share (Saerens, Latinne and
 * Decaestecker 2002, "Adjusting the outputs of a classifier to new a priori probabilities").
 */
import type { Verdict } from './verdict.ts'
import type { VerdictType } from './weights.ts'

/** As many sentences as what was learnt counts for, so that a short text is read as it was learnt. */
const LEARNT = 10
const ROUNDS = 20

/** How many times likelier no event is, at a share of sentences without one, than it was at the share among what was learnt. */
const oddsAt = (share: number, learnt: number): number => ((share / (1 - share)) * (1 - learnt)) / learnt

const moved = (none: number, odds: number): number => (odds * none) / (odds * none + 1 - none)

/**
 * The share of sentences without an event.
 *
 * @param nones how likely each sentence is to have none, by weights that learnt where `learnt` of one had none
 */
export function shareWithout(nones: readonly number[], learnt: number): number {
  let share = learnt
  for (let round = 0; round < ROUNDS; round++) {
    const odds = oddsAt(share, learnt)
    let sum = 0
    for (const none of nones) sum += moved(none, odds)
    share = (sum + LEARNT * learnt) / (nones.length + LEARNT)
  }
  return share
}

/** A verdict as it is where `share` of the sentences have no event. */
export function atShare(verdict: Verdict, share: number, learnt: number): Verdict {
  const odds = oddsAt(share, learnt)
  const none = verdict.of('NONE')
  const all = odds * none + 1 - none
  const of = (type: VerdictType) => (verdict.of(type) * (type === 'NONE' ? odds : 1)) / all
  const { deed, share: shareOf } = verdict
  return { type: of(deed) > of('NONE') ? deed : 'NONE', deed, of, share: shareOf }
}
