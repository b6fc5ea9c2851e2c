import { expect, test } from 'vitest'
import { clip, columns, wrap } from './layout.ts'

test('wrap breaks at white space and lets a long word stand', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrap('a incomprehensibilities b', 5)).toEqual(['a', 'incomprehensibilities', 'b'])
})

test('clip leaves out the middle and never cuts a character in two', () => {
  expect(clip('0123456789', 10)).toBe('0123456789')
  expect(clip('0123456789', 9)).toBe('012 … 789')
  expect(clip('😀😀😀😀😀😀😀😀', 7)).toBe('😀😀 … 😀😀')
})

test('columns sets the right part at the edge, or under the line', () => {
  expect(columns('a ', 'left', 'right', 20)).toEqual(['a left         right'])
  expect(columns('a ', 'left', 'right', 10)).toEqual(['a left', '     right'])
  expect(columns('', '\u001b[1mleft\u001b[22m', 'r', 10)).toEqual(['\u001b[1mleft\u001b[22m     r'])
})
