import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { scan } from './hits.ts'
import { isSubject } from './subject.ts'

test.each([
  ['Petrov spoke.', 'Petrov', true],
  ['The young Petrov spoke.', 'Petrov', true],
  ['They met with Petrov.', 'Petrov', false],
  ['She praised Petrov.', 'Petrov', false],
  ["Petrov's army fled.", 'Petrov', false],
])('%s: %s', (text, name, expected) => {
  const read = scan(segment(text))
  const at = read.pieces.findIndex(({ form }) => form === name)
  expect(isSubject(read, at, read.pieces[at]!.end)).toBe(expected)
})
