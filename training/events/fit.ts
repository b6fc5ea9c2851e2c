/**
 * Fits the event weights: a log-linear model over clues and mean word vectors, with squared weights held down, by L-BFGS (Liu and
 * Nocedal 1989). The loss is convex and nothing is drawn by chance: the same examples give the same weights.
 */
import { groups } from '../../src/events/clues.ts'
import { softmax } from '../../src/events/verdict.ts'
import { verdicts, type Weights } from '../../src/events/weights.ts'
import type { Example } from './corpus.ts'
import { minimum } from './minimum.ts'

/** How hard weights of clues, and of word vectors, are held down. */
const HOLD = { clues: 1, vectors: 0.3 }
/** A clue seen once says nothing of others. */
const SEEN = 2

export function weightsFrom(examples: readonly Example[]): Weights {
  const types = verdicts.length
  const seen = new Map<string, number>()
  for (const { clues } of examples) for (const clue of clues) seen.set(clue, (seen.get(clue) ?? 0) + 1)
  const names = [...seen].filter(([, count]) => count >= SEEN).map(([name]) => name)
  const places = new Map(names.map((name, i) => [name, i * types]))
  const size = examples[0]!.means.length
  const [vectorsAt, biasAt] = [names.length * types, (names.length + size) * types]
  const rows = examples.map(({ clues, means, allowed, weight }) => ({
    clues: clues.flatMap((clue) => places.get(clue) ?? []),
    means,
    allowed: verdicts.map((type) => allowed.includes(type)),
    weight,
  }))

  const found = minimum(biasAt + types, (weights, slope) => {
    let loss = 0
    for (let i = 0; i < biasAt; i++) {
      const hold = i < vectorsAt ? HOLD.clues : HOLD.vectors
      loss += (hold / 2) * weights[i]! ** 2
      slope[i] = hold * weights[i]!
    }
    slope.fill(0, biasAt)
    for (const { clues, means, allowed, weight } of rows) {
      const scores = weights.slice(biasAt)
      for (const at of clues) for (let t = 0; t < types; t++) scores[t]! += weights[at + t]!
      for (let k = 0; k < size; k++) {
        const [at, value] = [vectorsAt + k * types, means[k]!]
        if (value !== 0) for (let t = 0; t < types; t++) scores[t]! += value * weights[at + t]!
      }
      const likely = softmax(scores)
      const right = likely.reduce((sum, it, t) => sum + (allowed[t] ? it : 0), 1e-12)
      loss -= weight * Math.log(right)
      const error = likely.map((it, t) => weight * (it - (allowed[t] ? it / right : 0)))
      for (const at of clues) for (let t = 0; t < types; t++) slope[at + t]! += error[t]!
      for (let k = 0; k < size; k++) {
        const [at, value] = [vectorsAt + k * types, means[k]!]
        if (value !== 0) for (let t = 0; t < types; t++) slope[at + t]! += value * error[t]!
      }
      for (let t = 0; t < types; t++) slope[biasAt + t]! += error[t]!
    }
    return loss
  })

  const perGroup = (size / groups.length) * types
  return {
    none: shareOf(examples),
    bias: found.slice(biasAt),
    clues: new Map(names.map((name, i) => [name, found.slice(i * types, (i + 1) * types)])),
    vectors: groups.map((_, g) => found.slice(vectorsAt + g * perGroup, vectorsAt + (g + 1) * perGroup)),
  }
}

/** The share, by weight, that has no event. */
function shareOf(examples: readonly Example[]): number {
  const sum = (some: readonly Example[]) => some.reduce((total, { weight }) => total + weight, 0)
  return sum(examples.filter(({ allowed }) => allowed.length === 1 && allowed[0] === 'NONE')) / sum(examples)
}
