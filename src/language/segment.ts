/** Sentences and tokens, without the model. */
import { placelineEnd } from '../article/index.ts'
import type { Warn } from '../step.ts'
import type { Analysis, Sentence, Token } from './analysis.ts'
import { type SentenceBounds, sentenceBoundsOf } from './sentences.ts'
import { tokenSpansOf } from './tokens.ts'

/** What a token says before the model has read it: the tags that UD has for "not told". */
const UNREAD = { upos: 'X', xpos: '', head: -1, deprel: 'dep', name: 'O' } as const

/**
 * Sentences and tokens of a text, without the model: tags are `X`, every token is its own root and lemma, there are no names.
 * Sentences that run on are cut, with `W_LONG_SENTENCE`.
 */
export function segment(text: string, warn: Warn = () => {}): Analysis {
  const { starts, ends } = tokenSpansOf(text)
  const { firsts, paragraphs, cut } = withDateline(text, starts, sentenceBoundsOf(text, { starts, ends }))
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

/** What a report begins with after its dateline; "NATO — the alliance — said" has none. */
const BEGINS = /^[\p{Lu}\p{N}"“‘']/u

/** "PORT AMBER, Sept. 11 —" is a sentence of its own: the report that follows is read without it. */
function withDateline(text: string, starts: ArrayLike<number>, bounds: SentenceBounds): SentenceBounds {
  const end = placelineEnd(text)
  if (end === 0) return bounds
  let first = 0
  while (first < starts.length && starts[first]! < end) first++
  const { firsts, paragraphs, cut } = bounds
  // All of the first sentence, or more than it: nothing is left to part it from.
  if (first >= (firsts[1] ?? starts.length) || !BEGINS.test(text.slice(starts[first]))) return bounds
  return {
    firsts: [0, first, ...firsts.slice(1)],
    paragraphs: [paragraphs[0]!, ...paragraphs],
    cut: cut.map((i) => i + 1),
  }
}
