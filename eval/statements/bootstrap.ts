/** How far a score would move with other articles of the same kind: percentile bootstrap over articles. */

const RESAMPLES = 1000
/** Of what lies outside the interval, half at each end. */
const OUTSIDE = 0.05

/** The 95% interval of a score that `score` makes of articles; the same for the same articles, whatever the machine. */
export function intervalOf<Article>(
  articles: readonly Article[],
  score: (sample: readonly Article[]) => number,
): [number, number] {
  const random = generator()
  const scores = Array.from({ length: RESAMPLES }, () =>
    score(articles.map(() => articles[Math.floor(random() * articles.length)]!)),
  ).sort((a, b) => a - b)
  const at = (share: number) => scores[Math.min(RESAMPLES - 1, Math.floor(share * RESAMPLES))]!
  return [at(OUTSIDE / 2), at(1 - OUTSIDE / 2)]
}

/** Numbers from 0 to 1, always the same ones (mulberry32). */
function generator(): () => number {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
