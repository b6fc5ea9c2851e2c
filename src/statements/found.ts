import type { Form, Span } from '../reading.ts'

/** A statement as a rule found it, before its speaker is resolved. */
export interface Found {
  source: Span | null
  cue: Span | null
  content: Span[]
  act: string
  rule: string
  /** Where it is not told by quotation marks. */
  form?: Form
  /** How often such statements are right; where it is not given, the rule's share. */
  confidence?: number
}

/** Where a statement begins in the order of the text. */
export const startOf = ({ cue, content }: Found): number =>
  Math.min(content[0]!.start, cue?.start ?? Number.POSITIVE_INFINITY)
