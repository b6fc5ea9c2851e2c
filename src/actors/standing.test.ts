import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { scan } from './hits.ts'
import { phraseAt } from './phrases.ts'
import { countryOf, standingOf } from './standing.ts'
import { vocabulary } from './vocabulary.ts'

const person = (id: string) => vocabulary().personById.get(id)!
const phrases = (text: string) => {
  const read = scan(segment(text))
  return read.hits.flatMap((hit) => phraseAt(read, hit) ?? [])
}

test('offices go by the day: Kerry is of the government on 14 July 2016, of the Senate before, of neither after', () => {
  const kerry = { person: person('john-kerry'), described: [] }
  expect(standingOf(kerry, '2016-07-14')).toEqual({ country: 'USA', sector: 'GOV' })
  expect(standingOf(kerry, '2012-07-14T10:00:00Z')).toEqual({ country: 'USA', sector: 'LEG' })
  expect(standingOf(kerry, '2018-07-14')).toEqual({ country: 'USA', sector: undefined })
})

test('who speaks for no state has no country', () => {
  expect(standingOf({ person: person('kofi-annan'), described: [] }, '2001-01-01')).toEqual({ sector: 'GOV' })
})

test('without a day, only what all offices share is told; what the text says goes before it', () => {
  expect(standingOf({ person: person('john-kerry'), described: [] }, undefined).sector).toBeUndefined()
  expect(standingOf({ person: person('john-kerry'), described: phrases('Senator') }, undefined).sector).toBe('LEG')
})

test('a stranger stands where the text puts them', () => {
  expect(standingOf({ described: phrases('Turkish general') }, undefined)).toEqual({ country: 'TUR', sector: 'MIL' })
})

test('a phrase of two countries tells no one country', () => {
  expect(countryOf(phrases('Greek and Turkish generals')[0]!)).toBeUndefined()
  expect(countryOf(phrases('Greek generals')[0]!)).toBe('GRC')
})
