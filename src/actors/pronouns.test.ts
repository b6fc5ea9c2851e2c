import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { actorsOf } from './link.ts'
import { antecedentOf, pronounIn } from './pronouns.ts'

const given = (text: string) => {
  const analysis = segment(text)
  return { analysis, actors: actorsOf(analysis, '2016-07-14') }
}
const span = (text: string, word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })

test('a span of one pronoun, and no other, is one', () => {
  const text = 'Angela Merkel, who left, said she slept.'
  expect(pronounIn(span(text, 'she'), given(text))).toBe('she')
  expect(pronounIn(span(text, 'who'), given(text))).toBe('who')
  expect(pronounIn(span(text, 'she slept'), given(text))).toBeNull()
  expect(pronounIn(span(text, 'Merkel'), given(text))).toBeNull()
})

test('"who" is the one named right before it, "she" the one meant', () => {
  const text = 'Angela Merkel, who left, said she slept.'
  expect(antecedentOf(span(text, 'who'), given(text))?.actor.id).toBe('angela-merkel')
  expect(antecedentOf(span(text, 'she'), given(text))?.actor.id).toBe('angela-merkel')
  const nobody = 'A man who left slept.'
  expect(antecedentOf(span(nobody, 'who'), given(nobody))).toBeNull()
})
