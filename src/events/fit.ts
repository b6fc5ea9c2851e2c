/** Whether what a pattern found is an event of politics, not of private life, of sport or of the kitchen. */
import type { Party } from './parties.ts'
import type { Need } from './patterns.ts'
import type { Matching } from './stage.ts'
import type { Told } from './tell.ts'

/** Sectors of private life (PLOVER manual, "Sector codes"). */
const privateSectors = new Set(['BUS', 'CRM', 'CVL', 'EDU', 'JRN', 'MED', 'UNK'])

/** Sectors that bear arms. */
export const armedSectors: ReadonlySet<string> = new Set(['MIL', 'PRM', 'REB', 'UAF'])

/** Sectors of civil life, in which one "attacks" another with words. */
const civilSectors = new Set([...privateSectors, 'GOV', 'LEG', 'PTY', 'JUD', 'ELI', 'REL', 'SOC', 'LAB', 'OPP'])

/** Why an event is none of its pattern's; undefined when it has what the pattern needs of its parties. */
export function lacking({ source, target }: Told, needs: ReadonlySet<Need>): string | undefined {
  if (needs.has('target') && target.length === 0) return 'nobody is named on the other side'
  return needs.has('force') && areCivil(source, target) ? 'both are civil people of one country' : undefined
}

function areCivil(source: readonly Party[], target: readonly Party[]): boolean {
  const country = source.find((it) => it.country)?.country
  return (
    source.every(({ sector }) => civilSectors.has(sector ?? '')) &&
    target.every((it) => civilSectors.has(it.sector ?? '') || (it.actor !== undefined && !it.country)) &&
    target.every((it) => !it.country || !country || it.country === country)
  )
}

/** Why an event is none; undefined when it is one. */
export function unfit({ source, target, code, frame }: Told, { parties, strangers }: Matching): string | undefined {
  // "The Turkish attack" is Turkey's; of "the Turkish composer" only the country is known.
  if (frame === 'owner' || frame === 'between') return undefined
  const talk = code.type === 'CONSULT' && frame === 'active'
  // "The president's plan rejects …": a thing of somebody's does nothing.
  const isThing = ({ actor, sector, from, to }: Party) =>
    !actor && !sector && parties.some((owner) => owner.sector !== undefined && owner.from >= from && owner.to < to)
  if (source.every(isThing)) return 'who did it is a thing of somebody else'
  const isPublic = ({ actor, sector }: Party) =>
    sector === undefined ? actor !== undefined && !strangers.has(actor) : !privateSectors.has(sector)
  const matters = (party: Party) => isPublic(party) || (party.country !== undefined && !party.sector)
  if (talk && !(source.some(matters) && target.some(matters))) return 'one side of the talk is of private life'
  if (code.type === 'SUPPORT' && target.length > 0 && !target.some(matters))
    return 'who is supported is of private life'
  const either =
    [...source, ...target].some((party) => isPublic(party) || (party.country && !party.sector)) ||
    code.type === 'PROTEST'
  // Where nobody is named on the other side, the rest of the sentence shows what it is about.
  if (either || (target.length === 0 && parties.some(isPublic))) return undefined
  return 'nobody of public life takes part in it'
}
