import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segment } from './index.ts'

const forms = (text: string) => segment(text).tokens.map((token) => token.form)
const read = (text: string) => forms(text).join(' ')

/** Characters that show: all but white space and direction marks. */
const SHOWN = /[^\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/u
const PIECES = [...'aA. \n"’-1$\0😀ש![é', '\ud800', '\udc00']

describe('tokens', () => {
  it.each([
    ["They don't think it's ours.", "They do n't think it 's ours ."],
    ['She cannot go; I’m gonna stay.', 'She can not go ; I ’m gon na stay .'],
    [
      'the ministers’ state-run well-known non-binding e-mail',
      'the ministers ’ state - run well - known non-binding e-mail',
    ],
    ['pre- and post-war', 'pre- and post-war'],
    ['It cost $2,000.50, or 12.5% of US$3m.', 'It cost $ 2,000.50 , or 12.5 % of US$ 3 m .'],
    [
      'Mr. Tarrow met U.S. and U.N. envoys at 5:30 p.m. on Jan. 5.',
      'Mr. Tarrow met U.S. and U.N. envoys at 5:30 p.m. on Jan. 5 .',
    ],
    ['No. 5 said no.', 'No. 5 said no .'],
    ['In the 1990s, the 20th at 5pm', 'In the 1990s , the 20th at 5 pm'],
    ['Wait... what?! (Yes.)', 'Wait ... what ?! ( Yes . )'],
    ['“Stop,” he said—twice.', '“ Stop , ” he said — twice .'],
    [
      'See https://example.com/a?b=1, or ask press@example.org.',
      'See https://example.com/a?b=1 , or ask press@example.org .',
    ],
    ['#Ruritania @minister AT&T 9/11 s/he', '#Ruritania @minister AT&T 9/11 s/he'],
    ['Kim Jong-un met Tsai Ing-wen', 'Kim Jong-un met Tsai Ing-wen'],
    ["O'Brien of Qa'ida in the '90s, rock 'n' roll", "O'Brien of Qa'ida in the '90s , rock 'n' roll"],
    ['call 555-123-4567 or 555-1234', 'call 555-123-4567 or 555-1234'],
    ['and/or, 3-4 people', 'and / or , 3 - 4 people'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))

  it('keeps the place of every token, also in strange text', () => {
    const strange = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 200 }),
    )
    fc.assert(
      fc.property(strange, (text) => {
        let at = 0
        for (const { form, start, end } of segment(text).tokens) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(form)
          expect(text.slice(at, start)).not.toMatch(SHOWN)
          at = end
        }
        expect(text.slice(at)).not.toMatch(SHOWN)
      }),
    )
  })

  it.each([
    'a',
    'a-',
    'a.',
    'non-',
    "a'",
    '.',
    '(',
    '1,',
    '1',
    'A.',
    '@a',
    'http://',
    'a/',
    '😀',
    '\ud800',
    '$',
    'é',
    "'",
    'x:',
    'n’t',
  ])('reads 100,000 characters of %j without a blank in bounded time', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    const began = performance.now()
    const { tokens } = segment(text)
    // Linear work takes some 20 ms; work that grows with the square would take a minute.
    expect(performance.now() - began).toBeLessThan(3000)
    expect(tokens.at(-1)!.end).toBe(text.length)
  })
})
