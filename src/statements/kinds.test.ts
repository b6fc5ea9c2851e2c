/** The kinds of statements that news has, whole: "source | cue | content … content (form act)", in text order. */
import { describe, expect, test } from 'vitest'
import { read } from '../read.ts'

async function said(data: string): Promise<string[]> {
  const { text, statements } = await read(
    { uri: 'memory', format: 'text', body: { kind: 'text', data } },
    { plain: true },
  )
  const words = (span: { start: number; end: number } | null) => (span ? text.slice(span.start, span.end) : '-')
  return statements.map(
    ({ source, cue, content, form, act, within }) =>
      `${within ? `${within}: ` : ''}${words(source)} | ${words(cue)} | ${content.map(words).join(' … ')} (${form} ${act})`,
  )
}

describe('direct', () => {
  test.each([
    [
      'inverted, with an apposition',
      '“We will go on until the bridge is open,” said Ada Quill, the mayor of Strelsau.',
      ['Ada Quill, the mayor of Strelsau | said | “We will go on until the bridge is open,” (direct say)'],
    ],
    [
      'split by its cue',
      '“We will go on,” Ada Quill said, “until the bridge is open.”',
      ['Ada Quill | said | “We will go on,” … “until the bridge is open.” (direct say)'],
    ],
    [
      'split over sentences',
      '“We are tired,” Ada Quill said on Monday. “Nobody came to help us.”',
      ['Ada Quill | said | “We are tired,” … “Nobody came to help us.” (direct say)'],
    ],
  ])('%s', async (_, text, expected) => expect(await said(text)).toEqual(expected))
})

describe('indirect and mixed', () => {
  test.each([
    [
      'reported',
      'The envoy said that the talks were over.',
      'The envoy | said | that the talks were over (indirect say)',
    ],
    [
      'some words quoted',
      'Ada Quill said the plan was “not serious” and would fail.',
      'Ada Quill | said | the plan was “not serious” and would fail (mixed say)',
    ],
    [
      'a question',
      'Ada Quill asked whether the road was open.',
      'Ada Quill | asked | whether the road was open (indirect ask)',
    ],
    [
      'a belief',
      'Ada Quill believes that the war will end.',
      'Ada Quill | believes | that the war will end (indirect believe)',
    ],
    ['a hope', 'Ada Quill hopes the war will end.', 'Ada Quill | hopes | the war will end (indirect hope)'],
    [
      'an intention',
      'The council plans to sell the harbour.',
      'The council | plans | to sell the harbour (indirect intend)',
    ],
    ['a view', 'The deal is seen by many as a trap.', 'many | is seen by | The deal … as a trap (indirect believe)'],
    [
      'on whose word',
      'According to a leaked memo, the bridge is unsafe.',
      'a leaked memo | According to | the bridge is unsafe (indirect say)',
    ],
    [
      'who calls whom what',
      'Ada Quill labels her critics as traitors.',
      'Ada Quill | labels | her critics as traitors (indirect describe)',
    ],
  ])('%s', async (_, text, expected) => expect(await said(text)).toEqual([expected]))
})

test('nouns that report', async () => {
  expect(await said('The minister dismissed rumours that the king had died.')).toContainEqual(
    expect.stringContaining('The minister | dismissed | rumours that the king had died'),
  )
  expect((await said('The talks failed despite the president’s vow that they would go on.'))[0]).toMatch(
    /^the president \| (?:’s )?vow \| that they would go on \(indirect promise\)$/,
  )
})

test('nested, each within the next', async () => {
  expect(await said('Officials said Ivo Petrov had told them that Ada Quill denied the report.')).toEqual([
    'Officials | said | Ivo Petrov had told them that Ada Quill denied the report (indirect say)',
    's1: Ivo Petrov | had told | that Ada Quill denied the report (indirect say)',
    's2: Ada Quill | denied | the report (indirect deny)',
  ])
})

test('inside a quotation too', async () => {
  expect((await said('“The minister told me that the bridge was closed, and I left,” Ada Quill said.'))[1]).toMatch(
    /^s1: The minister \| told \| that the bridge was closed/,
  )
})

test('words held at arm’s length are no speech', async () => {
  expect(await said('The so-called “peace train” left Strelsau on Monday. The “old bridge” was closed.')).toEqual([])
})
