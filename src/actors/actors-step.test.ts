import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { actorsStep } from './actors-step.ts'

test('the day of the article dates the offices', async () => {
  const text = 'John Kerry spoke.'
  const article = { text, published: '2016-07-14', captions: [] }
  const given = { article, analysis: segment(text) } as unknown as Parameters<typeof actorsStep.run>[0]
  const { actors } = await actorsStep.run(given, () => {})
  expect(actors).toMatchObject([{ id: 'john-kerry', country: 'USA', sector: 'GOV' }])
  expect(actorsStep).toMatchObject({ requires: ['article', 'analysis'], provides: ['actors'] })
})
