import { expect, test } from 'vitest'
import { countryOfCode, ownId, sectorOfCode } from './entry.ts'

test('countries by two or three letters, and by the codes of dictionaries', () => {
  expect(['de', 'DEU', ' fra ', 'XXZ'].map(countryOfCode)).toEqual(['DEU', 'DEU', 'FRA', undefined])
})

test("CAMEO's roles as PLOVER's sectors", () => {
  expect(['gov', 'HLH', 'MED', 'XYZ'].map(sectorOfCode)).toEqual(['GOV', 'MED', 'JRN', undefined])
})

test('an id is the name, made plain', () => {
  expect(ownId('Légion étrangère (2nd)')).toBe('own-legion-etrangere-2nd')
})
