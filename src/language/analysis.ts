/** What the language room gives: the shape of an analysis. */
import type { Span } from '../reading.ts'

export interface Token extends Span {
  /** Place in {@link Analysis.tokens}. */
  readonly index: number
  readonly form: string
  readonly lemma: string
  /** Universal part of speech (universaldependencies.org/u/pos). */
  readonly upos: string
  /** Penn Treebank tag as UD English has it. */
  readonly xpos: string
  /** Index of the head in {@link Analysis.tokens}, in the same sentence; -1 for its root. */
  readonly head: number
  /** UD English relation to the head, with subtype: "nsubj:pass"; "root" for the root. */
  readonly deprel: string
  /** "B-PER", "I-PER", …; "O" outside names. */
  readonly name: string
}

export interface Sentence extends Span {
  /** Index of the first token. */
  readonly first: number
  /** One past the index of the last token. */
  readonly last: number
  /** Number of the paragraph it stands in, from 0. */
  readonly paragraph: number
}

/** Tokens `first` to `last` (exclusive), and the characters they cover. */
export interface TokenSpan extends Span {
  readonly first: number
  readonly last: number
}

/** Kind of a name; countries, cities and regions are LOC, nationalities, faiths and parties' followers NORP. */
export type NameType = 'PER' | 'ORG' | 'LOC' | 'NORP' | 'MISC'

/** `start` is that of the first token, but for "pro-Lund", where it comes after the hyphen. */
export interface Name extends TokenSpan {
  readonly type: NameType
}

/** A title that stands before a person's name: "Secretary of State". */
export interface Title extends TokenSpan {
  /** Place in {@link Analysis.names} of the name it goes with. */
  readonly name: number
}

export interface Analysis {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  /** In text order; they do not overlap. */
  readonly names: readonly Name[]
  /** In text order. */
  readonly titles: readonly Title[]
  /** For models of later rooms; none where the net read nothing. */
  readonly known?: Known
}

/** What the net knows of the tokens. */
export interface Known {
  /** A token's place in the vocabulary, the commonest word 1; beyond it for words that it lacks. */
  readonly words: Int32Array
  /** A row of bytes a token. */
  readonly states: Uint8Array
}
