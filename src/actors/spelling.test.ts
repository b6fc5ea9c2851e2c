import { expect, test } from 'vitest'
import { isOneOff } from './spelling.ts'

test('one letter more, less or other is one off; the same word and two letters are not', () => {
  expect(isOneOff('bouteflika', 'bouteflicka')).toBe(true)
  expect(isOneOff('gbagbo', 'gbago')).toBe(true)
  expect(isOneOff('gbagbo', 'gbagda')).toBe(false)
  expect(isOneOff('petrov', 'petrow')).toBe(true)
  expect(isOneOff('petrov', 'petrov')).toBe(false)
  expect(isOneOff('petrov', 'pietrow')).toBe(false)
})
