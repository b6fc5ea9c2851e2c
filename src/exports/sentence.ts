import type { Reading, Span } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'

/** Number, from 1, of the sentence in which a span begins; undefined when it begins in none. */
export function sentenceAt({ sentences }: Reading, { start }: Span): number | undefined {
  const i = firstEndingAfter(sentences, start)
  return sentences[i] && sentences[i].start <= start ? i + 1 : undefined
}
