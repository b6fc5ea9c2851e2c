import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { keyOf, piecesOf } from './pieces.ts'

const keys = (text: string) => piecesOf(segment(text)).map((piece) => piece.key)

test('hyphens, accents, full stops and inner apostrophes do not count', () => {
  expect(keys('al-Assad')).toEqual(keys('al Assad'))
  expect(['U.S.', 'Élysée', "Ba'ath", 'Łódź'].map(keyOf)).toEqual(['us', 'elysee', 'baath', 'lodz'])
})

test("the possessive is a piece of its own, the plural's too", () => {
  expect(keys('Kerry’s plane')).toEqual(['kerry', "'s", 'plane'])
  expect(keys("the rebels' camp")).toEqual(['the', 'rebels', "'s", 'camp'])
})

test('pieces lie where they stand in the text, and know what a hyphen joins', () => {
  const text = 'The Russia-U.S. talks'
  expect(piecesOf(segment(text)).map(({ start, end, glued }) => [text.slice(start, end), glued])).toEqual([
    ['The', false],
    ['Russia', false],
    ['U.S.', true],
    ['talks', false],
  ])
})
