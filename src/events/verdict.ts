/** What the weights make of a sentence: how likely its main event is of each type, and what each word had in it. */
import { type Clue, type GroupedWord, groups } from './clues.ts'
import { VECTOR_UNIT, type WordVectors } from './vectors.ts'
import { type Judge, type VerdictType, verdicts } from './weights.ts'

export interface Verdict {
  /** The likeliest type; NONE for no event. */
  type: VerdictType
  /** All types, the likeliest first. */
  ranked: VerdictType[]
  /** How likely each type is. */
  of(type: VerdictType): number
  /** How much a token spoke for a type, against the mean of all. */
  share(token: number, type: VerdictType): number
}

/** How much the mean vector of each group weighs, so that groups count about alike. */
export const groupScale = [3, 2, 1] as const

/** The mean vector of each group of words, scaled, one after the other: what stands before the weights. */
export function meansOf(words: readonly GroupedWord[], { size, places, rows }: WordVectors): Float64Array {
  const means = new Float64Array(groups.length * size)
  const counts = countsOf(words, places)
  for (const { group, lemma } of words) {
    const place = places.get(lemma)
    if (place === undefined) continue
    const scale = groupScale[group]! / counts[group]! / VECTOR_UNIT
    for (let k = 0; k < size; k++) means[group * size + k]! += scale * rows[place + k]!
  }
  return means
}

const countsOf = (words: readonly GroupedWord[], places: WordVectors['places']): number[] =>
  groups.map((_, group) => words.filter((word) => word.group === group && places.has(word.lemma)).length)

export function verdictOn(
  clues: readonly Clue[],
  words: readonly GroupedWord[],
  { weights, vectors }: Judge,
): Verdict {
  const means = meansOf(words, vectors)
  const scores = Float64Array.from(weights.bias)
  for (const { name } of clues) {
    const row = weights.clues.get(name)
    if (row) for (let type = 0; type < scores.length; type++) scores[type]! += row[type]!
  }
  for (const [group, matrix] of weights.vectors.entries()) {
    for (let k = 0; k < vectors.size; k++) {
      const value = means[group * vectors.size + k]!
      if (value === 0) continue
      for (let type = 0; type < scores.length; type++) scores[type]! += value * matrix[k * scores.length + type]!
    }
  }
  const likely = softmax(scores)
  const ranked = [...verdicts].sort((a, b) => likely[verdicts.indexOf(b)]! - likely[verdicts.indexOf(a)]!)
  return {
    type: ranked[0]!,
    ranked,
    of: (type) => likely[verdicts.indexOf(type)]!,
    share: (token, type) => shareOf(token, verdicts.indexOf(type), clues, words, weights, vectors),
  }
}

export function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - most))
  const sum = raised.reduce((total, it) => total + it, 0)
  return raised.map((it) => it / sum)
}

function shareOf(
  token: number,
  type: number,
  clues: readonly Clue[],
  words: readonly GroupedWord[],
  weights: Judge['weights'],
  { size, places, rows }: WordVectors,
): number {
  let share = 0
  for (const { name, at } of clues) {
    const row = at === token ? weights.clues.get(name) : undefined
    if (row) share += row[type]! - mean(row)
  }
  const counts = countsOf(words, places)
  for (const { group, lemma, at } of words) {
    const place = at === token ? places.get(lemma) : undefined
    if (place === undefined) continue
    const scale = groupScale[group]! / counts[group]! / VECTOR_UNIT
    const matrix = weights.vectors[group]!
    for (let k = 0; k < size; k++) {
      const row = matrix.subarray(k * verdicts.length, (k + 1) * verdicts.length)
      share += scale * rows[place + k]! * (row[type]! - mean(row))
    }
  }
  return share
}

const mean = (row: Float64Array): number => row.reduce((sum, it) => sum + it, 0) / row.length
