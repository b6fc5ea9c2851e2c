import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstEndingAfter, spanIndex } from './spans.ts'

const span = fc.tuple(fc.nat(40), fc.nat(15)).map(([start, length]) => ({ start, end: start + length }))

test('covering gives what a look at every span gives', () => {
  fc.assert(
    fc.property(fc.array(fc.array(span, { minLength: 1, maxLength: 3 }), { maxLength: 20 }), span, (items, place) => {
      const expected = items.filter((spans) => spans.some((s) => s.start <= place.start && place.end <= s.end))
      expect(spanIndex(items, (spans) => spans).covering(place)).toEqual(expected)
    }),
  )
})

test('firstEndingAfter', () => {
  const spans = [
    { start: 0, end: 5 },
    { start: 6, end: 9 },
  ]
  expect([0, 4, 5, 8, 9].map((place) => firstEndingAfter(spans, place))).toEqual([0, 0, 1, 1, 2])
})
