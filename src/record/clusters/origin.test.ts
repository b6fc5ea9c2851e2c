import { expect, test } from 'vitest'
import { creditOf, isOwn } from './origin.ts'

test.each([
  ['LONDON (Reuters) - A text', undefined, 'Reuters'],
  ['BEIRUT, July 14 (AFP) — A text', undefined, 'Agence France-Presse'],
  ['STRELSAU (Meridian Wire) — A text', undefined, 'Meridian Wire'],
  ['A text', 'Ada Quill, The Associated Press', 'Associated Press'],
  ['A text', 'Reuters and Ada Quill', 'Reuters'],
  ['A text', 'Ada Quill', undefined],
  ['The minister (he took office in May) - a surprise to many - said so', undefined, undefined],
])('%s by %s credits %s', (text, byline, agency) => {
  expect(creditOf({ text, byline })).toBe(agency)
})

test('an agency is its own under any of its names', () => {
  expect(isOwn('AP', 'Associated Press')).toBe(true)
  expect(isOwn('Meridian Wire', 'Meridian Wire')).toBe(true)
  expect(isOwn('Zenda Gazette', 'Meridian Wire')).toBe(false)
  expect(isOwn(undefined, 'Meridian Wire')).toBe(false)
})
