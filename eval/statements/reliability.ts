/** Whether a confidence means what it says: how many of the statements with such a confidence are right. */

export interface Judged {
  confidence: number
  right: boolean
}

/** Lower bounds of the buckets that are shown. */
const BOUNDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

export interface Bucket {
  from: number
  all: number
  /** Mean confidence, and share right. */
  said: number
  right: number
}

export function bucketsOf(judged: readonly Judged[]): Bucket[] {
  return BOUNDS.flatMap((from, i) => {
    const to = BOUNDS[i + 1] ?? Number.POSITIVE_INFINITY
    const here = judged.filter(({ confidence }) => confidence >= from && confidence < to)
    if (here.length === 0) return []
    const mean = (value: (it: Judged) => number) => here.reduce((sum, it) => sum + value(it), 0) / here.length
    return [{ from, all: here.length, said: mean((it) => it.confidence), right: mean((it) => Number(it.right)) }]
  })
}

/** Expected calibration error: how far confidence and share right lie apart in a bucket, on average over statements. */
export function errorOf(buckets: readonly Bucket[]): number {
  const all = buckets.reduce((sum, it) => sum + it.all, 0)
  return buckets.reduce((sum, it) => sum + (it.all / Math.max(1, all)) * Math.abs(it.said - it.right), 0)
}
