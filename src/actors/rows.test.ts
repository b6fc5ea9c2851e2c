import { expect, test } from 'vitest'
import { formsOf, personOf } from './rows.ts'

test('the forms of a cell', () => {
  expect(formsOf('US|U.S.')).toEqual(['US', 'U.S.'])
  expect(formsOf('')).toEqual([])
})

test("a person's short name is the last word, and offices are read when asked for", () => {
  const row = { id: 'ivo-petrov', name: 'Ivo Petrov', names: '', short: '', gender: 'm', country: 'rus', qid: '' }
  const person = personOf({ ...row, roles: 'GOV president 1999..2004' })
  expect(person).toMatchObject({ short: ['Petrov'], country: 'RUS' })
  expect(person.offices).toEqual([{ sector: 'GOV', title: 'president', from: '1999', to: '2004' }])
})
