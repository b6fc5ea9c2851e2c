import { expect, test } from 'vitest'
import { read } from '../read.ts'

/** Who did what to whom, by the words of the text. */
const deeds = async (data: string) => {
  const input = { uri: 'memory', format: 'text' as const, body: { kind: 'text' as const, data } }
  const { text, events } = await read(input, { plain: true, events: { judge: () => undefined } })
  const words = (side: readonly { start: number; end: number }[]) =>
    side.map((it) => text.slice(it.start, it.end).replace(/^the /i, ''))
  return events.map(({ rule, source, target }) => [rule, words(source), words(target)])
}

test.each([
  ['The rebels were attacked by the Turkish army.', ['Turkish army'], ['rebels']],
  ['The rebels shot and killed by the Turkish army were mourned.', ['Turkish army'], ['rebels']],
])('%s', async (text, source, target) => {
  expect((await deeds(text)).map(([, ...sides]) => sides)).toEqual([[source, target]])
})

test('the other side stands after the word that brings it', async () => {
  expect(await deeds('Turkey blamed the Syrian fire on Iran.')).toEqual([['accuse.blame', ['Turkey'], ['Iran']]])
  expect(await deeds('Turkey opposed a ban against Syria.')).toEqual([['accuse.oppose', ['Turkey'], []]])
})
