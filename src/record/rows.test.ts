import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../reading.ts'
import { readingOf } from './from-rows.ts'
import { dayOf, rowsOf } from './to-rows.ts'

const provenance = { input: 'k1', reader: '1.0', added: '2026-11-24T10:00:00.000Z' }

const text = 'Ruritania “will not pay”, its envoy said. Strelsau agreed.'
/** The place of some words in the text. */
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

const reading: Reading = {
  id: 'a',
  source: { uri: 'a.txt', format: 'text' },
  published: '2016-07-14T08:05:00+02:00',
  language: 'en',
  text,
  captions: ['The envoy.'],
  sentences: [{ start: 0, end: 41 }, at('Strelsau agreed.')],
  actors: [
    { id: 'rur', name: 'Ruritania', kind: 'state', country: 'RUR', mentions: [at('Ruritania'), at('its')] },
    { id: 'x-envoy', name: 'its envoy', kind: 'unnamed', sector: 'GOV', mentions: [at('its envoy')] },
  ],
  statements: [
    {
      id: 's1',
      source: { ...at('its envoy'), actor: 'x-envoy', sector: 'GOV' },
      cue: at('said'),
      content: [at('Ruritania'), at('will not pay')],
      form: 'mixed',
      act: 'say',
      sourcing: 'office',
      confidence: 0.9,
      rule: 'learned',
    },
    {
      id: 's2',
      source: null,
      cue: null,
      content: [at('agreed')],
      form: 'indirect',
      act: 'say',
      sourcing: 'none',
      confidence: 1,
    },
  ],
  events: [
    {
      id: 'e1',
      type: 'AGREE',
      contexts: ['economic'],
      cameo: '057',
      goldstein: 8,
      quad: 1,
      source: [at('Strelsau'), { ...at('Ruritania'), actor: 'rur', country: 'RUR' }],
      target: [],
      trigger: [at('agreed')],
      factuality: 'asserted',
      date: '2016-07-13',
      place: { ...at('Strelsau'), country: 'RUR' },
      primary: true,
      confidence: 0.5,
      rule: 'agree',
    },
  ],
  commitments: [
    {
      id: 'c1',
      kind: 'refusal',
      source: [{ ...at('Ruritania'), actor: 'rur', country: 'RUR' }],
      target: [],
      about: at('will not pay'),
      deadline: { ...at('agreed'), date: '2016-08-01' },
      history: [{ status: 'rejected', evidence: at('agreed'), statement: 's2' }],
      confidence: 0.4,
    },
  ],
  warnings: [
    { code: 'W_CHARSET', message: 'Mind.', span: at('its') },
    { code: 'W_DATE', message: 'Mind this.' },
  ],
}

describe('rows of a reading', () => {
  test('give it back whole', () => {
    expect(readingOf(rowsOf(reading, provenance))).toEqual(reading)
  })

  test('carry the words, the sentence, the first party and the day', () => {
    const { documents, mentions, statements, events, commitments, history } = rowsOf(reading, provenance)
    expect(documents[0]).toMatchObject({ day: '2016-07-14', published: '2016-07-14T08:05:00+02:00', ...provenance })
    expect(mentions.map((it) => [it.actor, it.sentence, it.text])).toEqual([
      ['rur', 0, 'Ruritania'],
      ['rur', 0, 'its'],
      ['x-envoy', 0, 'its envoy'],
    ])
    expect(statements[0]).toMatchObject({
      source_name: 'its envoy',
      content_text: 'Ruritania … will not pay',
      sentence: 0,
    })
    expect(events[0]).toMatchObject({ source_name: 'Strelsau', sentence: 1, published: '2016-07-14' })
    expect(events[0]?.sources?.map((it) => it.text)).toEqual(['Strelsau', 'Ruritania'])
    expect(commitments[0]).toMatchObject({ status: 'rejected', deadline_text: 'agreed', deadline_date: '2016-08-01' })
    expect(history[0]).toMatchObject({ commitment: 'c1', n: 0, evidence_text: 'agreed' })
  })
})

test('a day is one of the calendar, or none', () => {
  expect(['2016-02-29', '2015-02-29', '2016-07-14T23:00:00-04:00', undefined].map(dayOf)).toEqual([
    '2016-02-29',
    undefined,
    '2016-07-14',
    undefined,
  ])
  fc.assert(fc.property(fc.string(), (text) => dayOf(text) === undefined || /^\d{4}-\d\d-\d\d$/.test(dayOf(text)!)))
})
