/** Reads the best tags off a net's scores with a linear chain (CRF), and how sure they are. */

/** Far below every score. */
const NEVER = -1e4

export interface Chain {
  tags: readonly string[]
  /** Score of going to a tag from another, [to * tags + from]; impossible ones far below. */
  moves: Float32Array
  /** The same for the first token. */
  starts: Float32Array
  /** `moves` as factors. */
  weights: Float32Array
  /** The tags that each tag may follow. */
  before: readonly (readonly number[])[]
}

/** A chain whose I- tags follow a tag of their own kind only. */
export function chainOf(tags: readonly string[], moves: readonly (readonly number[])[]): Chain {
  const goesOn = (to: string, from = '') => !to.startsWith('I-') || from.slice(2) === to.slice(2)
  const allowed = Float32Array.from(
    tags.flatMap((to, b) => tags.map((from, a) => moves[a]![b]! + (goesOn(to, from) ? 0 : NEVER))),
  )
  const starts = Float32Array.from(tags, (tag) => (goesOn(tag) ? 0 : NEVER))
  const before = tags.map((to) => [...tags.keys()].filter((a) => goesOn(to, tags[a])))
  return { tags, moves: allowed, starts, weights: allowed.map(Math.exp), before }
}

export interface BestTags {
  /** Places in the chain's tags. */
  tags: number[]
  probability: number
}

/** The tags of `length` tokens whose scores begin at `from` (Viterbi), and their probability (forward algorithm). */
export function bestTags(chain: Chain, scores: Float32Array, from: number, length: number): BestTags {
  const { tags: names, moves, starts, weights, before } = chain
  const n = names.length
  const back = new Uint8Array(length * n)
  let best = Float64Array.from(starts, (start, k) => start + scores[from + k]!)
  let next = new Float64Array(n)
  // Sums of all paths, scaled to 1 at every token; `log` keeps what was scaled away.
  let sums = Float64Array.from(best, Math.exp)
  let nextSums = new Float64Array(n)
  let log = scaled(sums)
  for (let t = 1; t < length; t++) {
    for (let to = 0; to < n; to++) {
      let top = Number.NEGATIVE_INFINITY
      let sum = 0
      let last = 0
      const forerunners = before[to]!
      const row = to * n
      for (let k = 0; k < forerunners.length; k++) {
        const a = forerunners[k]!
        const score = best[a]! + moves[row + a]!
        if (score > top) {
          top = score
          last = a
        }
        sum += sums[a]! * weights[row + a]!
      }
      back[t * n + to] = last
      const score = scores[from + t * n + to]!
      next[to] = top + score
      nextSums[to] = sum * Math.exp(score)
    }
    ;[best, next] = [next, best]
    ;[sums, nextSums] = [nextSums, sums]
    log += scaled(sums)
  }
  let tag = best.indexOf(Math.max(...best))
  const probability = Math.exp(best[tag]! - log)
  const tags = [tag]
  for (let t = length - 1; t > 0; t--) {
    tag = back[t * n + tag]!
    tags.push(tag)
  }
  return { tags: tags.reverse(), probability }
}

/** Divides by the sum, whose logarithm is given back. */
function scaled(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  for (let i = 0; i < values.length; i++) values[i]! /= sum
  return Math.log(sum)
}
