import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { describeAll } from './compound.ts'
import { describe, kindOf } from './describe.ts'
import { actorsOf } from './link.ts'

const given = (text: string, published?: string) => {
  const analysis = segment(text)
  return { analysis, actors: actorsOf(analysis, published) }
}

/** What is told of a phrase in a text. */
function told(text: string, phrase: string, published = '2016-07-14') {
  const start = text.search(new RegExp(`(?<!\\p{L})${phrase}(?!\\p{L})`, 'u'))
  const { actor, country, sector } = describe({ start, end: start + phrase.length }, given(text, published))
  return [actor, country, sector]
}
const kind = (text: string, phrase: string) => {
  const start = text.search(new RegExp(`(?<!\\p{L})${phrase}(?!\\p{L})`, 'u'))
  return kindOf({ start, end: start + phrase.length }, given(text))
}

test('a titled name is its person', () => {
  const text = 'Syrian President Bashar Assad and Secretary of State John Kerry never met.'
  expect(told(text, 'Syrian President Bashar Assad')).toEqual(['bashar-al-assad', 'SYR', 'GOV'])
  expect(told(text, 'Secretary of State John Kerry')).toEqual(['john-kerry', 'USA', 'GOV'])
})

test('a count before "of" is stepped over', () => {
  expect(told('A large number of Turkish officials resigned.', 'A large number of Turkish officials')).toEqual([
    'x-tur-officials',
    'TUR',
    'GOV',
  ])
})

test('the head stands before preposition, comma and clause', () => {
  expect(told('A Syrian general in Moscow slept.', 'A Syrian general in Moscow')).toEqual([
    'x-syr-officers-military',
    'SYR',
    'MIL',
  ])
  expect(told('Kofi Annan, the envoy who left, wrote.', 'Kofi Annan, the envoy who left,', '2005-01-01')[0]).toBe(
    'kofi-annan',
  )
  expect(told('The head of the Arab League spoke.', 'The head of the Arab League')).toEqual([
    'x-arab-league-leaders',
    undefined,
    undefined,
  ])
})

test('a metonym is the state, in the sector of its house', () => {
  expect(told('Moscow refused and the Pentagon agreed.', 'Moscow')).toEqual(['rus', 'RUS', 'GOV'])
  expect(told('Moscow refused and the Pentagon agreed.', 'the Pentagon')).toEqual(['usa', 'USA', 'MIL'])
})

test('a thing has the country of its modifier', () => {
  expect(told('According to a leaked U.S. proposal, all is well.', 'a leaked U.S. proposal')).toEqual([
    undefined,
    'USA',
    undefined,
  ])
  expect(told('Talk of a Russian plot grew.', 'a Russian plot')).toEqual([undefined, 'RUS', undefined])
  expect(told('A village in Cambodia burned.', 'A village in Cambodia')).toEqual([undefined, 'KHM', 'CVL'])
})

test('what belongs to somebody has their country', () => {
  const text = 'Bashar al-Assad spoke. Assad’s government agreed.'
  expect(told(text, 'Assad’s government')).toEqual(['x-syr-governments', 'SYR', 'GOV'])
})

test('a people and a town are civilians; what an organisation owns has its sector', () => {
  expect(told('Thousands of Nigerians marched.', 'Nigerians')).toEqual(['nga', 'NGA', 'CVL'])
  expect(told('Shells fell in Aleppo.', 'Aleppo')).toEqual([undefined, 'SYR', 'CVL'])
  expect(told('The Hamas wing refused.', 'The Hamas wing')[2]).toBe('REB')
})

test('a role without a country keeps its sector', () => {
  expect(told('Police fled.', 'Police')[2]).toBe('COP')
  expect(told('Some lawmakers left.', 'Some lawmakers')).toEqual([undefined, undefined, 'LEG'])
})

test('pronouns take the nearest fitting subject, or nobody', () => {
  const text = 'Angela Merkel met Vladimir Putin in Sochi. She said he was tired. It rained.'
  expect(told(text, 'She')[0]).toBe('angela-merkel')
  expect(told(text, 'he')[0]).toBe('vladimir-putin')
  expect(told('Turkey sent troops. It denied this.', 'It')).toEqual(['tur', 'TUR', undefined])
  expect(told('It rained.', 'It')).toEqual([undefined, undefined, undefined])
})

test('on whose word', () => {
  const text =
    'John Kerry, Turkish officials, analysts, the Russian foreign ministry, a leaked report, Reuters, residents, Iran and many agreed.'
  expect(
    [
      'John Kerry',
      'Turkish officials',
      'analysts',
      'the Russian foreign ministry',
      'a leaked report',
      'Reuters',
      'residents',
      'Iran',
      'many',
    ].map((phrase) => kind(text, phrase)),
  ).toEqual(['named', 'unnamed', 'unnamed', 'office', 'document', 'outlet', 'crowd', 'office', 'crowd'])
})

test('any span of any text is described without a throw, and comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
      const it = given(`The Russian army said ${text} he left. Kerry's ${text}`)
      expect(describe({ start, end }, it)).toMatchObject({ start, end })
      kindOf({ start, end }, it)
      for (const each of describeAll({ start, end }, it)) expect(each.end).toBeGreaterThanOrEqual(each.start)
    }),
  )
})
