/** What the weights make of a sentence: how likely its main event is of each type, and what each word had in it. */
import { type Clue, type GroupedWord, groups } from './clues.ts'
import { VECTOR_UNIT, type WordVectors } from './vectors.ts'
import { type Judge, type VerdictType, verdicts } from './weights.ts'

export interface Verdict {
  /** The likeliest type; NONE for no event. */
  type: VerdictType
  /** All types, the likeliest first. */
  ranked: readonly VerdictType[]
  /** How likely each type is. */
  of(type: VerdictType): number
  /** How much a token spoke for a type, against the mean of all. */
  share(token: number, type: VerdictType): number
}

/** How much the mean vector of each group weighs, so that groups count about alike. */
const groupScale = [3, 2, 1] as const

/** What a word of each group adds to the mean of its group: the group's scale by how many of its words have vectors. */
const shares = (words: readonly GroupedWord[], { places }: WordVectors): number[] =>
  groups.map((_, group) => {
    const count = words.filter((word) => word.group === group && places.has(word.lemma)).length
    return groupScale[group]! / Math.max(1, count) / VECTOR_UNIT
  })

/** The mean vector of each group of words, scaled, one after the other: what training has before the weights. */
export function meansOf(words: readonly GroupedWord[], vectors: WordVectors): Float64Array {
  const { size, places, rows } = vectors
  const means = new Float64Array(groups.length * size)
  const share = shares(words, vectors)
  for (const { group, lemma } of words) {
    const place = places.get(lemma)
    if (place === undefined) continue
    for (let k = 0; k < size; k++) means[group * size + k]! += share[group]! * rows[place + k]!
  }
  return means
}

export function verdictOn(clues: readonly Clue[], words: readonly GroupedWord[], judge: Judge): Verdict {
  const { weights, vectors } = judge
  const said: { at: number; row: Float64Array; times: number }[] = []
  for (const { name, at } of clues) {
    const row = weights.clues.get(name)
    if (row) said.push({ at, row, times: 1 })
  }
  const share = shares(words, vectors)
  for (const { group, lemma, at } of words) {
    const row = spokenBy(judge, group, lemma)
    if (row) said.push({ at, row, times: share[group]! })
  }
  const scores = Float64Array.from(weights.bias)
  for (const { row, times } of said) for (let t = 0; t < scores.length; t++) scores[t]! += times * row[t]!
  const likely = softmax(scores)
  const ranked = [...verdicts.keys()].sort((a, b) => likely[b]! - likely[a]!).map((t) => verdicts[t]!)
  return {
    type: ranked[0]!,
    ranked,
    of: (type) => likely[verdicts.indexOf(type)]!,
    share(token, type) {
      const own = said.filter(({ at }) => at === token)
      return own.reduce((sum, { row, times }) => sum + times * (row[verdicts.indexOf(type)]! - mean(row)), 0)
    },
  }
}

const spoken = new WeakMap<Judge, Map<string, Float64Array>[]>()

/** What a word's vector says for each type in its group, reckoned once a word. */
function spokenBy(judge: Judge, group: number, lemma: string): Float64Array | undefined {
  const { weights, vectors } = judge
  const place = vectors.places.get(lemma)
  if (place === undefined) return undefined
  let known = spoken.get(judge)
  if (!known) {
    known = groups.map(() => new Map())
    spoken.set(judge, known)
  }
  const before = known[group]!.get(lemma)
  if (before) return before
  const row = new Float64Array(verdicts.length)
  const matrix = weights.vectors[group]!
  for (let k = 0; k < vectors.size; k++) {
    for (let t = 0; t < row.length; t++) row[t]! += vectors.rows[place + k]! * matrix[k * row.length + t]!
  }
  known[group]!.set(lemma, row)
  return row
}

/** Scores as shares of one. */
export function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - most))
  const sum = raised.reduce((total, it) => total + it, 0)
  return raised.map((it) => it / sum)
}

const mean = (row: Float64Array): number => row.reduce((sum, it) => sum + it, 0) / row.length
