/** The trace of the matcher: each pattern whose word stands in a sentence, and why it told an event or did not. */
import type { Span } from '../reading.ts'
import { type Scene, spanOf } from '../statements/index.ts'
import type { Told } from './tell.ts'

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
  /** Where the weights told the event: the words that spoke for its type most, and how much. */
  words?: readonly { at: Span; weight: number }[]
  /** Id of the row of lexicon/events/factuality.tsv that made it more or less than asserted, and the word. */
  factuality?: { row: string; by: Span }
}

/** Takes the notes of one reading, in text order; readings nobody asks to explain make none. */
export type Noting = (note: Note) => void

/** The word and the row that made an event more or less than asserted. */
export function factualityNote(
  scene: Scene,
  { judgement: { by, row } }: Pick<Told, 'judgement'>,
): Pick<Note, 'factuality'> {
  return by !== undefined && row ? { factuality: { row, by: spanOf(scene, by, by + 1) } } : {}
}
