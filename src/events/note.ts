/** The trace of the matcher: each pattern whose word stands in a sentence, and why it told an event or did not. */
import type { Span } from '../reading.ts'

/** How the parties of an event were found. */
export type Frame = 'active' | 'passive' | 'between' | 'light verb' | 'owner' | 'modal' | 'weighed'

export interface Note {
  /** Id of the pattern. */
  rule: string
  /** The word it begins with. */
  at: Span
  /** Which condition failed; absent when the pattern told an event. */
  missed?: string
  /** How the parties were found, where an event was told. */
  frame?: Frame
  /** Id of the row of lexicon/events/factuality.tsv that made it more or less than asserted, and the word. */
  factuality?: { row: string; by: Span }
}

/** Takes the notes of one reading, in text order; readings nobody asks to explain make none. */
export type Noting = (note: Note) => void
