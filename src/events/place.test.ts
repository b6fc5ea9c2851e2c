import { expect, test } from 'vitest'
import { read } from '../read.ts'

async function placeIn(data: string) {
  const { events, text } = await read(
    { uri: 'memory', format: 'text', published: '2016-07-14', body: { kind: 'text', data } },
    { plain: true },
  )
  const place = events[0]?.place
  return place && [text.slice(place.start, place.end), place.country]
}

test.each([
  ['France met Germany in Vienna on Monday.', ['Vienna', 'AUT']],
  ['Turkey held talks with Jordan in Geneva.', ['Geneva', undefined]],
  ['Turkish soldiers attacked the rebels near Damascus.', ['Damascus', 'SYR']],
  ['France praised Germany on Monday.', undefined],
])('%s', async (text, expected) => {
  const place = await placeIn(text)
  expect(place?.[0]).toBe(expected?.[0])
  if (expected?.[1]) expect(place?.[1]).toBe(expected[1])
})
