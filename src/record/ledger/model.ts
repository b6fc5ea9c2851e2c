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

/**
 * Something that is told to have been done or answered, which may be what became of a commitment: a deed of the events, what somebody
 * agreed to or refused, or a commitment with a new deadline.
 */
export interface Deed extends Omit<ReportedStep, 'status'> {
  kind: 'did' | 'did-not' | 'agreed' | 'refused' | 'reset'
  document: string
  cluster: string
  /** The day on which it is told: ISO 8601. */
  day: string
  by: readonly string[]
  to: readonly string[]
  /** Stems of the words that tell the deed; none for an answer. */
  actions: readonly string[]
  /** Stems of what it is about. */
  stems: readonly string[]
  confidence: number
  event?: string
  /** For `reset`: the kind of what is set anew, and its deadline. */
  family?: string
  deadline?: string
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
  /** Its first report. */
  first: Report
  /** All of them, in their order. */
  reports: readonly Report[]
  /** What tied them; of an entry that is followed on, of those that are new. */
  ties: Tie[]
  steps: Step[]
}
