import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Warning } from '../reading.ts'
import { quotationsOf } from './quotations.ts'

const quoted = (text: string) => quotationsOf(text).map((q) => q.fragments.map((f) => text.slice(f.start, f.end)))

describe('marks', () => {
  test.each([
    ['curly', 'He said “the talks go on” on Monday.', ['“the talks go on”']],
    ['straight', 'He said "the talks go on," and left.', ['"the talks go on,"']],
    ['doubled', "He said ''the talks go on'' and left.", ["''the talks go on''"]],
    [
      'single curly, with apostrophes',
      'The U.S. is ‘not serious’, the town’s elders’ council said.',
      ['‘not serious’'],
    ],
    ['single straight, with apostrophes', "She's 'not serious,' the town's elder said.", ["'not serious,'"]],
    ['two in a row', '“Go,” he said. “Go now.”', ['“Go,”', '“Go now.”']],
    ['nested', '“He told me ‘no deal’ twice,” she said.', ['“He told me ‘no deal’ twice,”']],
    [
      'three deep',
      '“He told me ‘the king said “no” twice’ and left,” she said.',
      ['“He told me ‘the king said “no” twice’ and left,”'],
    ],
    ['low', 'He said „the talks go on“ again, and „so be it”.', ['„the talks go on“', '„so be it”']],
    ['backticks', "`The talks go on,' he said. ``So be it,'' she said.", ["`The talks go on,'", "``So be it,''"]],
    ['guillemets', 'He said «the talks go on» again.', ['«the talks go on»']],
  ])('%s', (_, text, expected) => expect(quoted(text).flat()).toEqual(expected))

  test.each([
    "the '90s were the rebels' best years",
    'the soldiers’ wives and the town’s elders',
    'a 6" gun and a 9" gun',
  ])('no quotation: %s', (text) => expect(quoted(text)).toEqual([]))
})

describe('paragraphs', () => {
  test('a quotation goes on where each paragraph opens anew', () => {
    expect(quoted('“We left.\n\n“We came back,” he said.')).toEqual([['“We left.', '“We came back,”']])
  })

  test('one that never closes ends with its paragraph, with a warning', () => {
    const warnings: Warning[] = []
    const text = 'He said “we left.\n\nNobody else did.'
    expect(quotationsOf(text, (w) => warnings.push(w))).toEqual([
      { start: 8, end: 17, fragments: [{ start: 8, end: 17 }], closed: false },
    ])
    expect(warnings).toMatchObject([{ code: 'W_QUOTE_UNCLOSED', span: { start: 8, end: 17 } }])
  })
})

test('any text: spans inside it, in order, apart', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    "''",
    '``',
    '«',
    '»',
    'a',
    'it’s',
    ' ',
    '.',
    ',',
    '\n\n',
    '—',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      let last = 0
      for (const { start, end, fragments } of quotationsOf(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(fragments[0]!.start).toBe(start)
        expect(fragments.at(-1)!.end).toBe(end)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(end).toBeGreaterThan(start)
        last = end
      }
    }),
  )
})
