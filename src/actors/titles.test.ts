import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { scan } from './hits.ts'
import { appositionBefore, continuesName, explanation, titleBefore } from './titles.ts'

/** A text's scan, and the piece a word is. */
const at = (text: string, word: string) => {
  const read = scan(segment(text))
  return { read, piece: read.pieces.findIndex((it) => it.form === word) }
}

test('a title stands right before a name', () => {
  const { read, piece } = at('Foreign Minister Ivo Petrov left.', 'Ivo')
  expect(titleBefore(read, piece)).toMatchObject({ start: 0, end: 16 })
  const other = at('The minister met Ivo Petrov.', 'Ivo')
  expect(titleBefore(other.read, other.piece)).toBeNull()
})

test('a role stands before a name between commas, or behind it', () => {
  const before = at('An opposition leader, Ivo Haddad, left.', 'Ivo')
  expect(appositionBefore(before.read, before.piece, before.piece + 2)).toMatchObject({ start: 3, end: 20 })
  const behind = at('Ivo Petrov, the Syrian foreign minister, left.', 'Petrov')
  expect(explanation(behind.read, behind.piece + 1)).toMatchObject({ noun: 'minister', sector: 'GOV' })
  const nothing = at('Ivo Petrov, who met a minister, left.', 'Petrov')
  expect(explanation(nothing.read, nothing.piece + 1)).toBeNull()
})

test("another name's word before tells of somebody else", () => {
  const asma = at('Then Asma Assad left.', 'Assad')
  expect(continuesName(asma.read, asma.piece)).toBe(true)
  const alone = at('Then Assad left.', 'Assad')
  expect(continuesName(alone.read, alone.piece)).toBe(false)
})
