import { expect, test } from 'vitest'
import { analyse } from '../language/index.ts'
import { scan } from './hits.ts'
import { unknownOrganisations } from './unknown.ts'

test('an organisation no table knows, by its full name and its initials', async () => {
  const text =
    'The Association of Strelsau Teachers objected on Monday. The Association of Strelsau Teachers said it would strike.'
  const found = unknownOrganisations(scan(await analyse(text)), [])
  expect(new Set(found.map(({ actor }) => actor.id))).toEqual(new Set(['x-association-of-strelsau-teachers']))
  expect(found[0]?.actor).toMatchObject({ name: 'Association of Strelsau Teachers', kind: 'organisation' })
})

test('what is somebody already is left alone', async () => {
  const text = 'The Association of Strelsau Teachers objected.'
  expect(unknownOrganisations(scan(await analyse(text)), [{ start: 0, end: text.length }])).toEqual([])
})
