import { expect, test } from 'vitest'
import { groupsOf } from './compact.ts'

const segment = (id: string, rows: number, schema = 'now') => ({
  id,
  added: '',
  schema,
  tables: { documents: { file: '', rows, bytes: 0, sha256: '' } },
})

test('small segments are grouped to at most a full one; full and lone ones stay', () => {
  const sizes = { a: 40, b: 90, c: 30, d: 20, e: 50, f: 50, g: 1 }
  const groups = groupsOf(
    Object.entries(sizes).map(([id, rows]) => segment(id, rows)),
    'now',
    100,
  )
  expect(groups.map((group) => group.map(({ id }) => id).join(''))).toEqual(['acd', 'ef'])
  expect(groupsOf([segment('a', 1)], 'now')).toEqual([])
})

test('what an older version wrote is written anew, if alone', () => {
  const old = [segment('a', 90, 'then'), segment('b', 1, 'then')]
  expect(groupsOf(old, 'now', 100).map((group) => group.map(({ id }) => id).join(''))).toEqual(['a', 'b'])
})
