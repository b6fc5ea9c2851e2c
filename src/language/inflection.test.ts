import { expect, test } from 'vitest'
import { verbForms } from './inflection.ts'

test.each([
  ['warn', ['warns', 'warned', 'warned', 'warning']],
  ['urge', ['urges', 'urged', 'urged', 'urging']],
  ['deny', ['denies', 'denied', 'denied', 'denying']],
  ['pass', ['passes', 'passed', 'passed', 'passing']],
  ['agree', ['agrees', 'agreed', 'agreed', 'agreeing']],
  ['say', ['says', 'said', 'said', 'saying']],
  ['admit', ['admits', 'admitted', 'admitted', 'admitting']],
  ['withdraw', ['withdraws', 'withdrew', 'withdrawn', 'withdrawing']],
])('%s', (lemma, expected) => {
  const [forms] = verbForms(lemma)
  expect([forms?.third, forms?.past, forms?.participle, forms?.gerund]).toEqual(expected)
})

test('two spellings', () => {
  expect(verbForms('label').map((forms) => forms.past)).toEqual(['labeled', 'labelled'])
})
