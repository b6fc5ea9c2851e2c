import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { piecesOf } from './pieces.ts'
import { elided, isLastName, isPartOfName, isPlace, isPrefix } from './senses.ts'
import { vocabulary } from './vocabulary.ts'

const at = (text: string, word: string) => {
  const pieces = piecesOf(segment(text))
  const first = pieces.findIndex((it) => it.form === word)
  return [vocabulary(), pieces, first, first + 1] as const
}
const lastName = (text: string, word: string) => {
  const [, pieces, first, last] = at(text, word)
  return isLastName(pieces, first, last)
}

test("a state's name may be a first or a last name", () => {
  expect(isPartOfName(...at('Michael Jordan spoke.', 'Jordan'))).toBe(true)
  expect(isPartOfName(...at('Jordan Keller spoke.', 'Jordan'))).toBe(true)
  expect(isPartOfName(...at('Jordan spoke.', 'Jordan'))).toBe(false)
})

test("so may a role's word", () => {
  expect(lastName('Mr. King spoke.', 'King')).toBe(true)
  expect(lastName('The King spoke.', 'King')).toBe(false)
})

test('a capital is a place behind "in", on a journey, in a part of it, or before its state', () => {
  expect(isPlace(...at('He slept in Moscow.', 'Moscow'))).toBe(true)
  expect(isPlace(...at('He flew to Moscow.', 'Moscow'))).toBe(true)
  expect(isPlace(...at('Central Moscow slept.', 'Moscow'))).toBe(true)
  expect(isPlace(...at('Paris, France, is large.', 'Paris'))).toBe(true)
  expect(isPlace(...at('Moscow objected.', 'Moscow'))).toBe(false)
})

test('"Sino" is China before a hyphen and another country', () => {
  const prefix = (text: string, word: string) => {
    const [words, pieces, , last] = at(text, word)
    return isPrefix(words, pieces, last)
  }
  expect(prefix('The Sino-Indian border.', 'Sino')).toBe(true)
  expect(prefix('The Indo-Pacific region.', 'Indo')).toBe(false)
})

test('what a name leaves out is told behind "and"', () => {
  const first = (text: string, word: string) => {
    const [words, pieces, from] = at(text, word)
    return elided(words, pieces, from)
  }
  expect(first('North and South Korea met.', 'North')).toMatchObject({ key: 'north korea' })
  expect(first('North and South met.', 'North')).toBeNull()
  expect(first('Bread and South Korea met.', 'Bread')).toBeNull()
})
