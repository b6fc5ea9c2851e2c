import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Analysis, analyse } from './index.ts'
import { isTree } from './tree.ts'

/** Heads of each sentence, from 1 with 0 for the root. */
const headsOf = ({ sentences, tokens }: Analysis): number[][] =>
  sentences.map(({ first, last }) =>
    tokens.slice(first, last).map(({ head }) => {
      expect(head === -1 || (head >= first && head < last)).toBe(true)
      return head === -1 ? 0 : head - first + 1
    }),
  )

describe('an analysis', () => {
  it('reads who did what', async () => {
    const { text, tokens, names, titles } = await analyse('President Mara Lund visited Paris on Monday.')
    const [, , lund, visited, paris] = tokens
    expect(visited).toMatchObject({ lemma: 'visit', upos: 'VERB', head: -1, deprel: 'root' })
    expect(lund!.upos).toBe('PROPN')
    expect(paris).toMatchObject({ head: 3, deprel: 'obj' })
    expect(names.map(({ start, end, type }) => [text.slice(start, end), type])).toEqual([
      ['Mara Lund', 'PER'],
      ['Paris', 'LOC'],
    ])
    expect(titles.map(({ start, end }) => text.slice(start, end))).toEqual(['President'])
  })

  it('is the same whatever is read beside it', async () => {
    const text = 'The minister denied it. “We will not pay,” Mara Lund told reporters in Zenda.'
    const alone = await analyse(text)
    const [beside] = await Promise.all([analyse(text), analyse('Nobody believed him. '.repeat(50)), analyse('No.')])
    expect(beside).toEqual(alone)
  })

  it('is empty for a text without characters', async () => {
    expect(await analyse(' \n\n\t')).toMatchObject({ sentences: [], tokens: [], names: [], titles: [] })
  })

  it('has one tree a sentence, and names within sentences, for whatever text', async () => {
    const piece = fc.constantFrom(
      'The ',
      'minister ',
      'said ',
      '. ',
      '"',
      '! ',
      '\n\n',
      'Mara ',
      '\0',
      '\ud800',
      '😀',
      'שלום ',
      '-',
      '5 ',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 80 }), async (pieces) => {
        const analysis = await analyse(pieces.join(''))
        for (const heads of headsOf(analysis)) expect(isTree(heads)).toBe(true)
        for (const { head, deprel } of analysis.tokens) expect(deprel === 'root').toBe(head === -1)
        for (const { first, last } of analysis.names) {
          expect(analysis.sentences.some((sentence) => sentence.first <= first && last <= sentence.last)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['a token of 100,000 characters', 'x'.repeat(100_000)],
    ['5,000 tokens without a stop', 'word '.repeat(5_000)],
    ['only punctuation', '.,;:!?"'.repeat(500)],
    ['emoji', '😀👩‍👩‍👧 '.repeat(500)],
    ['text from right to left', 'שלום עולם. '.repeat(1000)],
    ['NUL', '\0'.repeat(1500)],
    ['lone surrogates', '\ud800\udc00\udc00 \ud800 '.repeat(500)],
  ])('of %s comes in bounded time', async (_, text) => {
    const began = performance.now()
    const analysis = await analyse(text)
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(analysis.tokens.length).toBeGreaterThan(0)
    for (const heads of headsOf(analysis)) expect(isTree(heads)).toBe(true)
  })
})
