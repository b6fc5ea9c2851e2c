import { expect, test } from 'vitest'
import { intervalOf } from './bootstrap.ts'

const mean = (sample: readonly number[]) => sample.reduce((sum, n) => sum + n, 0) / sample.length

test('equal articles leave nothing to chance', () => {
  expect(intervalOf([3, 3, 3], mean)).toEqual([3, 3])
})

test('the interval of a share is about two standard errors either way, and repeats', () => {
  const articles = Array.from({ length: 100 }, (_, i) => i % 2)
  const [low, high] = intervalOf(articles, mean)
  expect(low).toBeCloseTo(0.4, 1)
  expect(high).toBeCloseTo(0.6, 1)
  expect(intervalOf(articles, mean)).toEqual([low, high])
})
