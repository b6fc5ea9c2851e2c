import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pipeline, read } from './read.ts'
import { Reading, type Span } from './reading.ts'
import type { Input } from './sources/index.ts'

const text = (data: string): Input => ({ uri: 'memory', format: 'text', body: { kind: 'text', data } })
const html = (data: string): Input => ({ uri: 'memory', format: 'html', body: { kind: 'html', data } })

test('every step is given what it requires', () => {
  const known = new Set<string>(['article'])
  for (const { name, requires, provides } of pipeline) {
    for (const field of requires) expect(known, `${name} requires ${field}`).toContain(field)
    for (const field of provides) known.add(field)
  }
  expect([...known].sort()).toEqual(['actors', 'analysis', 'article', 'commitments', 'events', 'statements'])
})

describe('a short report', () => {
  const report = text(
    [
      'Border talks end without a deal',
      'by Ada Quill, July 14, 2016',
      'Turkey threatened to attack Syria if its pilots were not released by Friday, two Western diplomats said.',
      'Syria’s foreign ministry rejected the demand. “We will not be bullied,” a spokesman for the ministry said.',
    ].join('\n\n'),
  )

  test('is read from title to commitments', async () => {
    const reading = await read(report)
    const words = (span: Span | null | undefined) => span && reading.text.slice(span.start, span.end)
    expect(reading).toMatchObject({ title: 'Border talks end without a deal', published: '2016-07-14', language: 'en' })
    expect(reading.statements.map((it) => [words(it.source), it.sourcing, words(it.cue), it.form, it.within])).toEqual([
      ['two Western diplomats', 'unnamed', 'said', 'indirect', undefined],
      ['Turkey', 'office', 'threatened', 'indirect', 's1'],
      ['Syria’s foreign ministry', 'office', 'rejected', 'indirect', undefined],
      ['a spokesman for the ministry', 'office', 'said', 'direct', undefined],
    ])
    expect(reading.events[0]).toMatchObject({
      type: 'THREATEN',
      cameo: '138',
      source: [{ country: 'TUR' }],
      target: [{ country: 'SYR' }],
      statement: 's1',
    })
    const [threat] = reading.commitments
    expect(threat).toMatchObject({ kind: 'threat', source: [{ country: 'TUR' }], history: [{ status: 'open' }] })
    expect(words(threat?.condition)).toBe('if its pilots were not released by Friday')
    expect([words(threat?.deadline), threat?.deadline?.date]).toEqual(['by Friday', '2016-07-15'])
  })

  test('twice gives the same', async () => {
    expect(await read(report)).toEqual(await read(report))
  })
})

test('what a server says of its page is heeded: the character set, and when it was fetched', async () => {
  const reading = await read({
    uri: 'https://wire.example/1',
    format: 'text',
    body: { kind: 'text', data: Buffer.from('Minister \xa9\xe1dek left Strelsau.', 'latin1') },
    contentType: 'text/plain; charset=iso-8859-2',
    retrieved: '2026-11-24T10:00:00Z',
  })
  expect(reading.text).toBe('Minister Šádek left Strelsau.')
  expect(reading.source).toEqual({
    uri: 'https://wire.example/1',
    format: 'text',
    retrieved: '2026-11-24T10:00:00Z',
  })
})

test('fields given with the input win, and the id is kept', async () => {
  const reading = await read({
    ...text('He left.'),
    id: 'a-1',
    title: 'Given',
    published: '2016-01-02',
    outlet: 'Wire',
  })
  expect(reading).toMatchObject({ id: 'a-1', title: 'Given', published: '2016-01-02', source: { outlet: 'Wire' } })
})

test('without an id, two copies of a text have one', async () => {
  const [one, two] = [await read(text('The envoy  left.')), await read(text('The envoy left.\n'))]
  expect(one.id).toMatch(/^[0-9a-f]{64}$/)
  expect(two.id).toBe(one.id)
})

test('plain text is not changed by a character', async () => {
  const odd = '\ufeff Share this\r\n\r\nby Ada Quill\n\n\n  He “left.\t\u00a0'
  expect((await read(text(odd), { plain: true })).text).toBe(odd)
})

describe('what cannot be read', () => {
  test.each([
    ['an empty file', text(''), 'E_EMPTY'],
    ['nothing but furniture', text('Share this'), 'E_NO_ARTICLE'],
    ['a page without an article', html('<html><body><nav><a href="/">Home</a></nav></body></html>'), 'E_NO_ARTICLE'],
    ['100,000 nested tags', html(`<html><body>${'<div>'.repeat(100_000)}text`), 'E_HTML_DEPTH'],
  ])('%s has its code', async (_, input, code) => {
    const reading = await read(input)
    expect(reading.errors?.map((it) => it.code)).toEqual([code])
    expect(reading.text).toBe('')
    expect(Reading.safeParse(reading).success).toBe(true)
  })

  test('another language is said, not read as nonsense', async () => {
    const reading = await read(
      text('Der Minister sagte am Montag, dass die Grenze wieder geöffnet werde, sobald die Truppen abgezogen seien.'),
    )
    expect(reading.language).toBe('de')
    expect(reading.warnings.map((it) => it.code)).toEqual(['W_LANGUAGE'])
    expect(reading.statements).toEqual([])
  })
})

/** Every span of a reading, wherever it stands. */
function spansOf(value: unknown): Span[] {
  if (Array.isArray(value)) return value.flatMap(spansOf)
  if (typeof value !== 'object' || value === null) return []
  const own = 'start' in value && 'end' in value ? [value as Span] : []
  return [...own, ...Object.values(value).flatMap(spansOf)]
}

describe('any input', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      '\n\n',
      '. ',
      ', ',
      ' ',
      ': ',
      '\ud800',
      '\0',
      '😀',
      'שלום ',
      '</p><p>',
      '<b>',
    ),
    fc.constantFrom(
      'Assad ',
      'Russia ',
      'the ministry ',
      'officials ',
      'he ',
      'said ',
      'that ',
      'accused ',
      'of lying ',
    ),
    fc.constantFrom(
      'threatened to attack ',
      'according to ',
      'vow that ',
      'if ',
      'by Friday ',
      'talks between ',
      'and ',
      'U.S. ',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  const anything = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''))

  test.each(['text', 'html'] as const)('as %s: a valid reading whose spans lie in its text', async (kind) => {
    await fc.assert(
      fc.asyncProperty(anything, fc.boolean(), async (data, plain) => {
        const input: Input = { uri: 'memory', format: kind, body: { kind, data } }
        const reading = await read(input, { plain })
        expect(Reading.safeParse(reading).error).toBeUndefined()
        expect(reading.errors?.map((it) => it.code) ?? []).not.toContain('E_INTERNAL')
        for (const { start, end } of spansOf(reading)) {
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(reading.text.length)
        }
        expect(await read(input, { plain })).toEqual(reading)
      }),
      { numRuns: 300 },
    )
  })
})
