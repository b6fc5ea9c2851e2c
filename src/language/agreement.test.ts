import { describe, expect, it } from 'vitest'
import { agreedNames } from './agreement.ts'
import { segment } from './index.ts'
import { withKnownNames } from './known-names.ts'
import { isTitle, namesOf } from './names.ts'

/** Names after each pass, of text with tags after a bar: "Lund|B-PER left"; capitals are proper nouns. */
const read = (tagged: string) => {
  const pieces = tagged.split(' ').map((piece) => piece.split('|') as [string, string?])
  const segmented = segment(pieces.map(([form]) => form).join(' '))
  let at = 0
  const tokens = segmented.tokens.map((token) => {
    while (pieces[at]?.[0] && !pieces[at]![0].includes(token.form)) at++
    const tag = pieces[at]?.[0] === token.form ? pieces[at++]?.[1] : undefined
    return { ...token, upos: /^\p{Lu}/u.test(token.form) ? 'PROPN' : 'NOUN', name: tag ?? 'O' }
  })
  const show = (names: ReturnType<typeof namesOf>) =>
    names.map(({ start, end, type }) => `${segmented.text.slice(start, end)} ${type}`)
  const found = namesOf(tokens, segmented.sentences)
  return {
    known: show(withKnownNames({ ...segmented, tokens }, found)),
    agreed: show(agreedNames({ ...segmented, tokens }, found, isTitle)),
  }
}

describe('names of an article', () => {
  it('agree on the kind of one word', () => {
    const text = 'Lund|B-PER left . Lund|B-PER came . Lund|B-PER spoke . Lund|B-ORG slept . Lund|B-PER woke .'
    expect(read(text).agreed).toEqual(Array(5).fill('Lund PER'))
  })

  it('find the last name of people who are named in full', () => {
    const text = 'Mara|B-PER Lund|I-PER left . Mara|B-PER Lund|I-PER came . Then Lund spoke .'
    expect(read(text).agreed).toEqual(['Mara Lund PER', 'Mara Lund PER', 'Lund PER'])
  })

  it('begin after a prefix', () => {
    expect(read('the pro-Lund|B-PER camp').agreed).toEqual(['Lund PER'])
    expect(read('Mara|B-PER Lund|I-PER and Mara|B-PER Lund|I-PER face anti-Lund votes').agreed.at(-1)).toBe('Lund PER')
  })

  it('begin in the prefixed token before, when the whole is a name elsewhere', () => {
    const text = 'Black|B-ORG Watch|I-ORG left , said a pro-Black Watch|B-ORG note'
    expect(read(text).agreed).toEqual(['Black Watch ORG', 'Black Watch ORG'])
  })

  it('hold nicknames, and what a body is for', () => {
    expect(read('Mara|B-PER “ Mo|B-PER ” Lund|B-PER left').agreed).toEqual(['Mara “ Mo ” Lund PER'])
    expect(read('the Select|B-ORG Committee|I-ORG on Zenda|B-LOC met').agreed).toEqual([
      'Select Committee on Zenda ORG',
    ])
  })

  it('are told by their last word', () => {
    expect(read('the Zenda|B-ORG Act|I-ORG').agreed).toEqual(['Zenda Act MISC'])
    expect(read('Mara|B-PER War|I-PER').agreed).toEqual(['Mara War PER'])
  })

  it('leave titles outside', () => {
    expect(read('Pope|B-PER Leo|I-PER prayed').agreed).toEqual(['Leo PER'])
  })
})

describe('known names', () => {
  it('stand against the model, the longest first', () => {
    expect(read('the Affordable|B-ORG Care Act passed the Supreme Court|B-LOC').known).toEqual([
      'Affordable Care Act MISC',
      'Supreme Court ORG',
    ])
  })

  it('give way to a longer name of the model', () => {
    expect(read('the Supreme|B-ORG Court|I-ORG Society|I-ORG met').known).toEqual(['Supreme Court Society ORG'])
  })

  it('tell the states of legislators', () => {
    expect(read('Mara|B-PER Lund|I-PER ( D - Ohio ) left').known).toEqual(['Mara Lund PER', 'Ohio LOC'])
  })
})
