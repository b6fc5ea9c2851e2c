import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { fitOf, genderTold, pronounOf } from './fits.ts'
import { piecesOf } from './pieces.ts'

const pieces = (text: string) => piecesOf(segment(text))

test('"her" owns what follows it, and else is an object', () => {
  expect(pronounOf(pieces('her plane'), 0)).toMatchObject({ who: 'she', owner: true })
  expect(pronounOf(pieces('her.'), 0)).toMatchObject({ who: 'she', owner: false })
})

test('a title before a name tells the gender', () => {
  expect(genderTold(pieces('Mrs. Keller'), 1)).toBe('f')
  expect(genderTold(pieces('Dr. Keller'), 1)).toBeUndefined()
})

test('"it" is no person, "they" no state', () => {
  const state = { id: 'fra', name: 'France', kind: 'state' as const, mentions: [] }
  const person = { id: 'x', name: 'X', kind: 'person' as const, mentions: [] }
  const [it, they] = [pronounOf(pieces('it'), 0)!, pronounOf(pieces('they'), 0)!]
  expect([fitOf(it, state, new Map()), fitOf(it, person, new Map()), fitOf(they, state, new Map())]).toEqual([
    true,
    false,
    false,
  ])
})
