/** What a user asks of the reading of events, as plain words that go into a command line and to another thread. */
import type { EventOptions } from './index.ts'
import { ontologyIn } from './ontology.ts'

export interface OwnEvents {
  /** A folder of tables. */
  ontology?: string
  /** 18 for the type names before 2021. */
  plover?: '16' | '18'
}

/** @throws OnrecordError E_ONTOLOGY, E_LEXICON as `ontologyIn` does */
export const ownEvents = ({ ontology, plover }: OwnEvents): EventOptions => ({
  ...(ontology !== undefined && { ontology: ontologyIn(ontology) }),
  names: plover === '18' ? 18 : 16,
})
