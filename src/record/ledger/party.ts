/** Who is meant by a side of the ledger. */
import { literal } from '../values.ts'

/** The condition that a side is somebody: by country or id (of several, one of them), or by the name that the text gives them. */
export const ledgerParty = (side: 'source' | 'target', who: string): string =>
  `(list_contains(string_split(${side}, '+'), ${literal(who)}) OR list_contains(string_split(${side}, '+'), upper(${literal(who)})) OR lower(${side}_name) = lower(${literal(who)}))`
