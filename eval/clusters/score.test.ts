/** The full run is `npm run bench -- clusters`; its figures are in docs/quality.md. */
import { expect, test } from 'vitest'
import { lightStrengths, madeArticles } from './articles.ts'
import { clustersOf, scoresOf } from './score.ts'

const articles = madeArticles(1500, 250, 7)

test('light edits are found, independent reports of one event are kept apart', { timeout: 120_000 }, async () => {
  const { recall, precision, pairs } = await scoresOf(articles)
  for (const strength of lightStrengths) expect(recall[strength], strength).toBeGreaterThanOrEqual(0.95)
  expect(precision).toBeGreaterThanOrEqual(0.99)
  expect(pairs).toBeGreaterThan(100)
})

test('clusters do not depend on the order of arrival, nor on the size of segments', { timeout: 120_000 }, async () => {
  const some = articles.filter(({ copyOf }, n) => copyOf !== undefined || n % 4 === 0)
  const once = await clustersOf(some, some.length)
  expect(await clustersOf([...some].reverse(), 100)).toEqual(once)
  expect(new Set(once.values()).size).toBeLessThan(some.length - 50)
})
