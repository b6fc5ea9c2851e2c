/** Where two texts differ, word by word: what an editor changed in a wire report. */
import type { Span } from '../../reading.ts'
import { type Word, wordsOf } from '../words.ts'

/** Words of the first text that the second has otherwise or not at all, and the reverse. Either may be empty, not both. */
export interface Difference {
  /** UTF-16 code units into the first text; where nothing stands there, the place at which it would. */
  readonly first: Span
  readonly second: Span
}

/** The longest gap between words in common, words times words, that is looked at closely; a longer one differs as a whole. */
const CLOSE = 4_000_000

/**
 * The places at which two texts differ, in order. Case, accents and punctuation make no difference.
 *
 * Words that each text has once are met first (Cohen's "patience diff"): they hold the rest in place, so that a moved sentence
 * does not scatter its words. Between them stands the longest common subsequence.
 */
export function differencesOf(first: string, second: string): Difference[] {
  const [a, b] = [wordsOf(first), wordsOf(second)]
  const differences: Difference[] = []
  let [i, k] = [0, 0]
  for (const [nextI, nextK] of [...commonWords(a, b, 0, a.length, 0, b.length), [a.length, b.length] as const]) {
    if (nextI > i || nextK > k) differences.push({ first: spanOf(a, i, nextI), second: spanOf(b, k, nextK) })
    i = nextI + 1
    k = nextK + 1
  }
  return differences
}

/** The place of words `from` to `past`, the latter excluded. */
function spanOf(words: readonly Word[], from: number, past: number): Span {
  if (past > from) return { start: words[from]!.start, end: words[past - 1]!.end }
  const at = words[from - 1]?.end ?? 0
  return { start: at, end: at }
}

type Pair = readonly [a: number, b: number]

/** Numbers of words that stay, in both texts ascending, within a part of each. */
function commonWords(a: readonly Word[], b: readonly Word[], a0: number, a1: number, b0: number, b1: number): Pair[] {
  const head: Pair[] = []
  const tail: Pair[] = []
  while (a0 < a1 && b0 < b1 && a[a0]!.form === b[b0]!.form) head.push([a0++, b0++])
  while (a0 < a1 && b0 < b1 && a[a1 - 1]!.form === b[b1 - 1]!.form) tail.unshift([--a1, --b1])
  if (a0 === a1 || b0 === b1) return [...head, ...tail]
  const anchors = ascending(uniquePairs(a, b, a0, a1, b0, b1))
  if (anchors.length === 0) return [...head, ...subsequence(a, b, a0, a1, b0, b1), ...tail]
  const between: Pair[] = []
  for (const [n, m] of [...anchors, [a1, b1] as const]) {
    // What an earlier stretch has already walked over is behind us.
    if (n < a0 || m < b0) continue
    between.push(...commonWords(a, b, a0, n, b0, m))
    if (n < a1) between.push([n, m])
    a0 = n + 1
    b0 = m + 1
  }
  return [...head, ...between, ...tail]
}

/** Words that stand once in each part, in the order of the first. */
function uniquePairs(a: readonly Word[], b: readonly Word[], a0: number, a1: number, b0: number, b1: number): Pair[] {
  const placesIn = (words: readonly Word[], from: number, past: number) => {
    const places = new Map<string, number>()
    for (let n = from; n < past; n++) places.set(words[n]!.form, places.has(words[n]!.form) ? -1 : n)
    return places
  }
  const inB = placesIn(b, b0, b1)
  return [...placesIn(a, a0, a1)].flatMap(([form, n]) => {
    const m = inB.get(form) ?? -1
    return n >= 0 && m >= 0 ? [[n, m] as const] : []
  })
}

/** The longest part of some pairs in which the second numbers ascend as well (by patience sorting). */
function ascending(pairs: readonly Pair[]): Pair[] {
  const piles: number[] = []
  const before: number[] = []
  for (const [n, [, m]] of pairs.entries()) {
    let [low, high] = [0, piles.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[piles[middle]!]![1] < m) low = middle + 1
      else high = middle
    }
    before[n] = low > 0 ? piles[low - 1]! : -1
    piles[low] = n
  }
  const chain: Pair[] = []
  for (let n = piles.at(-1) ?? -1; n >= 0; n = before[n]!) chain.unshift(pairs[n]!)
  return chain
}

/** The longest common subsequence of two parts without a word that both have once; nothing where they are too long. */
function subsequence(a: readonly Word[], b: readonly Word[], a0: number, a1: number, b0: number, b1: number): Pair[] {
  const [rows, columns] = [a1 - a0, b1 - b0]
  if (rows * columns > CLOSE) return []
  const width = columns + 1
  const lengths = new Uint16Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--) {
    for (let k = columns - 1; k >= 0; k--) {
      lengths[i * width + k] =
        a[a0 + i]!.form === b[b0 + k]!.form
          ? lengths[(i + 1) * width + k + 1]! + 1
          : Math.max(lengths[(i + 1) * width + k]!, lengths[i * width + k + 1]!)
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, k = 0; i < rows && k < columns; ) {
    if (a[a0 + i]!.form === b[b0 + k]!.form) pairs.push([a0 + i++, b0 + k++])
    else if (lengths[(i + 1) * width + k]! >= lengths[i * width + k + 1]!) i++
    else k++
  }
  return pairs
}
