import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTree, isTree } from './tree.ts'

/** Every way to give n tokens heads. */
function* allHeads(n: number): Generator<number[]> {
  for (let code = 0; code < (n + 1) ** n; code++) {
    yield Array.from({ length: n }, (_, i) => Math.floor(code / (n + 1) ** i) % (n + 1))
  }
}

const total = (scores: readonly number[], heads: ArrayLike<number>, n: number): number =>
  Array.from({ length: n }, (_, i) => scores[i * (n + 1) + heads[i]!]!).reduce((sum, score) => sum + score, 0)

const scoresFor = (n: number) =>
  fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n * (n + 1), maxLength: n * (n + 1) })

describe('trees', () => {
  it('are told from what is none', () => {
    expect(isTree([])).toBe(true)
    expect(isTree([2, 0, 2])).toBe(true)
    expect(isTree([0, 0])).toBe(false)
    expect(isTree([2, 1, 0])).toBe(false)
    expect(isTree([1])).toBe(false)
  })

  it('break a cycle where it costs least', () => {
    // Tokens 1 and 2 like each other best; token 2 loses less by taking the root.
    expect([...bestTree([1, -9, 10, 5, 8, -9], 2)]).toEqual([2, 0])
  })

  it('are the best of all, on small graphs', () => {
    const graph = fc.integer({ min: 1, max: 5 }).chain((n) => scoresFor(n).map((scores) => ({ n, scores })))
    fc.assert(
      fc.property(graph, ({ n, scores }) => {
        let best = Number.NEGATIVE_INFINITY
        for (const heads of allHeads(n)) if (isTree(heads)) best = Math.max(best, total(scores, heads, n))
        const found = bestTree(scores, n)
        expect(isTree(found)).toBe(true)
        expect(total(scores, found, n)).toBe(best)
      }),
      { numRuns: 150 },
    )
  })

  it('come in bounded time for 400 tokens of noise', () => {
    const scores = Float32Array.from({ length: 400 * 401 }, (_, i) => (Math.imul(i, 2654435761) >>> 16) % 1000)
    const began = performance.now()
    expect(isTree(bestTree(scores, 400))).toBe(true)
    // Some 20 ms; trying every token as the root would take minutes.
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('have one root and no cycle whatever the scores', () => {
    const wild = fc.oneof(fc.double(), fc.constantFrom(0, Number.NaN, -1e9, 1e9))
    const graph = fc
      .integer({ min: 0, max: 40 })
      .chain((n) => fc.array(wild, { minLength: n * (n + 1), maxLength: n * (n + 1) }).map((scores) => ({ n, scores })))
    fc.assert(
      fc.property(graph, ({ n, scores }) => {
        expect(isTree(bestTree(scores, n))).toBe(true)
      }),
    )
  })
})
