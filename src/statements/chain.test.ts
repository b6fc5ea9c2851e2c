import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestTags, chainOf } from './chain.ts'

const tags = ['O', 'B-source', 'I-source']
const still = tags.map(() => [0, 0, 0])

test('the best tags of each token, where nothing speaks against them', () => {
  const scores = Float32Array.from([0, 5, 1, 0, 1, 5, 5, 0, 0])
  expect(bestTags(chainOf(tags, still), scores, 0, 3).tags).toEqual([1, 2, 0])
})

test('an I- tag never opens a span, whatever its score', () => {
  const scores = Float32Array.from([0, 0, 9, 0, 0, 9])
  expect(bestTags(chainOf(tags, still), scores, 0, 2).tags).toEqual([1, 2])
})

test('scores are read from their place on', () => {
  const scores = Float32Array.from([9, 9, 9, 0, 3, 0])
  expect(bestTags(chainOf(tags, still), scores, 3, 1).tags).toEqual([1])
})

test('the probability of one token is its share of what is allowed', () => {
  // B- weighs e, O weighs 1, I- may not open.
  const { tags: best, probability } = bestTags(chainOf(tags, still), Float32Array.from([0, 1, 0]), 0, 1)
  expect(best).toEqual([1])
  expect(probability).toBeCloseTo(Math.E / (1 + Math.E), 6)
})

test('tags are well formed and their probability is one, for any scores', () => {
  const scores = fc.array(fc.tuple(...tags.map(() => fc.double({ min: -30, max: 30, noNaN: true }))), { minLength: 1 })
  fc.assert(
    fc.property(scores, (rows) => {
      const found = bestTags(chainOf(tags, still), Float32Array.from(rows.flat()), 0, rows.length)
      expect(found.tags.every((tag, i) => tag !== 2 || (i > 0 && found.tags[i - 1] !== 0))).toBe(true)
      expect(found.probability).toBeGreaterThan(0)
      expect(found.probability).toBeLessThanOrEqual(1.000001)
    }),
  )
})
