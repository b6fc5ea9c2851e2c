/**
 * The actors room: names and noun phrases in, actors out, each with country, PLOVER sector and every place that names it.
 * `actorsStep` finds them in an article; `describe`, `describeAll`, `headOf` and `kindOf` tell what any noun phrase names. The registry is data
 * in `lexicon/actors`. What cannot be told is left out: no country is better than a wrong one.
 */
export { actorsStep, actorsStepWith } from './actors-step.ts'
export { describeAll } from './compound.ts'
export { pronounsOf, type Reference } from './coreference.ts'
export { describe, kindOf } from './describe.ts'
export type { Given } from './given.ts'
export { type Head, headOf } from './head.ts'
export { actorsOf } from './link.ts'
export { mayBe } from './may-be.ts'
export { once } from './once.ts'
export type { Entry, Fault } from './own/entry.ts'
export { ownId } from './own/entry.ts'
export { itemsIn, loadActors } from './own/load.ts'
export { vocabularyWith } from './own/merge.ts'
export { faultIn } from './own/ndjson.ts'
export { type Organisation, type Person, type RoleRow, registry, type State } from './registry.ts'
export { type Vocabulary, vocabulary } from './vocabulary.ts'
