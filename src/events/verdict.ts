/** What the weights make of a sentence: how likely its main event is of each type, and what each word had in it. */
import { type Clue, type GroupedWord, groups } from './clues.ts'
import { VECTOR_UNIT, type WordVectors } from './vectors.ts'
import { type Judge, type VerdictType, verdicts } from './weights.ts'

export interface Verdict {
  /** The likeliest type; NONE for no event. */
  type: VerdictType
  /** The likeliest type of an event. */
  deed: VerdictType
  /** How likely each type is. */
  of(type: VerdictType): number
  /** How much a token spoke for a type, against the mean of all. */
  share(token: number, type: VerdictType): number
}

/** How much the mean vector of each group weighs, so that groups count about alike. */
const groupScale = [3, 2, 1] as const

/**
 * What a word of each group adds to the mean of its group: the group's scale by how many of its words have vectors.
 *
 * @param has whether the word of that place in the list has one
 */
function shares(words: readonly GroupedWord[], has: (i: number) => boolean): number[] {
  const counts = groups.map(() => 0)
  for (const [i, { group }] of words.entries()) if (has(i)) counts[group]! += 1
  return counts.map((count, group) => groupScale[group]! / Math.max(1, count) / VECTOR_UNIT)
}

/** The mean vector of each group of words, scaled, one after the other: what training has before the weights. */
export function meansOf(words: readonly GroupedWord[], vectors: WordVectors): Float64Array {
  const { size, places, rows } = vectors
  const means = new Float64Array(groups.length * size)
  const share = shares(words, (i) => places.has(words[i]!.lemma))
  for (const { group, lemma } of words) {
    const place = places.get(lemma)
    if (place === undefined) continue
    for (let k = 0; k < size; k++) means[group * size + k]! += share[group]! * rows[place + k]!
  }
  return means
}

export function verdictOn(clues: readonly Clue[], words: readonly GroupedWord[], judge: Judge): Verdict {
  const { weights } = judge
  const scores = Float64Array.from(weights.bias)
  const spoken = spokenFor(judge)
  // What was said, side by side: by which token, with which row of weights, how many times.
  const ats: number[] = []
  const rows: Float64Array[] = []
  const times: number[] = []
  const say = (at: number, row: Float64Array | undefined, count: number) => {
    if (!row) return
    for (let t = 0; t < scores.length; t++) scores[t]! += count * row[t]!
    ats.push(at)
    rows.push(row)
    times.push(count)
  }
  for (const { name, at } of clues) say(at, weights.clues.get(name), 1)
  const spokenRows = words.map(({ group, lemma }) => spokenBy(judge, spoken, group, lemma))
  const share = shares(words, (i) => spokenRows[i] !== undefined)
  for (const [i, { group, at }] of words.entries()) say(at, spokenRows[i], share[group]!)
  const likely = softmax(scores)
  const deed = likeliestDeed(likely)
  return {
    type: likely[deed]! > likely[NONE]! ? verdicts[deed]! : 'NONE',
    deed: verdicts[deed]!,
    of: (type) => likely[placeOf[type]]!,
    share(token, type) {
      const t = placeOf[type]
      let sum = 0
      for (const [i, at] of ats.entries()) if (at === token) sum += times[i]! * (rows[i]![t]! - mean(rows[i]!))
      return sum
    },
  }
}

const placeOf = Object.fromEntries(verdicts.map((type, t) => [type, t])) as Record<VerdictType, number>
const NONE = placeOf.NONE

/** Place of the likeliest type, NONE aside. */
function likeliestDeed(likely: Float64Array): number {
  let best = NONE + 1
  for (let t = best + 1; t < likely.length; t++) if (likely[t]! > likely[best]!) best = t
  return best
}

/** Words without a vector are kept too, but not without end. */
const MOST_KEPT = 100_000

const spokenOf = new WeakMap<Judge, Map<string, Float64Array | undefined>[]>()

/** What words were reckoned to say, by group and lemma. */
function spokenFor(judge: Judge): Map<string, Float64Array | undefined>[] {
  let known = spokenOf.get(judge)
  if (!known) {
    known = groups.map(() => new Map())
    spokenOf.set(judge, known)
  }
  return known
}

/** What a word's vector says for each type in its group, reckoned once a word. */
function spokenBy(
  { weights, vectors }: Judge,
  spoken: readonly Map<string, Float64Array | undefined>[],
  group: number,
  lemma: string,
): Float64Array | undefined {
  const before = spoken[group]!.get(lemma)
  if (before || spoken[group]!.has(lemma)) return before
  const place = vectors.places.get(lemma)
  if (place === undefined) {
    if (spoken[group]!.size < MOST_KEPT) spoken[group]!.set(lemma, undefined)
    return undefined
  }
  const row = new Float64Array(verdicts.length)
  const matrix = weights.vectors[group]!
  for (let k = 0; k < vectors.size; k++) {
    for (let t = 0; t < row.length; t++) row[t]! += vectors.rows[place + k]! * matrix[k * row.length + t]!
  }
  spoken[group]!.set(lemma, row)
  return row
}

/** Scores as shares of one. */
export function softmax(scores: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > most) most = score
  const shares = new Float64Array(scores.length)
  let sum = 0
  for (let t = 0; t < shares.length; t++) {
    shares[t] = Math.exp(scores[t]! - most)
    sum += shares[t]!
  }
  for (let t = 0; t < shares.length; t++) shares[t]! /= sum
  return shares
}

const mean = (row: Float64Array): number => row.reduce((sum, it) => sum + it, 0) / row.length
