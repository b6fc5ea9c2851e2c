/** Sentences and tokens, without the model. */
import type { Warn } from '../step.ts'
import type { Analysis } from './analysis.ts'
import { sentenceBoundsOf } from './sentences.ts'
import { tokenSpansOf } from './tokens.ts'

const ignore: Warn = () => {}

/** Sentences and tokens of a text, without the model. Sentences that run on are cut, with `W_LONG_SENTENCE`. */
export function segment(text: string, warn: Warn = ignore): Analysis {
  const { starts, ends } = tokenSpansOf(text)
  const { firsts, paragraphs, cut } = sentenceBoundsOf(text, { starts, ends })
  const tokens = starts.map((start, index) => ({
    index,
    form: text.slice(start, ends[index]),
    start,
    end: ends[index]!,
  }))
  const sentences = firsts.map((first, i) => {
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
  return { text, sentences, tokens }
}
