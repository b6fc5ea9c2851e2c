import { expect, test } from 'vitest'
import { registry } from '../actors/index.ts'
import { cameoCountryOf, cowOf, international, ploverScoreOf, sectorNameOf } from './codes.ts'
import { cameoActorOf, cameoQuadOf, dyadsOf, eventsOf, partiesOf } from './dyads.ts'
import { reading } from './fixture.ts'
import type { widenings } from './format.ts'

const pairs = (...include: (typeof widenings)[number][]) =>
  dyadsOf(reading, { include: new Set(include) }).map(({ id, source, target }) => [
    id.slice(id.indexOf('#e') + 1),
    source?.name,
    target?.name,
  ])

test('what the article itself tells as done, both ways where both sides act, nobody with themselves', () => {
  expect(pairs()).toEqual([
    ['e1.1', 'Ruritania', 'Norway'],
    ['e1.2', 'Norway', 'Ruritania'],
    ['e4', 'United Nations', 'Graustark'],
  ])
})

test('claims, deeds to come and events of one side come when they are asked for', () => {
  expect(pairs('claims').map(([id]) => id)).toEqual(['e1.1', 'e1.2', 'e3', 'e4'])
  // What is to come and said: both must be wanted.
  expect(pairs('future', 'one-sided').map(([id]) => id)).toEqual(['e1.1', 'e1.2', 'e4', 'e5'])
  expect(pairs('claims', 'future', 'one-sided')).toContainEqual(['e2', 'E\u0301lise Marek', undefined])
})

test('words that tell neither actor nor country nor sector are no party', () => {
  const [meeting] = reading.events
  const vague = { ...meeting!, target: [{ start: 30, end: 34 }] }
  expect(dyadsOf({ ...reading, events: [vague] }, {})).toEqual([])
  expect(dyadsOf({ ...reading, events: [vague] }, { include: new Set(['one-sided']) })).toHaveLength(2)
})

test('every kind of telling can be asked for, and no more is kept than that', () => {
  for (const factuality of ['future', 'hypothetical', 'negated', 'historical'] as const) {
    const told = { ...reading, events: reading.events.map((it) => ({ ...it, factuality, statement: undefined })) }
    expect(eventsOf(told, {})).toEqual([])
    expect(eventsOf(told, { include: new Set([factuality]) })).toHaveLength(5)
  }
})

test('CAMEO codes of actors', () => {
  const code = (words: string, known: object) => {
    const start = reading.text.indexOf(words)
    return cameoActorOf(partiesOf(reading)({ start, end: start + words.length, ...known }))
  }
  expect(code('Norway', { actor: 'nor', country: 'NOR' })).toBe('NOR')
  expect(code('Norway', { country: 'USA', sector: 'GOV' })).toBe('USAGOV')
  expect(code('Norway', { country: 'TLS', sector: 'JRN' })).toBe('TMPMED')
  expect(code('rebels', { actor: 'x-rebels', sector: 'REB' })).toBe('REB')
  expect(code('The United Nations', { actor: 'un' })).toBe('IGOUNO')
  expect(code('Oslo', {})).toBe('')
})

test('the quad class of CAMEO goes by the root', () => {
  const quad = (cameo: string) => cameoQuadOf({ ...reading.events[0]!, cameo })
  expect(['010', '057', '061', '0874', '090', '138', '141', '2041'].map(quad)).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
})

test('every state has a row of codes, and every organisation of the table is in the registry', () => {
  const withoutCow = registry().states.filter(({ iso3 }) => cowOf(iso3) === undefined)
  expect(withoutCow.map(({ iso3 }) => iso3).sort()).toEqual(['HKG', 'PSE', 'VAT'])
  expect(cowOf('USA')).toBe('2')
  expect(cameoCountryOf('XKX')).toBe('KSV')
  const ids = new Set(registry().organisations.map(({ id }) => id))
  expect([...international().keys()].filter((id) => !ids.has(id))).toEqual([])
})

test('scores and sectors', () => {
  expect(ploverScoreOf('ACCUSE')).toBe(-3)
  expect(ploverScoreOf('ASSAULT', 'no-such-mode')).toBe(-9)
  expect(ploverScoreOf('DANCE')).toBeUndefined()
  expect(sectorNameOf('COP')).toBe('Police')
})
