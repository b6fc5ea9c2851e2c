/** The best sequence of BIO tags over per-token scores (Viterbi 1967): an I stands only after a B or an I of its own kind. */

/** Which tags may go before each tag; undefined where any may. */
export function forerunnersOf(tags: readonly string[]): (readonly number[] | undefined)[] {
  return tags.map((tag) =>
    tag.startsWith('I-')
      ? tags.flatMap((other, i) => (other.slice(1) === tag.slice(1) && other !== 'O' ? [i] : []))
      : undefined,
  )
}

/**
 * Places in the tag list of the best tags of n tokens; `scores` holds a row a token from `from`, with a score a tag.
 */
export function bestTags(
  scores: Float32Array,
  from: number,
  n: number,
  forerunners: readonly (readonly number[] | undefined)[],
): Uint8Array {
  const width = forerunners.length
  const back = new Uint8Array(n * width)
  let sums = new Float64Array(width)
  let next = new Float64Array(width)
  for (let t = 0; t < n; t++) {
    let any = 0
    for (let k = 1; k < width; k++) if (sums[k]! > sums[any]!) any = k
    for (let tag = 0; tag < width; tag++) {
      const allowed = forerunners[tag]
      let before = any
      let sum = sums[any]!
      if (allowed) {
        before = allowed[0]!
        for (const other of allowed) if (sums[other]! > sums[before]!) before = other
        sum = t === 0 ? Number.NEGATIVE_INFINITY : sums[before]!
      }
      next[tag] = sum + scores[from + t * width + tag]!
      back[t * width + tag] = before
    }
    ;[sums, next] = [next, sums]
  }
  let tag = 0
  for (let k = 1; k < width; k++) if (sums[k]! > sums[tag]!) tag = k
  const best = new Uint8Array(n)
  for (let t = n - 1; t >= 0; t--) {
    best[t] = tag
    tag = back[t * width + tag]!
  }
  return best
}
