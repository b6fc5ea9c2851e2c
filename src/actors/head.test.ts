import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { headOf } from './head.ts'
import { actorsOf } from './link.ts'

const head = (text: string) => {
  const analysis = segment(text)
  const found = headOf({ start: 0, end: text.length }, { analysis, actors: actorsOf(analysis, '2016-07-14') })
  return found && [found.text, found.role?.id, found.actor?.id]
}

test('the last name or noun before a preposition, comma or clause', () => {
  expect(head('the tired spokesman of the army')).toEqual(['spokesman', 'spokespeople', undefined])
  expect(head('Angela Merkel, who left early')).toEqual(['Angela Merkel', undefined, 'angela-merkel'])
  expect(head('a large river')).toEqual(['river', undefined, undefined])
})

test('a count is stepped over', () => {
  expect(head('dozens of Turkish officials')?.[1]).toBe('officials')
})

test('joined adjectives are no head yet', () => {
  expect(head('French, German and British ministers')).toEqual(['British ministers', 'ministers', 'x-gbr-ministers'])
})

test('no words, no head', () => {
  expect(head('...')).toBeNull()
})
