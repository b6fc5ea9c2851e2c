import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Warning } from '../reading.ts'
import { segment } from './index.ts'

const sentences = (text: string) => segment(text).sentences.map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['The king left. Nobody knew why.', 2],
    ['Mr. Rassendyll met Gov. Sapt and Sen. Fritz von Tarlenheim Jr. of Zenda.', 1],
    ['He lives in the U.S. The family stayed.', 2],
    ['The U.S. Senate and U.S. President spoke at 5 p.m. Monday.', 1],
    ['Inflation rose 2.5 percent. It had been 3.1.', 2],
    ['“Stop!” he said. “Why now?” the old senator asked.', 2],
    ['He said: “We will go. They will not.” Then he left.', 3],
    ['It was over ... or so they said. And yet…', 2],
    ['(They agreed.) Nobody signed.', 2],
    ['It ended in 1994.[12] Few noticed.', 2],
    ['J. R. Hope and Anthony H. Hawkins wrote it.', 1],
    ['It is no. 5 of No. 10. No, it is not.', 2],
    ['1. Sign the treaty.', 1],
    [
      'Border reopens\nSTRELSAU, Jan. 5 (Reuters) - The border of Ruritania reopened on Monday, the ministry said in a note.',
      2,
    ],
    ['STRELSAU, Sept. 10 — The foreign minister of Ruritania left.', 2],
    ['PORT AMBER (Meridian) - “We will sail,” the mayor said.', 2],
    ['NATO — the western alliance — said on Monday that it would stay.', 1],
    ['A title\n\nA paragraph without a stop\n\nAnother.', 3],
    [
      'The ministry of foreign affairs said on Monday that the border\nwould open again within the week, if the neighbour agreed to\nwithdraw.',
      1,
    ],
  ])('%s', (text, count) => expect(sentences(text)).toHaveLength(count))

  it('ends at the closing quotation mark', () => {
    expect(sentences('“It is over.” She left.')).toEqual(['“It is over.”', 'She left.'])
    expect(sentences('He said, "It is over." "Never."')).toEqual(['He said, "It is over."', '"Never."'])
  })

  it('numbers paragraphs', () => {
    expect(segment('One. Two.\n\nThree.').sentences.map((sentence) => sentence.paragraph)).toEqual([0, 0, 1])
  })

  it('stand in order, apart, and hold every token', () => {
    const piece = fc.constantFrom(
      'The',
      'minister',
      'U.S.',
      '.',
      '. ',
      ' ',
      '\n',
      '\n\n',
      '"',
      '“',
      '”',
      '!',
      '…',
      'A',
      'x',
      '5',
      ')',
      '(',
      '\u0000',
      '\ud83d',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const { sentences, tokens } = segment(text)
        let next = 0
        let at = 0
        for (const { start, end, first, last } of sentences) {
          expect(first).toBe(next)
          expect(last).toBeGreaterThan(first)
          expect(start).toBe(tokens[first]!.start)
          expect(end).toBe(tokens[last - 1]!.end)
          expect(start).toBeGreaterThanOrEqual(at)
          next = last
          at = end
        }
        expect(next).toBe(tokens.length)
      }),
    )
  })

  it('cuts what runs on without a stop, and says so', () => {
    const warnings: Warning[] = []
    const { sentences } = segment('one two three, '.repeat(12_500), (warning) => warnings.push(warning))
    expect(Math.max(...sentences.map(({ first, last }) => last - first))).toBeLessThanOrEqual(400)
    expect(warnings[0]).toMatchObject({ code: 'W_LONG_SENTENCE', span: { start: 0 } })
  })
})
