import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from '../words.ts'
import { differencesOf } from './differ.ts'

/** Differences as words. */
const told = (first: string, second: string) =>
  differencesOf(first, second).map((it) => [
    first.slice(it.first.start, it.first.end),
    second.slice(it.second.start, it.second.end),
  ])

test('what an editor changed', () => {
  expect(
    told(
      'STRELSAU (Wire) — The port was shut on Thursday, the mayor said. Fruit is rotting.',
      'ZENDA — The port was shut yesterday, the mayor of Strelsau said.',
    ),
  ).toEqual([
    ['STRELSAU (Wire', 'ZENDA'],
    ['on Thursday', 'yesterday'],
    ['', 'of Strelsau'],
    ['Fruit is rotting', ''],
  ])
})

test('case and punctuation make no difference', () => {
  expect(told('The port, shut.', '“the PORT” shut')).toEqual([])
})

test('a sentence that moved goes and comes whole', () => {
  const [one, two, three] = ['Red roofs burn.', 'Cold rivers run wide here.', 'Old men wait.']
  expect(told(`${one} ${two} ${three}`, `${two} ${three} ${one}`)).toEqual([
    ['Red roofs burn', ''],
    ['', 'Red roofs burn'],
  ])
})

test('without the differences, the texts have the same words', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 30 })
    .map((words) => words.join(' '))
  const without = (whole: string, spans: readonly { start: number; end: number }[]) =>
    wordsOf(whole)
      .filter((word) => !spans.some(({ start, end }) => word.start >= start && word.end <= end))
      .map(({ form }) => form)
  fc.assert(
    fc.property(text, text, (first, second) => {
      const differences = differencesOf(first, second)
      const [a, b] = [differences.map((it) => it.first), differences.map((it) => it.second)]
      expect(without(first, a)).toEqual(without(second, b))
      expect(differencesOf(first, first)).toEqual([])
    }),
  )
})
