import { describe, expect, it } from 'vitest'
import { lemmaOf } from './lemma.ts'

describe('lemmas', () => {
  it.each([
    ['said', 'VERB', 'VBD', 'say'],
    ['negotiating', 'VERB', 'VBG', 'negotiate'],
    ['Stopped', 'VERB', 'VBD', 'stop'],
    ['denies', 'VERB', 'VBZ', 'deny'],
    ['shelled', 'VERB', 'VBD', 'shell'],
    ['invaded', 'VERB', 'VBN', 'invade'],
    ['intervening', 'VERB', 'VBG', 'intervene'],
    ['freed', 'VERB', 'VBD', 'free'],
    ['struck', 'VERB', 'VBN', 'strike'],
    ['ruled', 'VERB', 'VBD', 'rule'],
    ['’s', 'AUX', 'VBZ', 'be'],
    ['n’t', 'PART', 'RB', 'not'],
    ['wo', 'AUX', 'MD', 'will'],
    ['will', 'AUX', 'MD', 'will'],
    ['Ministers', 'NOUN', 'NNS', 'minister'],
    ['countries', 'NOUN', 'NNS', 'country'],
    ['wives', 'NOUN', 'NNS', 'wife'],
    ['us', 'PRON', 'PRP', 'we'],
    ['i', 'PRON', 'PRP', 'I'],
    ['worse', 'ADJ', 'JJR', 'bad'],
    ['TV', 'NOUN', 'NN', 'TV'],
    ['French', 'ADJ', 'JJ', 'French'],
    ['Strelsau', 'PROPN', 'NNP', 'Strelsau'],
    ['1,500', 'NUM', 'CD', '1500'],
  ])('%s %s %s is %s', (form, upos, xpos, lemma) => expect(lemmaOf(form, upos, xpos, false)).toBe(lemma))

  it('lowers the first word of a sentence', () => {
    expect(lemmaOf('Big', 'ADJ', 'JJ', true)).toBe('big')
    expect(lemmaOf('American', 'ADJ', 'JJ', true)).toBe('American')
  })
})
