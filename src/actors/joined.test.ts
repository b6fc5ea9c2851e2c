import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { scan } from './hits.ts'
import { isBarred, joinedAfter, joinedBefore } from './joined.ts'

const words = (text: string, word: string) => {
  const read = scan(segment(text))
  const hit = read.hits.find((it) => text.slice(it.start, it.end) === word)!
  const shown = (hits: readonly { start: number; end: number }[]) =>
    hits.map(({ start, end }) => text.slice(start, end)).join(' ')
  return { before: shown(joinedBefore(read, hit)), after: shown(joinedAfter(read, hit)), barred: isBarred(read, hit) }
}

test('adjectives before, nearest first', () => {
  expect(words('French, German, and British troops landed.', 'British').before).toBe('German French')
  expect(words('The Greek-Turkish border is closed.', 'Turkish').before).toBe('Greek')
  expect(words('Greece and Turkish troops fought.', 'Turkish').before).toBe('')
})

test('names behind, in order, and only in a list that ends', () => {
  expect(words('The armies of Chad, Niger and Mali met.', 'Chad').after).toBe('Niger Mali')
  expect(words('The armies of Chad, Niger and Mali met.', 'Mali').after).toBe('')
  expect(words('In Chad, Niger said so.', 'Chad').after).toBe('')
  expect(words("The armies of Chad and Niger's president met.", 'Chad').after).toBe('')
})

test('what is for, against or backed by a state is not its own', () => {
  expect(words('Pro-Russian fighters fled.', 'Russian').barred).toBe(true)
  expect(words('Turkish-backed fighters fled.', 'Turkish').barred).toBe(true)
  expect(words('Saudi-led forces fled.', 'Saudi').barred).toBe(false)
  expect(words('Greek-Turkish forces fled.', 'Greek').barred).toBe(false)
})
