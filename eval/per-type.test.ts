import { expect, test } from 'vitest'
import { perType } from './per-type.ts'

test('a line a type, the commonest first', () => {
  const table = perType(['AID', 'AID', 'REJECT'], ['AID', undefined, 'AID'])
  expect(table.split('\n').slice(1)).toEqual([
    'AID                 2       50       50       50',
    'REJECT              1        0        0        0',
  ])
})
