import { describe, expect, test } from 'vitest'
import { readTable } from '../lexicon.ts'
import { read } from '../read.ts'
import { termsOf } from './terms.ts'

async function commitmentsIn(data: string) {
  const reading = await read(
    { uri: 'memory', format: 'text', published: '2016-07-14', body: { kind: 'text', data } },
    { plain: true },
  )
  const words = ({ start, end }: { start: number; end: number }) => reading.text.slice(start, end)
  return reading.commitments.map((it) => ({
    kind: it.kind,
    source: it.source.map(words).join(),
    target: it.target.map(words).join(),
    about: words(it.about),
    ...(it.condition && { condition: words(it.condition) }),
    status: it.history[0]?.status,
  }))
}

describe('every noun reads its own example', () => {
  const nouns = readTable('commitments/nouns.tsv', ['id', 'forms', 'kind', 'example'])
  test.each(nouns.map((row) => [row.id, row.kind, row.example]))('%s %s: %s', async (_, kind, example) => {
    expect(await commitmentsIn(example)).toMatchObject([{ kind, source: 'Turkey', target: 'Syria' }])
  })
})

describe('what is committed', () => {
  test('a promise with its condition', async () => {
    expect(await commitmentsIn('Turkey promised to reopen the border if the truce holds.')).toEqual([
      {
        kind: 'promise',
        source: 'Turkey',
        target: '',
        about: 'reopen the border',
        condition: 'if the truce holds',
        status: 'open',
      },
    ])
  })

  test('an offer to somebody is about what is offered', async () => {
    expect(await commitmentsIn('Turkey offered Syria a truce.')).toMatchObject([
      { kind: 'offer', source: 'Turkey', target: 'Syria', about: 'a truce' },
    ])
  })

  test('a red line is drawn by who says so', async () => {
    expect(await commitmentsIn('An attack would be a red line for Turkey, officials said.')).toMatchObject([
      { kind: 'red-line', source: 'officials' },
    ])
  })

  test('no agreement yet, and one that was signed', async () => {
    expect(await commitmentsIn('No agreement with Syria has yet been reached.')).toMatchObject([
      { kind: 'agreement', target: 'Syria', status: 'not-yet' },
    ])
    expect(await commitmentsIn('A deal with Syria was signed.')).toMatchObject([
      { kind: 'agreement', status: 'accepted' },
    ])
  })

  test.each([
    'Rain is expected on Friday.',
    'Water must be boiled first.',
    'He will be fifty in May.',
    'The law demands a licence of every driver.',
    'The team will meet Chelsea on Sunday.',
  ])('not every "will" is a promise and not every "must" a demand: %s', async (text) => {
    expect((await commitmentsIn(text)).filter((it) => it.kind !== 'demand' || it.source !== 'The law')).toEqual([])
  })
})

describe('terms', () => {
  const terms = (text: string) => {
    const { condition, deadline } = termsOf(text, { start: 0, end: text.length }, '2016-07-14')
    const words = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end)
    return [words(condition), words(deadline), deadline?.date]
  }
  test.each([
    ['to withdraw unless the talks fail', ['unless the talks fail', undefined, undefined]],
    ['to withdraw by Friday', [undefined, 'by Friday', '2016-07-15']],
    ['to withdraw by the end of August', [undefined, 'by the end of August', '2016-08-31']],
    ['to open it once the troops have left', ['once the troops have left', undefined, undefined]],
    ['to let them in at once', [undefined, undefined, undefined]],
    ['to stand by its allies', [undefined, undefined, undefined]],
  ])('%s', (text, expected) => expect(terms(text)).toEqual(expected))
})
