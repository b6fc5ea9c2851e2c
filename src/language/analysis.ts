/** What the language room gives: the shape of an analysis. */
import type { Span } from '../reading.ts'

export interface Token extends Span {
  /** Place in {@link Analysis.tokens}. */
  readonly index: number
  readonly form: string
}

export interface Sentence extends Span {
  /** Index of the first token. */
  readonly first: number
  /** One past the index of the last token. */
  readonly last: number
  /** Number of the paragraph it stands in, from 0. */
  readonly paragraph: number
}

export interface Analysis {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
}
