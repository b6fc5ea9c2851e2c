import { expect, test } from 'vitest'
import { venueIn } from './venue.ts'

test.each([
  ['In an interview with NBC News, Assad said so.', 'In an interview with NBC News'],
  ['Assad said so in a televised speech.', 'in a televised speech'],
  ['“So,” Quill said at a news conference in Geneva.', 'at a news conference in Geneva'],
  ['Assad said so on Monday.', undefined],
])('%s', (text, expected) => {
  const venue = venueIn(text, { start: 0, end: text.length }, [])
  expect(venue && text.slice(venue.start, venue.end)).toBe(expected)
})

test('what is spoken of is no venue', () => {
  const text = 'She said it was in an interview with him.'
  expect(venueIn(text, { start: 0, end: text.length }, [{ start: 9, end: text.length }])).toBeUndefined()
})
