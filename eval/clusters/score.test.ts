/** The full run is `npm run bench -- clusters`; its figures are in docs/quality.md. */
import { expect, test } from 'vitest'
import { clustersOf, signed } from '../../src/record/clusters/index.ts'
import { lightStrengths, madeArticles } from './articles.ts'
import { scoresOf } from './score.ts'

const articles = madeArticles(1500, 250, 7)

test('light edits are found, independent reports of one event are kept apart', { timeout: 60_000 }, async () => {
  const { recall, precision, pairs } = await scoresOf(articles)
  for (const strength of lightStrengths) expect(recall[strength], strength).toBeGreaterThanOrEqual(0.95)
  expect(precision).toBeGreaterThanOrEqual(0.99)
  expect(pairs).toBeGreaterThan(100)
})

test('clusters do not depend on the order of arrival', { timeout: 60_000 }, async () => {
  const texts = new Map(articles.map(({ id, text }) => [id, text]))
  const run = (some: typeof articles) => clustersOf(some.map(signed), async () => texts)
  expect(await run([...articles].reverse())).toEqual(await run(articles))
})
