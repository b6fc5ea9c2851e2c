/**
 * Mentions linked to actors, against gold chains. Each gold chain is given the one actor that shares most mentions with it, each actor to
 * one chain at most (greedily, the largest overlap first: the mention-based CEAF of Luo 2005 with a greedy alignment). Right are the
 * mentions of a chain that are its actor's. Precision is over every mention of the aligned actors and every other mention that overlaps
 * the gold; recall over the gold. Two mentions are the same when they overlap: the gold marks whole phrases, onrecord their heads.
 * A gold pronoun is right when it is its chain's actor's.
 */
import type { Span } from '../../src/reading.ts'
import { f1, round, type Score } from '../data.ts'

export interface GoldMention extends Span {
  kind: 'name' | 'nominal' | 'pronoun'
  /** A personal pronoun for one person: "he", "her". */
  personal?: boolean
}

export interface FoundMention extends Span {
  actor: string
}

export interface LinkTally {
  right: number
  found: number
  wanted: number
  personalRight: number
  personal: number
  byKind: Record<GoldMention['kind'], [number, number]>
}

export const noLinks = (): LinkTally => ({
  right: 0,
  found: 0,
  wanted: 0,
  personalRight: 0,
  personal: 0,
  byKind: { name: [0, 0], nominal: [0, 0], pronoun: [0, 0] },
})

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Adds one article. */
export function countLinks(
  chains: readonly (readonly GoldMention[])[],
  found: readonly FoundMention[],
  tally: LinkTally,
  onMiss: (mention: GoldMention, chain: number, got: string | undefined) => void = () => {},
): void {
  const sorted = [...found].sort((a, b) => a.start - b.start)
  const actorsAt = (it: Span) => new Set(sorted.filter((other) => overlap(it, other)).map(({ actor }) => actor))
  const here = chains.map((chain) => chain.map((mention) => ({ mention, actors: actorsAt(mention) })))
  const pairs: { chain: number; actor: string; shared: number }[] = []
  here.forEach((chain, k) => {
    const shared = new Map<string, number>()
    for (const { actors } of chain) for (const actor of actors) shared.set(actor, (shared.get(actor) ?? 0) + 1)
    for (const [actor, n] of shared) pairs.push({ chain: k, actor, shared: n })
  })
  pairs.sort((a, b) => b.shared - a.shared || a.chain - b.chain)
  const actorOf = new Map<number, string>()
  const used = new Set<string>()
  for (const { chain, actor } of pairs) {
    if (actorOf.has(chain) || used.has(actor)) continue
    actorOf.set(chain, actor)
    used.add(actor)
  }
  here.forEach((chain, k) => {
    for (const { mention, actors } of chain) {
      const actor = actorOf.get(k)
      const right = actor !== undefined && actors.has(actor)
      tally.wanted++
      tally.byKind[mention.kind][1]++
      if (mention.personal) tally.personal++
      if (right) {
        tally.right++
        tally.byKind[mention.kind][0]++
        if (mention.personal) tally.personalRight++
      } else onMiss(mention, k, [...actors].join(' ') || undefined)
    }
  })
  const gold = chains.flat()
  tally.found += found.filter((it) => used.has(it.actor) || gold.some((mention) => overlap(mention, it))).length
}

export function linkScores(name: string, tally: LinkTally, data: string): Score[] {
  const [precision, recall] = [tally.right / Math.max(1, tally.found), tally.right / Math.max(1, tally.wanted)]
  const score = (measure: string, value: number): Score => ({
    name: `actors.${name}.${measure}`,
    value: round(100 * value, 1),
    data,
  })
  return [
    score('link.f1', f1(precision, recall)),
    score('link.precision', precision),
    score('link.recall', recall),
    ...(['name', 'nominal', 'pronoun'] as const).map((kind) => {
      const [right, wanted] = tally.byKind[kind]
      return score(`recall.${kind}`, right / Math.max(1, wanted))
    }),
    score('personal-pronouns', tally.personalRight / Math.max(1, tally.personal)),
  ]
}
