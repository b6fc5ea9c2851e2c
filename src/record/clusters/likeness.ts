/** How much of one text stands in another: exact, over the shingles themselves. */

/**
 * The part of the shorter text that must stand in the longer for the two to be one report: containment (Broder 1997). Copies with
 * a word in ten changed share 0.73 and more; independent reports of one event mostly under 0.2 of their own words (docs/quality.md).
 */
export const COPY_SHARE = 0.45

/** A text more than this many times as long holds more than one report: a digest, a live page. It is a copy of none. */
export const LONGEST_RATIO = 4

/** Share of the smaller set that is in the larger, 0 to 1; 0 where one is too long to be a copy of the other. Sets ascend. */
export function likenessOf(a: Uint32Array, b: Uint32Array): number {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  if (small.length === 0 || large.length > LONGEST_RATIO * small.length) return 0
  let common = 0
  for (let i = 0, k = 0; i < small.length && k < large.length; ) {
    const difference = small[i]! - large[k]!
    if (difference === 0) common++
    if (difference <= 0) i++
    if (difference >= 0) k++
  }
  return common / small.length
}
