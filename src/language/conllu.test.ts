import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Analysis } from './analysis.ts'
import { placesOf, readConllu, toConllu } from './conllu.ts'
import { segment } from './index.ts'

const tree: Analysis = {
  text: 'Mara left.',
  sentences: [{ start: 0, end: 10, first: 0, last: 3, paragraph: 0 }],
  tokens: [
    {
      index: 0,
      form: 'Mara',
      lemma: 'Mara',
      upos: 'PROPN',
      xpos: 'NNP',
      head: 1,
      deprel: 'nsubj',
      name: 'B-PER',
      start: 0,
      end: 4,
    },
    {
      index: 1,
      form: 'left',
      lemma: 'leave',
      upos: 'VERB',
      xpos: 'VBD',
      head: -1,
      deprel: 'root',
      name: 'O',
      start: 5,
      end: 9,
    },
    {
      index: 2,
      form: '.',
      lemma: '.',
      upos: 'PUNCT',
      xpos: '.',
      head: 1,
      deprel: 'punct',
      name: 'O',
      start: 9,
      end: 10,
    },
  ],
  names: [{ start: 0, end: 4, first: 0, last: 1, type: 'PER' }],
  titles: [],
}

describe('CoNLL-U', () => {
  it('is written with places in MISC', () => {
    expect(toConllu(tree, 'a')).toBe(
      [
        '# newdoc id = a',
        '# newpar',
        '# sent_id = a-1',
        '# text = Mara left.',
        '1\tMara\tMara\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-PER|end_char=4|start_char=0',
        '2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No|end_char=9|start_char=5',
        '3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tend_char=10|start_char=9',
        '',
        '',
      ].join('\n'),
    )
  })

  it('comes back as it was written', () => {
    const piece = fc.constantFrom(
      'Mara',
      ' left',
      '.',
      ' ',
      '\n\n',
      '“',
      '’s',
      ' U.S.',
      ' 5',
      '😀',
      '\u00a0',
      ' “',
      ' 3.5',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const analysis = segment(pieces.join(''))
        const back = readConllu(toConllu(analysis))
        expect(back.map(({ words }) => words.map(({ form }) => form))).toEqual(
          analysis.sentences.map(({ first, last }) => analysis.tokens.slice(first, last).map(({ form }) => form)),
        )
        back.forEach((sentence, s) => {
          const base = analysis.sentences[s]!.start
          const { first } = analysis.sentences[s]!
          placesOf(sentence).forEach(([start, end], i) => {
            const token = analysis.tokens[first + i]!
            if (!/\s\s/.test(sentence.text)) expect(sentence.text.slice(start, end)).toBe(token.form)
            expect(sentence.words[i]!.misc).toContain(`start_char=${token.start}`)
            expect(token.start).toBeGreaterThanOrEqual(base)
          })
        })
      }),
    )
  })

  it('is read past multiword tokens, empty nodes and remarks', () => {
    const content =
      '# newdoc id = d\n# newpar\n# sent_id = 1\n# text = can’t go\n1-2\tcan’t\t_\n1\tca\tcan\tAUX\tMD\t_\t3\taux\t_\t_\n2\tn’t\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n2.1\tx\n3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n'
    const [sentence] = readConllu(content)
    expect(sentence).toMatchObject({ doc: 'd', newpar: true, text: 'can’t go' })
    expect(placesOf(sentence!)).toEqual([
      [0, 2],
      [2, 5],
      [6, 8],
    ])
  })
})
