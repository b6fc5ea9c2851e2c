import { expect, test } from 'vitest'
import { bucketsOf, errorOf } from './reliability.ts'

test('each bucket has its mean confidence and its share right', () => {
  const judged = [
    { confidence: 0.92, right: true },
    { confidence: 0.94, right: false },
    { confidence: 0.55, right: true },
  ]
  const buckets = bucketsOf(judged)
  expect(buckets.map(({ from, all, right }) => [from, all, right])).toEqual([
    [0.5, 1, 1],
    [0.9, 2, 0.5],
  ])
  expect(errorOf(buckets)).toBeCloseTo((0.45 + 2 * 0.43) / 3, 10)
})
