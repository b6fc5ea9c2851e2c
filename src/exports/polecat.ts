/** POLECAT: PLOVER events in 40 tab-separated columns (POLECAT, Harvard Dataverse). One row an event, its actors in lists. */
import type { ActorKind, Reading } from '../reading.ts'
import { cowOf, international, ploverScoreOf } from './codes.ts'
import { dayOf, eventsOf, isMutual, type Party, partiesOf } from './dyads.ts'
import type { ExportOptions } from './format.ts'
import { type Cell, tabFormat } from './tab.ts'
import { version } from './version.ts'

const partyColumns = (who: 'Actor' | 'Recipient') => [
  ...[`${who} Name`, `${who} Country`, `${who} COW`, `Primary ${who} Sector`, `${who} Sectors`, `${who} Title`],
  ...[`${who} Name Raw`, `Wikipedia ${who} ID`],
]

export const polecat = tabFormat({
  name: 'polecat',
  title: 'Events in the columns of POLECAT',
  description: 'POLECAT: 40 tab-separated columns, PLOVER types and modes, one row an event',
  documented: 'https://doi.org/10.7910/DVN/AJGVIT',
  file: 'events.polecat.txt',
  columns: [
    ...['Event ID', 'Event Date:date', 'Event Type', 'Event Mode', 'Intensity:number', 'Quad Code', 'Contexts'],
    ...partyColumns('Actor'),
    ...partyColumns('Recipient'),
    ...['Placename', 'City', 'District', 'Province', 'Country', 'Latitude:number', 'Longitude:number', 'GeoNames ID'],
    ...['Raw Placename', 'Feature Type', 'Source', 'Publication Date:date', 'Story People', 'Story Organizations'],
    ...['Story Locations', 'Language', 'Version'],
  ],
  header: true,
  missingValues: ['', 'None'],
  rows: (reading, options) => rowsOf(reading, options),
})

/** The word for what is not known. */
const NONE = 'None'
/** A set, and a list that has a place for each party, known or not. */
const listOf = (items: readonly (string | undefined)[]): string =>
  [...new Set(items.filter((it) => it !== undefined && it !== ''))].join('; ') || NONE
const eachOf = (items: readonly (string | undefined)[]): string =>
  items.some((it) => it) ? items.map((it) => it || NONE).join('; ') : NONE

const quads = ['', 'VERBAL COOPERATION', 'MATERIAL COOPERATION', 'VERBAL CONFLICT', 'MATERIAL CONFLICT']

function rowsOf(reading: Reading, options: ExportOptions): Cell[][] {
  const partyOf = partiesOf(reading)
  const named = (kinds: readonly ActorKind[]) =>
    listOf(reading.actors.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name))
  return eventsOf(reading, options)
    .filter(({ type }) => ploverScoreOf(type) !== undefined)
    .map((event) => {
      const [actors, recipients] = [event.source.map(partyOf), event.target.map(partyOf)]
      return [
        `${reading.id}_${event.id}`,
        dayOf(event, reading) ?? NONE,
        event.type,
        event.mode ?? NONE,
        ploverScoreOf(event.type, event.mode),
        quads[event.quad],
        listOf(event.contexts),
        ...partyCells(actors),
        // PLOVER: where both sides act on each other, all are actors and nobody is the recipient.
        ...partyCells(isMutual(actors, recipients) ? [] : recipients),
        ...[NONE, NONE, NONE, NONE, event.place?.country ?? NONE, NONE, NONE, NONE],
        event.place ? reading.text.slice(event.place.start, event.place.end) : NONE,
        NONE,
        reading.source.outlet ?? NONE,
        reading.published?.slice(0, 10) ?? NONE,
        named(['person']),
        named(['organisation', 'group']),
        named(['state']),
        reading.language,
        `onrecord-${version()}`,
      ]
    })
}

const entityOf = ({ actor, country }: Party) => international().get(actor?.id ?? '')?.plover ?? country

const partyCells = (parties: readonly Party[]): Cell[] => [
  eachOf(parties.map(({ name }) => name)),
  eachOf(parties.map(entityOf)),
  eachOf(parties.map(({ country }) => cowOf(country))),
  listOf(parties.slice(0, 1).map(({ sector }) => sector)),
  listOf(parties.map(({ sector }) => sector)),
  NONE,
  eachOf(parties.map(({ words }) => words)),
  eachOf(parties.map(({ actor }) => actor?.qid)),
]
