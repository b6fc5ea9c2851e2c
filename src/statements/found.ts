import type { Span } from '../reading.ts'

/** A statement as a rule found it, before its speaker is resolved. */
export interface Found {
  source: Span | null
  cue: Span | null
  content: Span[]
  act: string
  rule: string
  /** How often such statements are right; where it is not given, the rule's share. */
  confidence?: number
}
