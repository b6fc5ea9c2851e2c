import { expect, test } from 'vitest'
import { placelineEnd, readDateline, readPlaceline } from './dateline.ts'

test.each([
  ['by WorldPost Staff, July 14, 2016', { byline: 'WorldPost Staff', published: '2016-07-14' }],
  ['By Ada Quill and Tom Reed', { byline: 'Ada Quill and Tom Reed' }],
  ['By Ada Quill | 14 July 2016 10:20 GMT', { byline: 'Ada Quill', published: '2016-07-14' }],
  ['Ada Quill, Meridian Wire | 2016-07-14', { byline: 'Ada Quill, Meridian Wire', published: '2016-07-14' }],
  ['Posted: Thursday, July 14, 2016 at 3:10 p.m.', { published: '2016-07-14' }],
  ['July 14, 2016', { published: '2016-07-14' }],
])('%s', (line, expected) => expect(readDateline(line)).toEqual(expected))

test.each([
  'By Friday the troops had left',
  'By the river they wept',
  'The deal was signed on July 14, 2016',
  'July 14, 2016 was the day the deal was signed',
  'Ten years after July 14, 2016',
  'July 14',
  'On July 14, 1789',
])('is no dateline: %s', (line) => expect(readDateline(line)).toBeUndefined())

test.each([
  ['PORT AMBER, Sept. 11 — The ferries', 'PORT AMBER', '2016-09-11'],
  ['STRELSAU, Ruritania, Dec. 30 (Meridian) — The king', 'STRELSAU, Ruritania', '2015-12-30'],
  ['STRELSAU (Meridian Wire) - The king', 'STRELSAU', undefined],
  ['Strelsau, 3 September 2014 (Meridian) – The king', 'Strelsau', '2014-09-03'],
  ['PORT-AMBER/STRELSAU — The king', 'PORT-AMBER/STRELSAU', undefined],
])('a report that begins with %s', (text, place, date) => {
  const found = readPlaceline(text, '2016-09-12T08:00:00Z')
  expect([text.slice(found?.place.start, found?.place.end), found?.date]).toEqual([place, date])
})

test('a day needs its year, from itself or from the publication', () => {
  expect(readPlaceline('PORT AMBER, Sept. 11 — The ferries')).toEqual({ place: { start: 0, end: 10 } })
})

test('it ends one past its dash', () => {
  expect(placelineEnd('PORT AMBER, Sept. 11 — The ferries')).toBe(22)
  expect(placelineEnd('The ferries sail')).toBe(0)
})

test.each([
  'The ferries — all of them — sail',
  'Ada Quill (Labour) said so - twice',
  'A UN — or rather',
  'NATO said that it would — later',
])('begins with no place: %s', (text) => expect(readPlaceline(text)).toBeUndefined())
