/** Which texts to look at closely: those that agree in a band of their signatures. */
import { BANDS } from './signature.ts'

/** What is compared: one of each fingerprint, for texts that are the same word for word need no comparing. */
export interface Comparable {
  readonly document: string
  readonly fingerprint: string
  readonly keys: Uint32Array
}

/**
 * Texts looked at for one key and one text. No report is carried in so many versions; what is, is furniture, and comparing
 * all with all would take longer than reading them.
 */
const MOST = 500

/** Finds for a text the newly added ones that share a band with it. */
export interface Bands {
  sharing(text: Comparable): Comparable[]
}

/** Newly added texts by the keys of their bands. */
export function bandsOf(texts: readonly Comparable[]): Bands {
  const buckets = new Map<number, Comparable[]>()
  // Nearly all keys of an old text are of no new one: a bit tells most of that.
  const seen = new Uint32Array(1 << 17)
  for (const text of texts) {
    for (let band = 0; band < BANDS; band++) {
      const key = text.keys[band]!
      seen[(key >>> 5) & (seen.length - 1)]! |= 1 << (key & 31)
      const bucket = buckets.get(key * BANDS + band)
      if (!bucket) buckets.set(key * BANDS + band, [text])
      else if (bucket.length < MOST) bucket.push(text)
    }
  }
  return {
    sharing(text) {
      const found = new Set<Comparable>()
      for (let band = 0; band < BANDS; band++) {
        const key = text.keys[band]!
        if ((seen[(key >>> 5) & (seen.length - 1)]! & (1 << (key & 31))) === 0) continue
        for (const it of buckets.get(key * BANDS + band) ?? []) if (it.fingerprint !== text.fingerprint) found.add(it)
      }
      return [...found]
    },
  }
}
