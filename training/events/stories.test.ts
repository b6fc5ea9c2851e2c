import { expect, test } from 'vitest'
import { storiesOf } from './stories.ts'

test('sentences that share much of their wording are of one story', () => {
  const [first, second, third] = storiesOf([
    'The minister of Ruritania said he would not lift the ban on cheese.',
    'The minister of Ruritania said on Monday he would not lift the ban on cheese from the south.',
    'Two ships left the harbour at dawn.',
  ])
  expect(second).toBe(first)
  expect(third).toBe('twoshipslefttheharbouratdawn')
})

test('a third version joins two that share nothing', () => {
  const [first, , third] = storiesOf([
    'one two three four five six',
    'seven eight nine ten eleven twelve',
    'one two three four five six seven eight nine ten eleven twelve',
  ])
  expect(third).toBe(first)
})
