/** The rows that the ledger is made from, as plain data: whatever their order, the ledger is the same. */

/** Somebody, as the ledger tells them apart. */
export interface Side {
  /** A country for its government, else an actor's id; undefined when nobody is resolved. */
  key?: string
  name: string
}

/** One document's report of a commitment. */
export interface Report {
  document: string
  commitment: string
  /** ISO 8601 day; undefined when the document has none. */
  published?: string
  /** The report that this one is a copy of; its own document when of none. */
  cluster: string
  kind: string
  source: readonly Side[]
  target: readonly Side[]
  about: string
  condition?: string
  deadline?: string
  strength?: string
  confidence: number
  steps: readonly ReportedStep[]
}

/** A step that a report tells. */
export interface ReportedStep {
  status: string
  date?: string
  start: number
  end: number
  evidence: string
  /** Who says so; undefined when the outlet itself does. */
  word?: Side
  sourcing: string
  statement?: string
  rule?: string
}

export interface Step extends ReportedStep {
  document: string
  cluster: string
  confidence: number
  /** The event that it was tied by. */
  event?: string
  score?: number
}

/** Why a report is in its row, and where else it nearly went. */
export interface Tie {
  report: Report
  tied: 'first' | 'same' | 'reference' | 'wording'
  score: number
  nearest?: { id: string; score: number }
}

export interface Entry {
  id: string
  block: string
  first: Report
  ties: Tie[]
  steps: Step[]
}
