import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { scan } from './hits.ts'
import { peopleOf } from './people.ts'

const people = (text: string, day?: string) =>
  peopleOf(scan(segment(text)), day).figures.map(({ id, mentions }) => [
    id,
    ...mentions.map(({ start, end }) => text.slice(start, end)),
  ])

test('full names first, then what those named are called for short', () => {
  expect(people('Petrov slept. Maria Petrov, a diplomat, said so. Petrov and Maria left.')).toEqual([
    ['x-maria-petrov', 'Petrov', 'Maria Petrov', 'Petrov', 'Maria'],
  ])
})

test('a last name of the registry needs no full name', () => {
  expect(people('Obama spoke.', '2016-07-14')).toEqual([['barack-obama', 'Obama']])
})

test('titles belong to their person', () => {
  const { titles, figures } = peopleOf(scan(segment('Foreign Minister Ivo Petrov left.')), undefined)
  expect([...titles.values()]).toEqual(figures)
  expect(figures[0]?.described.map(({ noun }) => noun)).toEqual(['minister'])
})

test('Clinton alone is whom the article names in full, or the one in office', () => {
  expect(people('Hillary Clinton spoke. Clinton left.', '2016-07-14')).toEqual([
    ['hillary-clinton', 'Hillary Clinton', 'Clinton'],
  ])
  expect(people('President Clinton spoke.', '1998-07-14')).toEqual([['bill-clinton', 'Clinton']])
})
