import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointsOf, firstOf, lastOf } from './code-points.ts'

const characters = fc.array(fc.constantFrom('a', ' ', 'é', 'e\u0301', '😀', '👩🏽‍🚀', '🇺🇳', '“', '\n\n', '𝔸', 'ﷺ'), {
  maxLength: 40,
})

test('a span in code points gives the same characters as in UTF-16', () => {
  fc.assert(
    fc.property(characters, characters, characters, (before, inside, after) => {
      const text = [...before, ...inside, ...after].join('')
      const start = before.join('').length
      const end = start + inside.join('').length
      const at = codePointsOf(text)
      expect([...text].slice(at(start), at(end)).join('')).toBe(text.slice(start, end))
    }),
  )
})

test('the code points before and after a place', () => {
  expect(lastOf('a😀b😀', 3)).toBe('😀b😀')
  expect(firstOf('😀a😀b', 3)).toBe('😀a😀')
  expect(lastOf('ab', 3)).toBe('ab')
})
