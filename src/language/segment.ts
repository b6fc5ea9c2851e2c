/** Sentences and tokens, without the model. */
import type { Warn } from '../step.ts'
import type { Analysis, Sentence, Token } from './analysis.ts'
import { sentenceBoundsOf } from './sentences.ts'
import { tokenSpansOf } from './tokens.ts'

/** What a token says before the model has read it: the tags that UD has for "not told". */
const UNREAD = { upos: 'X', xpos: '', head: -1, deprel: 'dep', name: 'O' } as const

/**
 * Sentences and tokens of a text, without the model: tags are `X`, every token is its own root and lemma, there are no names.
 * Sentences that run on are cut, with `W_LONG_SENTENCE`.
 */
export function segment(text: string, warn: Warn = () => {}): Analysis {
  const { starts, ends } = tokenSpansOf(text)
  const { firsts, paragraphs, cut } = sentenceBoundsOf(text, { starts, ends })
  const tokens = starts.map((start, index): Token => {
    const form = text.slice(start, ends[index])
    return { index, form, start, end: ends[index]!, lemma: form, ...UNREAD }
  })
  const sentences = firsts.map((first, i): Sentence => {
    const last = firsts[i + 1] ?? tokens.length
    return { start: starts[first]!, end: ends[last - 1]!, first, last, paragraph: paragraphs[i]! }
  })
  for (const i of cut) {
    const { start, end } = sentences[i]!
    warn({
      code: 'W_LONG_SENTENCE',
      message: 'A sentence ran on without a stop and was cut. Check that the text is prose with its punctuation.',
      span: { start, end },
    })
  }
  return { text, sentences, tokens, names: [], titles: [] }
}
