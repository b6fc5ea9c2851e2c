/**
 * Texts into clusters, one a report. Each text descends from the one earlier text it is most like, if it is like any: clusters are
 * trees, their roots the origins. Linking only back, and only once, keeps a digest of two reports from making them one.
 */
import { COPY_SHARE } from './likeness.ts'

/** What a text of the record is to the others. */
export interface Descent {
  /** Number of the origin of its cluster: its own where it is one. */
  readonly origin: number
  /** Number of the earlier text it is most like; undefined for an origin. */
  readonly nearest?: number
  /** Likeness to that text, {@link COPY_SHARE} to 1. */
  readonly likeness?: number
}

/** A pair of texts that were compared: the earlier, the later, their likeness. */
export type Compared = readonly [earlier: number, later: number, likeness: number]

/**
 * The descent of every text.
 *
 * @param count how many texts there are, numbered in the order of origin
 * @param compared pairs that were looked at, in any order; pairs left out are not alike
 */
export function descentOf(count: number, compared: Iterable<Compared>): Descent[] {
  const best = new Map<number, { nearest: number; likeness: number }>()
  for (const [nearest, later, likeness] of compared) {
    if (likeness < COPY_SHARE) continue
    const known = best.get(later)
    const better = !known || likeness > known.likeness || (likeness === known.likeness && nearest < known.nearest)
    if (better) best.set(later, { nearest, likeness })
  }
  const descents: Descent[] = []
  for (let n = 0; n < count; n++) {
    const link = best.get(n)
    descents.push(link ? { origin: descents[link.nearest]!.origin, ...link } : { origin: n })
  }
  return descents
}
