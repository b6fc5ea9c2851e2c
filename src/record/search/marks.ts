/** Where the words of a query stand in a text. */
import type { Span } from '../../reading.ts'
import { type Word, wordsOf } from '../words.ts'
import type { Query, Words } from './query.ts'
import { stemOf } from './stem.ts'

/**
 * The places at which a text holds words of a query, in order: words in any of their forms, phrases as they are.
 *
 * @param offset where the text begins in that of its document, into which the spans count
 */
export function marksOf(text: string, query: Query, offset = 0): Span[] {
  const words = wordsOf(text)
  const marked = new Set<number>()
  for (const asked of query.words.filter(({ not }) => !not)) {
    for (let n = 0; n < words.length; n++) {
      if (standsAt(words, n, asked)) for (let k = 0; k < asked.forms.length; k++) marked.add(n + k)
    }
  }
  return [...marked]
    .sort((a, b) => a - b)
    .map((n) => ({ start: words[n]!.start + offset, end: words[n]!.end + offset }))
}

const standsAt = (words: readonly Word[], at: number, { is, forms }: Words): boolean =>
  is === 'word' ? stemOf(words[at]!.form) === stemOf(forms[0]!) : forms.every((form, k) => words[at + k]?.form === form)
