import { expect, test } from 'vitest'
import { once } from './once.ts'

test('an answer is made once, even when it is undefined', () => {
  let made = 0
  const answer = once(() => {
    made++
  })
  answer()
  answer()
  expect(made).toBe(1)
})
