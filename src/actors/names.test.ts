import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { scan } from './hits.ts'
import { lastNameOf, nameAt, pairNames } from './names.ts'

const read = (text: string) => scan(segment(text))
const pairs = (text: string, titleCase: number[] = []) => {
  const it = read(text)
  return pairNames(it, new Set(titleCase)).map(({ first, last }) =>
    text.slice(it.pieces[first]!.start, it.pieces[last - 1]!.end),
  )
}

test('a name runs over capitals, with particles inside but not at its end', () => {
  const it = read('Ivo van der Lindt and others')
  expect(nameAt(it, 0)).toEqual({ first: 0, last: 4 })
  expect(lastNameOf(it.pieces, { first: 0, last: 4 })).toBe('lindt')
  expect(nameAt(read('Ivo de trop'), 0)).toEqual({ first: 0, last: 1 })
  expect(nameAt(read('slowly'), 0)).toBeNull()
})

test('a pair is a person by its first name, an age, a verb of speech, or a role behind it', () => {
  expect(pairs('Maria Zelenka left.')).toEqual(['Maria Zelenka'])
  expect(pairs('Zbyt Zelenka, 40, left.')).toEqual(['Zbyt Zelenka'])
  expect(pairs('Zbyt Zelenka said so.')).toEqual(['Zbyt Zelenka'])
  expect(pairs('Zbyt Zelenka, the foreign minister, left.')).toEqual(['Zbyt Zelenka'])
})

test('other pairs of capitals, things and headlines are nobody', () => {
  expect(pairs('Zbyt Zelenka shone.')).toEqual([])
  expect(pairs('The Maria Zelenka Avenue shone.')).toEqual([])
  expect(pairs('Maria Zelenka Leaves', [0])).toEqual([])
})
