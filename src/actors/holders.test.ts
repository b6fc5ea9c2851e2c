import { expect, test } from 'vitest'
import { holderOf, holds, settlePerson } from './holders.ts'
import { vocabulary } from './vocabulary.ts'

const person = (id: string) => vocabulary().personById.get(id)!

test('who held an office on a day', () => {
  expect(holderOf(vocabulary(), 'FRA', 'presidents', '2014-01-01')?.id).toBe('francois-hollande')
  expect(holderOf(vocabulary(), 'JPN', 'prime-ministers', '1999-01-01')?.id).toBe('keizo-obuchi')
  expect(holderOf(vocabulary(), 'FRA', 'presidents', undefined)).toBeNull()
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
