import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { passagesOf } from './passages.ts'

test('a passage a paragraph, with what stands in quotation marks', () => {
  const analysis = segment('Rain fell. “We wait,” said Ada Quill.\n\nNobody came.')
  expect(passagesOf(analysis).map(({ first, last, paragraph }) => [first, last, paragraph])).toEqual([
    [0, 12, 0],
    [12, 15, 1],
  ])
  const [passage] = passagesOf(analysis)
  const forms = analysis.tokens.slice(0, 12).map(({ form }) => form)
  expect(forms.filter((_, i) => passage!.quoted[i] === 2)).toEqual(['“'])
  expect(forms.filter((_, i) => passage!.quoted[i] === 1)).toEqual(['We', 'wait', ','])
  expect(forms.filter((_, i) => passage!.quoted[i] === 3)).toEqual(['”'])
})

test('a long paragraph is cut between sentences', () => {
  const passages = passagesOf(segment('The council of the old town met again on Monday. '.repeat(60).trim()))
  expect(passages.length).toBe(3)
  expect(passages.every(({ first, last }) => last - first <= 256 && (last - first) % 11 === 0)).toBe(true)
  expect(passages.map(({ first }) => first).slice(1)).toEqual(passages.map(({ last }) => last).slice(0, -1))
})
