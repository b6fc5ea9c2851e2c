import { expect, test } from 'vitest'
import type { Reading } from '../reading.ts'
import { readingFor } from './fixture.ts'
import { withoutActor } from './without-actor.ts'

const text = 'Ada Quill said she would go. Strelsau agreed, Quill said. The other Quillon stayed.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const quill = { ...at('Ada Quill'), actor: 'x-quill' }
const strelsau = { ...at('Strelsau'), actor: 'str' }
const base = readingFor('a')
const event = base.events[0]!
const reading: Reading = {
  ...base,
  text,
  title: 'Ada Quill goes',
  byline: 'Otto Keller',
  captions: ['Ada  Quill in May.'],
  sentences: [{ start: 0, end: text.length }],
  actors: [
    { id: 'x-quill', name: 'Ada Quill', kind: 'person', mentions: [at('Ada Quill'), at('she')] },
    { id: 'str', name: 'Strelsau', kind: 'state', mentions: [at('Strelsau')] },
  ],
  statements: [
    { ...base.statements[0]!, id: 's1', source: quill, content: [at('she would go')], cue: at('said') },
    { ...base.statements[0]!, id: 's2', source: strelsau, content: [at('agreed')], cue: null, within: 's1' },
  ],
  events: [
    { ...event, id: 'e1', source: [strelsau], target: [], trigger: [at('agreed')], statement: undefined },
    { ...event, id: 'e2', source: [strelsau], target: [quill], trigger: [at('agreed')], statement: undefined },
    { ...event, id: 'e3', source: [strelsau], target: [], trigger: [at('go')], statement: 's1' },
  ],
  commitments: [
    { id: 'c1', kind: 'promise', source: [quill], target: [], about: at('go'), history: [], confidence: 1 },
    {
      id: 'c2',
      kind: 'agreement',
      source: [strelsau],
      target: [],
      about: at('agreed'),
      history: [
        { status: 'open', evidence: at('agreed') },
        { status: 'kept', evidence: at('go'), statement: 's1' },
      ],
      confidence: 1,
    },
  ],
}

test('somebody is taken out: names, words, deeds, promises, and what stood on their word', () => {
  const left = withoutActor(reading, ({ id }) => id === 'x-quill')
  expect(left.text).toBe('███ █████ said ███ would go. Strelsau agreed, Quill said. The other Quillon stayed.')
  expect(left).toMatchObject({ title: '███ █████ goes', byline: 'Otto Keller', captions: ['███  █████ in May.'] })
  expect(left.actors.map(({ id }) => id)).toEqual(['str'])
  expect(left.statements.map(({ id, within }) => [id, within])).toEqual([['s2', undefined]])
  expect(left.events.map(({ id }) => id)).toEqual(['e1'])
  expect(left.commitments.map(({ id, history }) => [id, history.length])).toEqual([['c2', 1]])
})

test('every name the text calls them by is blanked wherever it stands, as a whole word', () => {
  const named = { ...reading.actors[0]!, mentions: [...reading.actors[0]!.mentions, at('Quill said')] }
  named.mentions[2]!.end = named.mentions[2]!.start + 'Quill'.length
  const left = withoutActor({ ...reading, actors: [named] }, () => true)
  expect(left.text).toBe('███ █████ said ███ would go. Strelsau agreed, █████ said. The other Quillon stayed.')
})

test('nobody: the reading as it is', () => {
  expect(withoutActor(reading, () => false)).toBe(reading)
})
