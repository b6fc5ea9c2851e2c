import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startTerms } from './terms.ts'
import { startTokens } from './tokens.ts'

test('tokens come by the rank of their term, and for one term as they were put', () => {
  const put = fc.array(fc.tuple(fc.constantFrom('red', 'troops', 'troop', 'envoy'), fc.nat(9)), { maxLength: 60 })
  fc.assert(
    fc.property(put, (words) => {
      const [terms, tokens] = [startTerms(), startTokens()]
      for (const [entry, [form, position]] of words.entries()) tokens.put(terms.ofWord(form), entry, position)
      const { forms, rank } = terms.sorted()
      const [term, entry, position] = tokens.sorted(rank)
      const found = Array.from(term, (n, i) => [forms[n], entry[i], position[i]])
      const expected = forms.flatMap((form) =>
        words.flatMap(([word, place], n) => (word === form ? [[form, n, place]] : [])),
      )
      expect(found).toEqual(expected)
    }),
  )
})

test('terms stand by stem, then form; a word of a name is another term', () => {
  const terms = startTerms()
  const numbers = [
    terms.ofWord('troops'),
    terms.ofName('speaker', 'envoy'),
    terms.ofWord('envoy'),
    terms.ofWord('troop'),
  ]
  expect(numbers).toEqual([0, 1, 2, 3])
  expect(terms.ofWord('troops')).toBe(0)
  const { stems, forms, rank } = terms.sorted()
  expect(stems.map((stem, n) => `${stem} ${forms[n]}`)).toEqual([
    'envoy envoy',
    'speaker:envoy envoy',
    'troop troop',
    'troop troops',
  ])
  expect(Array.from(rank)).toEqual([3, 1, 0, 2])
})

test('there is room for more tokens than at first', () => {
  const tokens = startTokens()
  for (let n = 0; n < 70_000; n++) tokens.put(0, n, 1)
  expect(tokens.sorted(new Int32Array(1))[1].at(-1)).toBe(69_999)
})
