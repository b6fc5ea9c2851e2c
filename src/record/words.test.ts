import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, WORD, wordsOf } from './words.ts'

const forms = (text: string) => wordsOf(text).map(({ form }) => form)

test('case, accents, apostrophes and the dots of abbreviations are folded away', () => {
  expect(forms('The Élysée’s envoy met Ja’afari, Łukasz and Erdoğan.')).toEqual(
    'the elysee envoy met jaafari lukasz and erdogan'.split(' '),
  )
  expect(forms('U.S. troops left at 6 a.m.; the US stayed')).toEqual('us troops left at 6 am the us stayed'.split(' '))
  expect(forms("1,500 men, 2.5 per cent, the 50th; don't")).toEqual('1500 men 2.5 per cent the 50th dont'.split(' '))
  expect(forms('al-Assad')).toEqual(['al', 'assad'])
})

test('a word stands where it says, without the ending of a possessive', () => {
  const text = 'In Assad’s words'
  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['In', 'Assad', 'words'])
})

test('every word lies in the text, in order, and its folded form folds to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let last = 0
      for (const { form, start, end } of wordsOf(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(folded(form)).toBe(form)
        last = end
      }
    }),
  )
})

test('words of any text are those of the expression, however they are found', () => {
  const some = fc.string({ unit: fc.constantFrom(..."aBs1.,'’ʼ -“é\u0301ßЖ中½😀\u00a0"), maxLength: 12 })
  fc.assert(
    fc.property(some, (text) => {
      const expected = [...text.matchAll(WORD)].map(({ 0: found, index }) => {
        const bare = found.replace(/['’ʼ][sS]$/, '')
        return { form: folded(bare), start: index, end: index + bare.length }
      })
      expect(wordsOf(text)).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})
