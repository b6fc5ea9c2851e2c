import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { scan } from './hits.ts'
import { isOpener } from './phrase-after.ts'
import { phraseAt } from './phrases.ts'

const phrase = (text: string) => {
  const read = scan(segment(text))
  const found = phraseAt(read, read.hits[0]!)!
  return [found.countries.map(({ state }) => state.iso3).join('+'), found.organisation?.id, found.sector]
}

test('"of" and "from" tell a country; "for" an organisation or a ministry', () => {
  expect(phrase('officials from Armenia')).toEqual(['ARM', undefined, 'GOV'])
  expect(phrase('a spokesman for the Arab League')).toEqual(['', 'arab-league', undefined])
  expect(phrase('a spokesman for the Russian foreign ministry')).toEqual(['RUS', undefined, 'GOV'])
})

test('"in" tells where a group is, not whose an office is', () => {
  expect(phrase('rebels in Mali')).toEqual(['MLI', undefined, 'REB'])
  expect(phrase('the ambassador in Mali')).toEqual(['', undefined, 'GOV'])
})

test('of several states in the plural, of one in the singular', () => {
  expect(phrase('presidents of Chad, Niger and Mali')[0]).toBe('TCD+NER+MLI')
  expect(phrase('the president of Chad and Niger')[0]).toBe('TCD')
})

test('what may open it', () => {
  expect(['of', 'for', 'with', 'near', 'constructor'].map(isOpener)).toEqual([true, true, true, false, false])
})
