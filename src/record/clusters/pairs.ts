/** Which texts to look at closely: those that agree in a band of their signatures. */
import { BANDS } from './signature.ts'

/** In a fuller bucket a text is compared with so many of the first and so many of those before it: n texts are 16 n pairs, not n². */
const NEIGHBOURS = 8

/**
 * Pairs [earlier, later] of numbers of texts that share a band, each once, ordered by the later, then the earlier.
 *
 * @param signatures one a text, in the order of origin (see `origin.ts`); empty ones match nothing
 */
export function pairsOf(signatures: readonly Uint32Array[]): [number, number][] {
  const pairs = new Set<number>()
  const count = signatures.length
  const present = signatures.flatMap((signature, n) => (signature.length > 0 ? [n] : []))
  const sorted = new Float64Array(present.length)
  for (let band = 0; band < BANDS; band++) {
    // Key and number in one float: 32 + 21 bits fit its 53, and sorting floats is quick.
    for (let i = 0; i < present.length; i++) sorted[i] = signatures[present[i]!]![band]! * count + present[i]!
    sorted.sort()
    let from = 0
    for (let to = 1; to <= sorted.length; to++) {
      if (to < sorted.length && Math.floor(sorted[to]! / count) === Math.floor(sorted[from]! / count)) continue
      for (let later = from + 1; later < to; later++) {
        for (let earlier = from; earlier < later; earlier++) {
          if (earlier === from + NEIGHBOURS && earlier < later - NEIGHBOURS) earlier = later - NEIGHBOURS
          pairs.add((sorted[later]! % count) * count + (sorted[earlier]! % count))
        }
      }
      from = to
    }
  }
  return [...pairs].sort((a, b) => a - b).map((pair) => [pair % count, Math.floor(pair / count)])
}
