import { expect, test } from 'vitest'
import type { Actor } from '../reading.ts'
import { mentionsOf } from './given.ts'

const actor = (id: string, ...mentions: [number, number][]): Actor => ({
  id,
  name: id,
  kind: 'state',
  mentions: mentions.map(([start, end]) => ({ start, end })),
})

test('mentions of all actors in order, and the longest that starts or ends at a place', () => {
  const actors = [actor('b', [8, 12], [0, 4]), actor('a', [0, 6], [10, 12])]
  const { all, byStart, byEnd } = mentionsOf(actors)
  expect(all.map(({ start, end, actor: { id } }) => [start, end, id])).toEqual([
    [0, 4, 'b'],
    [0, 6, 'a'],
    [8, 12, 'b'],
    [10, 12, 'a'],
  ])
  expect(byStart.get(0)?.actor.id).toBe('a')
  expect(byEnd.get(12)?.actor.id).toBe('b')
  expect(mentionsOf(actors)).toBe(mentionsOf(actors))
})
