import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OnrecordError } from '../../errors.ts'
import { parseQuery } from './query.ts'

test('words, phrases, fields and what must not be', () => {
  expect(
    parseQuery('red "chemical weapons" -rebels speaker:assad -about:"united states" form:direct,mixed after:2016-01'),
  ).toEqual({
    words: [
      { is: 'word', forms: ['red'], not: false },
      { is: 'phrase', forms: ['chemical', 'weapons'], not: false },
      { is: 'word', forms: ['rebels'], not: true },
    ],
    filters: [
      { is: 'field', field: 'speaker', values: ['assad'], not: false },
      { is: 'field', field: 'about', values: ['united states'], not: true },
      { is: 'field', field: 'form', values: ['direct', 'mixed'], not: false },
      { is: 'field', field: 'after', values: ['2016-01-01'], not: false },
    ],
  })
})

test('a word with a hyphen is a phrase; curly marks quote; accents and case are folded', () => {
  expect(parseQuery('al-Assad “Élysée Palace”').words).toEqual([
    { is: 'phrase', forms: ['al', 'assad'], not: false },
    { is: 'phrase', forms: ['elysee', 'palace'], not: false },
  ])
})

test('an empty query, and one of marks alone, asks nothing', () => {
  for (const text of ['', '   ', '… ? !']) expect(parseQuery(text)).toEqual({ words: [], filters: [] })
})

const messageOf = (text: string): string => {
  try {
    parseQuery(text)
  } catch (error) {
    if (error instanceof OnrecordError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'none'
}

test('an unknown field is named with its place and the likely one', () => {
  expect(messageOf('weapons speeker:assad')).toBe(
    [
      'E_QUERY: At character 9, there is no field "speeker". Did you mean speaker:? Fields are kind, speaker, source, target, about, country, sector, sourcing, form, act, type, outlet, after, before. To look for the words themselves, put them in quotation marks.',
      '  weapons speeker:assad',
      '          ^',
    ].join('\n'),
  )
})

test.each([
  ['weapons "chemical', 'At character 9, this quotation mark is not closed'],
  ['speaker:"assad', 'At character 9, this quotation mark is not closed'],
  ['speaker: assad', 'At character 9, speaker: has no value'],
  ['form:spoken', 'At character 6, form: cannot be "spoken". It is one of direct, indirect, mixed.'],
  ['after:2016-13', 'At character 7, "2016-13" is no date'],
  ['after:2015-02-29', 'is no date'],
  ['before:yesterday', 'is no date'],
  ['speaker:…', 'speaker: needs a name'],
])('%s says where it goes wrong', (text, message) => {
  expect(messageOf(text)).toContain(message)
})

test('any text is a query or a coded error', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => /^none$|^E_QUERY: /.test(messageOf(text))))
})
