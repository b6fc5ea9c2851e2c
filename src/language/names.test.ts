import { describe, expect, it } from 'vitest'
import { segment } from './index.ts'
import { namesOf, titlesOf } from './names.ts'

/** Text with tags after a slash: "Mara/B-PER left". */
const read = (tagged: string) => {
  const parts = tagged.split(' ').map((part) => part.split('/') as [string, string?])
  const { text, sentences, tokens } = segment(parts.map(([form]) => form).join(' '))
  const named = tokens.map((token, i) => ({ ...token, name: parts[i]?.[1] ?? 'O' }))
  const names = namesOf(named, sentences)
  const titles = titlesOf(named, sentences, names)
  return {
    names: names.map(({ start, end, type }) => `${text.slice(start, end)} ${type}`),
    titles: titles.map(
      ({ start, end, name }) => `${text.slice(start, end)} > ${text.slice(names[name]!.start, names[name]!.end)}`,
    ),
  }
}

describe('names', () => {
  it('are runs of B and I of one kind', () => {
    expect(read('Mara/B-PER Lund/I-PER met Black/B-ORG Watch/I-ORG Zenda/B-LOC').names).toEqual([
      'Mara Lund PER',
      'Black Watch ORG',
      'Zenda LOC',
    ])
  })

  it('begin at an I that follows nothing of its kind, and end with the sentence', () => {
    expect(read('Mara/I-PER Zenda/I-LOC').names).toEqual(['Mara PER', 'Zenda LOC'])
    expect(read('I like Zenda/B-LOC . Mara/I-LOC left').names).toEqual(['Zenda LOC', 'Mara LOC'])
  })

  it('lose loose words at their edges, and are none without others', () => {
    const { sentences, tokens } = segment('the Watch and - left')
    const upos = ['DET', 'PROPN', 'CCONJ', 'PUNCT', 'VERB']
    const tags = ['B-ORG', 'I-ORG', 'I-ORG', 'B-ORG', 'O']
    const named = tokens.map((token, i) => ({ ...token, upos: upos[i]!, name: tags[i]! }))
    expect(namesOf(named, sentences).map(({ first, last }) => [first, last])).toEqual([[1, 2]])
  })

  it('have the longest title before a person', () => {
    expect(read('Former Deputy Secretary of State Mara/B-PER Lund/I-PER left').titles).toEqual([
      'Deputy Secretary of State > Mara Lund',
    ])
    expect(read('told Sen. Mara/B-PER Lund/I-PER and Ruritania/B-LOC President Flavia/B-PER').titles).toEqual([
      'Sen. > Mara Lund',
      'President > Flavia',
    ])
    expect(read('the President left Zenda/B-LOC').titles).toEqual([])
  })
})
