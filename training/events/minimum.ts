/** The minimum of a smooth convex function by L-BFGS with a backtracking line search. */

/** Steps, and how many are remembered. */
const STEPS = 80
const MEMORY = 8
/** A step must gain this share of what the slope promises (Armijo). */
const GAIN = 1e-4
/** Enough when a step gains less than this share of the loss. */
const ENOUGH = 1e-6

/** `at` fills `slope` for some place and gives the loss there. The search begins at zero. */
export function minimum(size: number, at: (place: Float64Array, slope: Float64Array) => number): Float64Array {
  let place = new Float64Array(size)
  let slope = new Float64Array(size)
  let loss = at(place, slope)
  const memory: { moved: Float64Array; turned: Float64Array; curve: number }[] = []
  for (let step = 0; step < STEPS; step++) {
    const way = wayDown(slope, memory)
    const promise = dot(way, slope)
    if (promise >= 0) break
    let length = memory.length === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1
    let next = place
    let nextSlope = slope
    let nextLoss = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 30 && !(nextLoss <= loss + GAIN * length * promise); tries++) {
      if (tries > 0) length /= 2
      next = place.map((it, i) => it + length * way[i]!)
      nextSlope = new Float64Array(size)
      nextLoss = at(next, nextSlope)
    }
    if (!(nextLoss < loss)) break
    const moved = next.map((it, i) => it - place[i]!)
    const turned = nextSlope.map((it, i) => it - slope[i]!)
    const curve = dot(moved, turned)
    if (curve > 1e-10) memory.push({ moved, turned, curve })
    if (memory.length > MEMORY) memory.shift()
    const gained = loss - nextLoss
    ;[place, slope, loss] = [next, nextSlope, nextLoss]
    if (gained < ENOUGH * Math.abs(loss)) break
  }
  return place
}

function wayDown(slope: Float64Array, memory: readonly { moved: Float64Array; turned: Float64Array; curve: number }[]) {
  const way = slope.map((it) => -it)
  const shares: number[] = []
  for (const { moved, turned, curve } of memory.toReversed()) {
    const share = dot(moved, way) / curve
    shares.unshift(share)
    add(way, turned, -share)
  }
  const last = memory.at(-1)
  if (last) {
    const scale = last.curve / dot(last.turned, last.turned)
    for (let i = 0; i < way.length; i++) way[i]! *= scale
  }
  for (const [k, { moved, turned, curve }] of memory.entries()) add(way, moved, shares[k]! - dot(turned, way) / curve)
  return way
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * what[i]!
}
