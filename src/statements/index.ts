/**
 * The statements room: who said what, and on whose word. A small model marks source, cue and content (`learned`); rules over the
 * words of a sentence add what stands inside them (`reported`, `attributed`) and quotations without a cue (`bare`); then the
 * speaker is resolved with the actors room and nesting is told. `shareOf` (score to confidence) is lent to the rooms after this one.
 */

export { clauseEnd } from './clause.ts'
export { findStatements } from './find.ts'
export { formOf } from './form.ts'
export type { Found } from './found.ts'
export { holdersOf } from './holders.ts'
export { shareOf } from './learned.ts'
export { quotationsOf } from './quotations.ts'
export { type Scene, spanOf, stagingOf } from './scene.ts'
export { type Speaker, speakersOf } from './speakers.ts'
export { statementsStep } from './step.ts'
export { groupStart } from './subject.ts'
