/** Whether what a pattern found is an event of politics, not of private life, of sport or of the kitchen. */
import type { Party } from './parties.ts'
import type { Matching } from './stage.ts'
import type { Told } from './tell.ts'

/** Sectors of private life (PLOVER manual, "Sector codes"). */
const privateSectors = new Set(['BUS', 'CRM', 'CVL', 'EDU', 'JRN', 'MED', 'UNK'])

/** Why an event is none; undefined when it is one. */
export function unfit({ source, target, frame }: Told, { parties, strangers }: Matching): string | undefined {
  // "The Turkish attack" is Turkey's; of "the Turkish composer" only the country is known.
  if (frame === 'owner' || frame === 'between') return undefined
  const isPublic = ({ actor, sector }: Party) =>
    sector === undefined ? actor !== undefined && !strangers.has(actor) : !privateSectors.has(sector)
  return [...source, ...target, ...parties].some(isPublic)
    ? undefined
    : 'nobody of public life is named in the sentence'
}
