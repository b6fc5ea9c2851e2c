import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { scan } from './hits.ts'
import { phraseAt } from './phrases.ts'

/** The phrase the last role noun of a text heads. */
const phrase = (text: string) => {
  const read = scan(segment(text))
  return read.hits.flatMap((hit) => phraseAt(read, hit) ?? []).at(-1)!
}

test('noun, number and words of a role', () => {
  expect(phrase('The foreign ministers')).toMatchObject({ noun: 'minister', term: 'foreign ministers', plural: true })
  expect(phrase('a spokeswoman')).toMatchObject({ noun: 'spokeswoman', plural: false, definite: false })
})

test('who is former is of the elite', () => {
  expect(phrase('The ousted Syrian general')).toMatchObject({ former: true, sector: 'ELI' })
  expect(phrase('The Syrian general')).toMatchObject({ former: false, sector: 'MIL' })
})

test('the organisation beside a noun that tells no sector tells it', () => {
  expect(phrase('A Hamas spokesman').sector).toBe('REB')
})
