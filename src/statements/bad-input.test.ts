/** What texts off the web do to quotation marks: nothing may run away with the rest of the article. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from '../read.ts'
import { Reading } from '../reading.ts'

const reading = (data: string) => read({ uri: 'memory', format: 'text', body: { kind: 'text', data } }, { plain: true })
const said = async (data: string) => {
  const { text, statements } = await reading(data)
  return statements.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(' … '))
}

test('a quotation that never closes ends with its paragraph, and a warning says where', async () => {
  const { statements, warnings, text } = await reading(
    'Ada Quill said “we left.\n\nNobody else did. Rain fell all night.',
  )
  expect(Math.max(...statements.flatMap(({ content }) => content.map(({ end }) => end)))).toBeLessThanOrEqual(24)
  expect(warnings).toMatchObject([{ code: 'W_QUOTE_UNCLOSED', span: { start: 15, end: 24 } }])
  expect(text.slice(15, 24)).toBe('“we left.')
})

test('three kinds of quotation marks inside each other are one content', async () => {
  const text = '“He told me ‘the king said “no” twice’ and left,” Ada Quill said.'
  expect((await said(text))[0]).toBe('“He told me ‘the king said “no” twice’ and left,”')
  expect((await reading(text)).warnings).toEqual([])
})

test('apostrophes open nothing', async () => {
  expect((await reading("The soldiers' wives and the town's elders waited in the '90s.")).statements).toEqual([])
})

test('a quotation over paragraphs is one content in pieces', async () => {
  expect(await said('“We left at dawn.\n\n“We came back at night,” Ada Quill said.\n\nRain fell.')).toEqual([
    '“We left at dawn. … “We came back at night,”',
  ])
})

test('a page of nothing but quotations: each its own, said by nobody named', async () => {
  const { statements } = await reading('“The bridge is open again.”\n\n“Nobody told us.”\n\n“We came at night.”')
  expect(statements.map(({ source, cue, form }) => [source, cue, form])).toEqual(
    Array.from({ length: 3 }, () => [null, null, 'direct']),
  )
})

describe('quotations without a cue', () => {
  test('are said by who acts right before them', async () => {
    const { statements, actors } = await reading('Ada Quill shook her head. “We will go on. Nobody can stop us.”')
    expect(statements.map(({ source, cue }) => [source?.actor, cue])).toEqual([[actors[0]!.id, null]])
  })
  test('are no names or words held at arm’s length', async () => {
    expect(await said('The so-called “peace train” left on Monday. The “old bridge” was closed.')).toEqual([])
  })
})

test('any mess of marks and labels: a valid reading', async () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '„',
    '`',
    '«',
    ' said ',
    'Q. ',
    'SMITH: ',
    'we left',
    '. ',
    ', ',
    '\n\n',
    ' he ',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      expect(Reading.safeParse(await reading(`Ada Quill ${pieces.join('')}`)).error).toBeUndefined()
    }),
    { numRuns: 40 },
  )
}, 60_000)
