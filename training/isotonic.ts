/** From scores to confidences: how often what has such a score was right (isotonic regression by pooling adjacent violators). */

export interface Seen {
  score: number
  right: boolean
}

/** What scores from `least` on came to. */
export interface Bucket {
  least: number
  right: number
  all: number
}

/** What a bucket holds at least. */
const ENOUGH = 80

/** While measuring, the score itself stands for the confidence. */
export const plainly = Array.from({ length: 1000 }, (_, i): [number, number] => [i / 1000, i / 1000])

/** Buckets of rising score and rising share. */
export function isotonic(seen: readonly Seen[]): Bucket[] {
  const sorted = [...seen].sort((a, b) => a.score - b.score)
  const buckets: Bucket[] = []
  for (let i = 0; i < sorted.length; i += ENOUGH) {
    const part = sorted.slice(i, i + ENOUGH)
    buckets.push({ least: part[0]!.score, right: part.filter(({ right }) => right).length, all: part.length })
    while (buckets.length > 1) {
      const [before, last] = buckets.slice(-2) as [Bucket, Bucket]
      if (before.right / before.all < last.right / last.all) break
      buckets.splice(-2, 2, { least: before.least, right: before.right + last.right, all: before.all + last.all })
    }
  }
  return buckets
}

/** Buckets as a model's description has them: [score, share], rising. */
export const sureFrom = (buckets: readonly Bucket[]): [number, number][] =>
  buckets.map(({ least, right, all }, i) => [i === 0 ? 0 : Number(least.toFixed(3)), Number((right / all).toFixed(2))])
