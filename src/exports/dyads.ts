/**
 * Events as pairs of a source and a target, as PETRARCH, ICEWS and GDELT keep them. "A and B accused C" makes two pairs; an event in
 * which both sides act on each other ("A and B met") makes one pair each way; nobody is paired with themselves.
 */
import { plover } from '../events/index.ts'
import type { Actor, Event, Mention, Reading } from '../reading.ts'
import { cameoCountryOf, cameoRoleOf, international } from './codes.ts'
import type { ExportOptions } from './format.ts'

/** Somebody who takes part in an event, with what is known of them. */
export interface Party {
  readonly mention: Mention
  readonly actor?: Actor
  /** The actor's name, or the words of the text. */
  readonly name: string
  /** The words of the text. */
  readonly words: string
  readonly country?: string
  readonly sector?: string
}

/** An event with a CAMEO code; those of a user's own ontology may have none. */
export type Coded = Event & { readonly cameo: string }
const isCoded = (event: Event): event is Coded => event.cameo !== undefined

export interface Dyad {
  /** Unique in the record: document, event, and the number of the pair where the event makes several. */
  readonly id: string
  readonly event: Coded
  readonly source?: Party
  readonly target?: Party
}

/**
 * The events that a dyadic format keeps: those that the article itself tells as done, and what `include` adds. A claim, or
 * what is to come, supposed, denied or long past is no event of the day for those who count rows.
 */
export function eventsOf({ events }: Reading, { include }: ExportOptions): Event[] {
  return events.filter(
    ({ factuality, statement }) =>
      (factuality === 'asserted' || include?.has(factuality)) && (statement === undefined || include?.has('claims')),
  )
}

/** How a format takes pairs. */
interface Manner {
  /** Whether it has room for events of which only one side is known, whatever is asked for. */
  readonly oneSided?: boolean
  /** Whether it can say who a party is. */
  readonly knows?: (party: Party) => boolean
}

/** Words that are linked to nobody and tell neither country nor sector ("the bombing") are no party for those who count dyads. */
const isKnown = ({ actor, country, sector }: Party): boolean => Boolean(actor ?? country ?? sector)

/** The pairs of a reading, in text order. A pair with one side unknown is left out unless one-sided ones are wanted. */
export function dyadsOf(reading: Reading, options: ExportOptions, { oneSided, knows = isKnown }: Manner = {}): Dyad[] {
  const partyOf = partiesOf(reading)
  const whole = !oneSided && !options.include?.has('one-sided')
  return eventsOf(reading, options)
    .filter(isCoded)
    .flatMap((event) => {
      const [sources, targets] = [event.source.map(partyOf).filter(knows), event.target.map(partyOf).filter(knows)]
      const pairs = pairsOf(sources, targets).filter(({ source, target }) => !whole || (source && target))
      const id = `${reading.id}#${event.id}`
      return pairs.map((pair, i) => ({ id: pairs.length > 1 ? `${id}.${i + 1}` : id, event, ...pair }))
    })
}

function pairsOf(sources: readonly Party[], targets: readonly Party[]): Pick<Dyad, 'source' | 'target'>[] {
  if (sources.length === 0) return targets.map((target) => ({ target }))
  if (targets.length === 0) return sources.map((source) => ({ source }))
  return sources.flatMap((source) =>
    targets.filter((target) => !isSame(source, target)).map((target) => ({ source, target })),
  )
}

export const isSame = (a: Party, b: Party): boolean =>
  a.actor ? a.actor.id === b.actor?.id : a.mention.start === b.mention.start && a.mention.end === b.mention.end

/** Whether both sides of an event act on each other: the same parties stand on both. */
export const isMutual = (sources: readonly Party[], targets: readonly Party[]): boolean =>
  sources.length > 1 && targets.length > 1 && targets.every((it) => sources.some((other) => isSame(it, other)))

/** Turns the mentions of a reading into parties. */
export function partiesOf({ text, actors }: Reading): (mention: Mention) => Party {
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  return (mention) => {
    const actor = mention.actor === undefined ? undefined : byId.get(mention.actor)
    const words = text.slice(mention.start, mention.end)
    return {
      mention,
      actor,
      name: actor?.name ?? words,
      words,
      country: mention.country ?? actor?.country,
      sector: mention.sector ?? actor?.sector,
    }
  }
}

/** CAMEO's code of an actor: country and role (USAGOV), an organisation's own (IGOUNO), or the role alone; empty when nothing is known. */
export function cameoActorOf({ actor, country, sector }: Party): string {
  const known = international().get(actor?.id ?? '')
  return known ? known.cameo : `${cameoCountryOf(country)}${cameoRoleOf(sector)}`
}

/** What the CAMEO codebook calls an event. */
export const cameoNameOf = ({ cameo, type }: Coded): string => plover().codes.get(cameo)?.name ?? type

/** The CAMEO quad class by the code's root, as GDELT and Phoenix have it: 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict. */
export function cameoQuadOf({ cameo }: Coded): number {
  const root = Number(cameo.slice(0, 2))
  if (root <= 5) return 1
  if (root <= 8) return 2
  return root <= 13 ? 3 : 4
}

/** The day of an event: its own, else that of publication. */
export const dayOf = (event: Event, { published }: Reading): string | undefined =>
  (event.date ?? published)?.slice(0, 10)
