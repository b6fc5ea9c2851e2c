import { expect, test } from 'vitest'
import { holderOf, holds, leads, settlePerson } from './holders.ts'
import { vocabulary } from './vocabulary.ts'

const holder = (country: string, title: string, day: string | undefined) =>
  holderOf(vocabulary(), country, vocabulary().roleOf.get(title)!, day)?.id
const person = (id: string) => vocabulary().personById.get(id)!

test('who held an office on a day', () => {
  expect(holder('FRA', 'president', '2014-01-01')).toBe('francois-hollande')
  expect(holder('JPN', 'prime minister', '1999-01-01')).toBe('keizo-obuchi')
  expect(holder('FRA', 'president', undefined)).toBeUndefined()
  expect(holder('PRK', 'leader', '2014-01-01')).toBe('kim-jong-un')
  // Who leads rebels or a party leads no state, and a state has many ministers.
  expect(holder('TUR', 'leader', '2016-07-14')).toBeUndefined()
  expect(holder('ISR', 'minister', '2024-01-01')).toBeUndefined()
})

test('an office is held on its days only', () => {
  expect(holds(vocabulary(), person('john-kerry'), 'secretaries-of-state', '2016-07-14')).toBe(true)
  expect(holds(vocabulary(), person('john-kerry'), 'secretaries-of-state', '2019-07-14')).toBe(false)
})

test('of two, the one in office; of none, nobody', () => {
  const bushes = [person('george-w-bush'), person('george-h-w-bush')]
  expect(settlePerson(bushes, '2003-03-19')?.id).toBe('george-w-bush')
  expect(settlePerson(bushes, '2019-03-19')).toBeNull()
  expect(settlePerson(bushes.slice(0, 1), undefined)?.id).toBe('george-w-bush')
})

test('who leads a state, under whichever title', () => {
  const day = '2016-07-14'
  expect(leads(vocabulary(), person('vladimir-putin'), 'RUS', day)).toBe(true)
  expect(leads(vocabulary(), person('angela-merkel'), 'DEU', day)).toBe(true)
  expect(leads(vocabulary(), person('sergei-lavrov'), 'RUS', day)).toBe(false)
  expect(leads(vocabulary(), person('ban-ki-moon'), 'KOR', day)).toBe(false)
})
