import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { headlines } from './headline.ts'
import { piecesOf } from './pieces.ts'

test('a sentence in title case is a headline, one with two names is not', () => {
  const text =
    'Minister Hid Past Health Problems From Public. The minister saw Ivo Petrov and Anna Lindqvist yesterday.'
  expect([...headlines(piecesOf(segment(text)))]).toEqual([0])
})
