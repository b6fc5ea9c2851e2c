import { expect, test } from 'vitest'
import { byOrigin, creditOf, type Published } from './origin.ts'

test.each([
  ['LONDON (Reuters) - A text', undefined, 'Reuters'],
  ['BEIRUT, July 14 (AFP) — A text', undefined, 'Agence France-Presse'],
  ['STRELSAU (Meridian Wire) — A text', undefined, 'Meridian Wire'],
  ['A text', 'Ada Quill, The Associated Press', 'Associated Press'],
  ['A text', 'Reuters and Ada Quill', 'Reuters'],
  ['A text', 'Ada Quill', undefined],
  ['The minister (he took office in May) - a surprise to many - said so', undefined, undefined],
])('%s by %s credits %s', (text, byline, agency) => {
  expect(creditOf({ text, byline })).toBe(agency)
})

test('the earlier comes first, on one day the agency, then by the clock; what has no date comes last', () => {
  const texts: Published[] = [
    { id: 'undated' },
    { id: 'next', published: '2016-07-15' },
    { id: 'noon', published: '2016-07-14T12:00:00Z' },
    { id: 'morning', published: '2016-07-14T08:00:00+00:00' },
    { id: 'a-day', published: '2016-07-14' },
    { id: 'agency', published: '2016-07-14T18:00:00Z', outlet: 'AP', credit: 'Associated Press' },
  ]
  expect([...texts].sort(byOrigin).map(({ id }) => id)).toEqual([
    'agency',
    'morning',
    'noon',
    'a-day',
    'next',
    'undated',
  ])
})
