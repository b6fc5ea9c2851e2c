import { expect, test } from 'vitest'
import { keptAnswers } from './answers.ts'

test('an answer is made once while there is room, and a fault is not kept', async () => {
  let made = 0
  const answer = keptAnswers(12)
  const make = async () => ({ made: ++made })
  expect(await Promise.all([answer('a', make), answer('a', make)])).toEqual(['{"made":1}', '{"made":1}'])
  expect(await answer('a', make)).toBe('{"made":1}')
  // Ten characters each: there is room for one.
  expect(await answer('b', make)).toBe('{"made":2}')
  expect(await answer('b', make)).toBe('{"made":2}')
  expect(await answer('a', make)).toBe('{"made":3}')
  await expect(answer('c', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await answer('c', make)).toBe('{"made":4}')
})
