import { expect, test } from 'vitest'
import { formsOf, rowsOf } from './table.ts'

test('comments are skipped and short rows get blank cells', () => {
  expect(rowsOf('# what it is\nid\tname\tnote\na\tAnna\tfirst\nb\tBert\n')).toEqual([
    { id: 'a', name: 'Anna', note: 'first' },
    { id: 'b', name: 'Bert', note: '' },
  ])
})

test('a blank cell holds no forms', () => {
  expect(formsOf('')).toEqual([])
  expect(formsOf('US|U.S.')).toEqual(['US', 'U.S.'])
})
