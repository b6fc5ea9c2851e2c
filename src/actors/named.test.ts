import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { scan } from './hits.ts'
import { actorsOf } from './link.ts'
import { isPlainState } from './named.ts'

const named = (text: string) =>
  actorsOf(segment(text)).map(({ id, mentions }) => [id, ...mentions.map(({ start, end }) => text.slice(start, end))])

test('an article before a name stays outside', () => {
  expect(named('The United Nations met.')).toEqual([['un', 'United Nations']])
})

test('an adjective that is its people counts as a noun alone', () => {
  expect(named('The French said no.')).toEqual([['fra', 'French']])
  expect(named('The French bread is good.')).toEqual([])
})

test('some of a party are its members, all of it the party', () => {
  expect(named('A number of Republicans objected.')[0]?.[0]).toBe('x-republican-party-members')
  expect(named('All Republicans objected.')[0]?.[0]).toBe('republican-party')
})

test('a name is a state wherever it stands, an adjective is not', () => {
  const [russia, french] = scan(segment('Russia and French')).hits
  expect([isPlainState(russia!), isPlainState(french!)]).toEqual([true, false])
})
