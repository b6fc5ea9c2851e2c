/** Where the words of a query stand in a text. */
import type { Span } from '../../reading.ts'
import { type Word, wordsOf } from '../words.ts'
import type { Query, Words } from './query.ts'
import { stemOf } from './stem.ts'

/**
 * The places at which a text holds words of a query, in order: words in any of their forms, phrases whole.
 *
 * @param offset where the text begins in that of its document, into which the spans count
 */
export function marksOf(text: string, query: Query, offset = 0): Span[] {
  const words = wordsOf(text)
  const marks: Span[] = []
  for (let n = 0; n < words.length; n++) {
    const lengths = query.words.filter((it) => !it.not && standsAt(words, n, it)).map(({ forms }) => forms.length)
    if (lengths.length === 0) continue
    const start = words[n]!.start + offset
    const end = words[n + Math.max(...lengths) - 1]!.end + offset
    const last = marks.at(-1)
    // What begins inside the mark before belongs to it.
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else marks.push({ start, end })
  }
  return marks
}

const standsAt = (words: readonly Word[], at: number, { is, forms }: Words): boolean =>
  is === 'word' ? stemOf(words[at]!.form) === stemOf(forms[0]!) : forms.every((form, k) => words[at + k]?.form === form)
