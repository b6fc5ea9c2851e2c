import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { addForm, longestAt, noForms, phraseKey } from './forms.ts'
import { piecesOf, piecesOfForm } from './pieces.ts'

const forms = noForms<string>()
for (const form of ['US', 'Security Council', 'UN Security Council', 'UN', 'al-Nusra Front', 'foreign minister'])
  addForm(forms, form, form)

/** What the longest form at the start of a text is. */
const at = (text: string) => longestAt(forms, piecesOf(segment(text)), 0)?.values ?? []

test('the longest form wins', () => {
  expect(at('UN Security Council members')).toEqual(['UN Security Council'])
  expect(at('UN Security men')).toEqual(['UN'])
})

test('capitals are asked for where the form has them', () => {
  expect(at('U.S. troops')).toEqual(['US'])
  expect(at('us too')).toEqual([])
  expect(at('Us too')).toEqual([])
  expect(at('Foreign Minister Petrov')).toEqual(['foreign minister'])
  expect(at('security council')).toEqual([])
})

test('hyphens and particles match however they are written', () => {
  expect(at('Al Nusra Front')).toEqual(['al-Nusra Front'])
})

test('no form runs over the end of a sentence', () => {
  expect(at('Security. Council members came.')).toEqual([])
})

test('the quick way to a key gives what cutting gives', () => {
  for (const form of [
    'U.S.',
    'al-Assad',
    'Bank of England',
    'G-20',
    'F.B.I. Agents',
    "People's Daily",
    'Nestlé',
    'J. Edgar X',
  ])
    expect(phraseKey(form)).toBe(
      piecesOfForm(form)
        .map((piece) => piece.key)
        .join(' '),
    )
})
