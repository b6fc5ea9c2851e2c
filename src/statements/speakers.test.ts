import { describe, expect, test } from 'vitest'
import { read } from '../read.ts'

/** "source = actor (sourcing)" of every statement of a text, in order; "nobody" where no actor is told. */
async function speakers(text: string, byline?: string): Promise<string[]> {
  const input = { uri: 'memory', format: 'text' as const, body: { kind: 'text' as const, data: text } }
  const reading = await read({ ...input, ...(byline && { byline }) }, { plain: true })
  return reading.statements.map(({ source, sourcing }) => {
    const actor = reading.actors.find(({ id }) => id === source?.actor)
    return `${source ? reading.text.slice(source.start, source.end) : '-'} = ${actor?.name ?? 'nobody'} (${sourcing})`
  })
}

describe('the speaker goes on', () => {
  test.each([
    [
      'and does not speak of himself by name',
      'Ivo Petrov said Rudolf Okafor had lost the vote. He said Okafor would go home.',
      ['Ivo Petrov = Ivo Petrov (named)', 'He = Ivo Petrov (named)'],
    ],
    [
      'after a quotation about somebody else',
      'Ada Quill said Mara Lund was late. “Lund never calls,” she said.',
      ['Ada Quill = Ada Quill (named)', 'she = Ada Quill (named)'],
    ],
    [
      'unless somebody comes between',
      'Ivo Petrov said the bridge was closed. Rudolf Okafor shook his head. He said it was open.',
      ['Ivo Petrov = Ivo Petrov (named)', 'He = Rudolf Okafor (named)'],
    ],
    [
      'as several',
      'Several American officials said the talks had failed. They said no date had been set.',
      ['Several American officials = American officials (unnamed)', 'They = American officials (unnamed)'],
    ],
    [
      'as two, so that no one of them is meant',
      'Ivo Petrov and Mara Lund said the bridge was closed. They said it would open in May.',
      ['Ivo Petrov and Mara Lund = Ivo Petrov (named)', 'They = nobody (named)'],
    ],
    [
      'by office, over a paragraph break',
      'A spokesman for the ministry said the road was open.\n\n“It is safe,” the spokesman added.',
      ['A spokesman for the ministry = nobody (office)', 'the spokesman = nobody (office)'],
    ],
  ])('%s', async (_, text, expected) => expect(await speakers(text)).toEqual(expected))
})

describe('who "I" is', () => {
  test('inside a quotation, its speaker', async () => {
    expect(await speakers('“I said that the road was closed, and I left,” Ada Quill told the council.')).toContain(
      'I = Ada Quill (named)',
    )
  })

  test('outside, whoever the last paragraph introduces', async () => {
    const text = 'I believe that the bridge will fall.\n\nAda Quill is a novelist in Strelsau.'
    expect((await speakers(text))[0]).toBe('I = Ada Quill (named)')
  })

  test('in a letter, whoever signs it', async () => {
    const letters = 'I think that the bridge will fall.\n\nAda Quill.\n\nI think that it will stand.\n\nIvo Petrov.'
    expect(await speakers(letters)).toEqual(['I = Ada Quill (named)', 'I = Ivo Petrov (named)'])
  })

  test('not whom a heading of one word names', async () => {
    const text = 'I think that the bridge will fall.\n\nOkafor.\n\nAda Quill is a novelist in Strelsau.'
    expect((await speakers(text))[0]).toBe('I = Ada Quill (named)')
  })

  test('nobody where nobody is told', async () => {
    expect(await speakers('I believe that the bridge will fall.')).toEqual(['I = nobody (unnamed)'])
  })
})

test('who stands beside an office, and before a relative clause', async () => {
  expect(await speakers('The minister of the economy, Ada Quill, said the harbour would reopen.')).toEqual([
    'The minister of the economy, Ada Quill, = Ada Quill (named)',
  ])
})

test('a collective, a document, an outlet, a crowd', async () => {
  const texts = [
    'The United Nations said the camp was full.',
    'The bridge is unsafe, according to a leaked memo.',
    'Reuters reported that the bridge had fallen.',
    'Many say that the bridge will fall.',
  ]
  expect((await Promise.all(texts.map((text) => speakers(text)))).flat()).toEqual([
    'The United Nations = United Nations (office)',
    'a leaked memo = nobody (document)',
    'Reuters = Reuters (outlet)',
    'Many = nobody (crowd)',
  ])
})
