import { expect, test } from 'vitest'
import { read } from '../read.ts'
import type { Statement } from '../reading.ts'

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

test.each([
  ['Reuters reported on Monday that the army had left, citing two officials.', 'two officials', 'unnamed', 'reuters'],
  ['The army had left, Reuters said, citing Ivo Petrov.', 'Ivo Petrov', 'named', 'reuters'],
  ['The ministry said the army had left, citing a leaked report.', 'a leaked report', 'document', undefined],
])('whom a report cites says it too: %s', async (data, source, sourcing, outlet) => {
  const { statements, text } = await read(
    { uri: 'memory', format: 'text', body: { kind: 'text', data } },
    { plain: true },
  )
  expect(statements).toHaveLength(2)
  const [cites, cited] = statements as [Statement, Statement]
  const words = (span: { start: number; end: number }) => text.slice(span.start, span.end)
  expect(words(cited.source!)).toBe(source)
  expect(cited).toMatchObject({ sourcing, within: cites.id, rule: 'citing' })
  expect(cited.via?.actor).toBe(outlet)
  expect(cited.content.map(words).join(' ')).toMatch(/[Tt]he army had left$/)
})

test('a reason that somebody cites says nothing', async () => {
  const data = 'The ministry said the bridge would stay closed, citing costs.'
  const { statements } = await read({ uri: 'memory', format: 'text', body: { kind: 'text', data } }, { plain: true })
  expect(statements.map(({ rule }) => rule)).not.toContain('citing')
})
