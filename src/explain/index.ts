/**
 * The explain room: why a row of a Reading says what it says. A Reading, and the notes its matcher made, in; the words, the rule's row and
 * its example, and what nearly matched out, as plain data. Nothing is read again.
 */
export { type EventExplained, explainEvent, type Near, nearlyIn } from './event.ts'
export {
  type ActorExplained,
  type CommitmentExplained,
  explainActor,
  explainCommitment,
  explainStatement,
  type StatementExplained,
} from './others.ts'
export { type RuleRow, ruleRow } from './rule-row.ts'
export type { Who } from './who.ts'
