import { expect, test } from 'vitest'
import { readWhere } from './where.ts'

test('only words that pass are read, and what gives nothing is left out', () => {
  const read: number[] = []
  const found = readWhere(
    ['a', 'must', 'b', 'must'],
    (word) => word === 'must',
    (at) => {
      read.push(at)
      return at > 1 ? at : undefined
    },
  )
  expect(read).toEqual([1, 3])
  expect(found).toEqual([3])
})
