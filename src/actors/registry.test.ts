import { expect, test } from 'vitest'
import { isWord, registry } from './registry.ts'

test('the tables are read once, and not to be changed', () => {
  expect(registry()).toBe(registry())
  expect(Object.isFrozen(registry())).toBe(true)
})

test('small words by kind', () => {
  expect(isWord('former', 'ousted')).toBe(true)
  expect(isWord('former', 'new')).toBe(false)
  expect(isWord('no such kind', 'ousted')).toBe(false)
})
