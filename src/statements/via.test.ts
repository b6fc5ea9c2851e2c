import { expect, test } from 'vitest'
import { read } from '../read.ts'

/** The outlets that the statements of a text came by. */
const via = async (data: string) => {
  const { statements, text } = await read(
    { uri: 'memory', format: 'text', body: { kind: 'text', data } },
    { plain: true },
  )
  return statements.map((it) => it.via && `${text.slice(it.via.start, it.via.end)} ${it.via.actor}`)
}

test.each([
  ['Ada Quill told Reuters that the bridge was closed.', ['Reuters reuters']],
  ['In an interview with Reuters, Ada Quill said the army had left.', ['Reuters reuters']],
  ['“The army has left,” Ada Quill told Reuters.', ['Reuters reuters']],
  ['Ada Quill told the council that the bridge was closed.', [undefined]],
  ['Ada Quill said Reuters had never asked her.', [undefined]],
])('%s', async (text, expected) => expect(await via(text)).toEqual(expected))

test('the chain: an outlet, whom it quotes, and whom they quote', async () => {
  const data = 'Reuters reported that officials said Ivo Petrov had told them that he would leave.'
  const { statements } = await read({ uri: 'memory', format: 'text', body: { kind: 'text', data } }, { plain: true })
  expect(statements.map(({ id, sourcing, within }) => [id, sourcing, within])).toEqual([
    ['s1', 'outlet', undefined],
    ['s2', 'unnamed', 's1'],
    ['s3', 'named', 's2'],
  ])
})
