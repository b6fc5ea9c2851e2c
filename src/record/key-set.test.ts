import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keySet } from './key-set.ts'

test('holds what was added and nothing else, as a Set does', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (added, asked) => {
      const [keys, truth] = [keySet(), new Set(added)]
      for (const key of added) keys.add(key)
      return keys.size === truth.size && [...added, ...asked].every((key) => keys.has(key) === truth.has(key))
    }),
  )
})

test('grows', () => {
  const keys = keySet()
  for (let i = 0; i < 20_000; i++) keys.add(`k${i}`)
  expect(keys.size).toBe(20_000)
  expect([0, 9_999, 19_999].every((i) => keys.has(`k${i}`))).toBe(true)
  expect(keys.has('k20000')).toBe(false)
})
