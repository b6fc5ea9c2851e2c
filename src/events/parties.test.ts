import { expect, test } from 'vitest'
import type { Actor } from '../reading.ts'
import { firstFrom, mentionOf, mentionsOf } from './parties.ts'

const actors: Actor[] = [
  {
    id: 'tur',
    name: 'Turkey',
    kind: 'state',
    country: 'TUR',
    mentions: [
      { start: 30, end: 36 },
      { start: 0, end: 6 },
    ],
  },
  { id: 'x-army', name: 'army', kind: 'group', sector: 'MIL', mentions: [{ start: 0, end: 14 }] },
]

test('mentions of all actors are in text order, the longer first where two begin together', () => {
  expect(mentionsOf(actors)).toEqual([
    { start: 0, end: 14, actor: 'x-army', sector: 'MIL' },
    { start: 0, end: 6, actor: 'tur', country: 'TUR' },
    { start: 30, end: 36, actor: 'tur', country: 'TUR' },
  ])
  expect(firstFrom(mentionsOf(actors), 7)).toBe(2)
})

test('a party goes into a reading without its tokens', () => {
  expect(mentionOf({ start: 0, end: 6, actor: 'tur', from: 0, to: 1 })).toEqual({ start: 0, end: 6, actor: 'tur' })
})
