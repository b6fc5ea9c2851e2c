/** GDELT 2.0 events: 61 tab-separated columns without a header (GDELT Event Database codebook V2.0, 19 February 2015). */
import type { Reading } from '../reading.ts'
import { cameoCountryOf, cameoRoleOf, international } from './codes.ts'
import { cameoActorOf, cameoQuadOf, dayOf, dyadsOf, type Party } from './dyads.ts'
import type { ExportOptions } from './format.ts'
import { numberOf } from './number-of.ts'
import { type Cell, tabFormat } from './tab.ts'

const actorColumns = (n: 1 | 2) =>
  [
    'Code',
    'Name',
    'CountryCode',
    'KnownGroupCode',
    'EthnicCode',
    'Religion1Code',
    'Religion2Code',
    'Type1Code',
    'Type2Code',
  ]
    .concat('Type3Code')
    .map((name) => `Actor${n}${name}`)
const placeColumns = (whose: string) =>
  ['Type:integer', 'FullName', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat:number', 'Long:number', 'FeatureID'].map(
    (name) => `${whose}Geo_${name}`,
  )

export const gdelt = tabFormat({
  name: 'gdelt',
  title: 'Events in the columns of GDELT 2.0',
  description: 'GDELT 2.0 events: 61 tab-separated columns, one row a pair of actors, no header',
  documented: 'http://data.gdeltproject.org/documentation/GDELT-Event_Codebook-V2.0.pdf',
  file: 'events.export.CSV',
  columns: [
    ...['GLOBALEVENTID:integer', 'SQLDATE:integer', 'MonthYear:integer', 'Year:integer', 'FractionDate:number'],
    ...actorColumns(1),
    ...actorColumns(2),
    ...[
      'IsRootEvent:integer',
      'EventCode',
      'EventBaseCode',
      'EventRootCode',
      'QuadClass:integer',
      'GoldsteinScale:number',
    ],
    ...['NumMentions:integer', 'NumSources:integer', 'NumArticles:integer', 'AvgTone:number'],
    ...placeColumns('Actor1'),
    ...placeColumns('Actor2'),
    ...placeColumns('Action'),
    ...['DATEADDED:integer', 'SOURCEURL'],
  ],
  header: false,
  rows: (reading, options) => rowsOf(reading, options),
})

const NO_PLACE: readonly Cell[] = Array.from({ length: 8 }, () => '')

/**
 * Tone is not measured and places have no FIPS codes or coordinates: AvgTone and the columns of the three places stay empty. One article
 * is one mention.
 */
function rowsOf(reading: Reading, options: ExportOptions): Cell[][] {
  const lead = reading.text.search(/\n\s*\n|$/)
  const added = instantOf(reading)
  return dyadsOf(reading, options, { oneSided: true }).map(({ id, event, source, target }) => [
    numberOf(id),
    ...dateCells(dayOf(event, reading)),
    ...actorCells(source),
    ...actorCells(target),
    event.trigger[0]!.start < lead ? 1 : 0,
    event.cameo,
    event.cameo.slice(0, 3),
    event.cameo.slice(0, 2),
    cameoQuadOf(event),
    event.goldstein.toFixed(1),
    ...[1, 1, 1, ''],
    ...NO_PLACE,
    ...NO_PLACE,
    ...NO_PLACE,
    added,
    reading.source.uri,
  ])
}

/** SQLDATE, MonthYear, Year and FractionDate, which counts every month as 30 days of 365, as the codebook has it. */
function dateCells(day: string | undefined): Cell[] {
  if (!day) return ['', '', '', '']
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const fraction = year + ((month - 1) * 30 + date) / 365
  return [day.replaceAll('-', ''), day.slice(0, 7).replace('-', ''), year, fraction.toFixed(4)]
}

function actorCells(party: Party | undefined): Cell[] {
  if (!party) return Array.from({ length: 10 }, () => '')
  const known = international().get(party.actor?.id ?? '')
  const type = known ? known.kind : cameoRoleOf(party.sector)
  return [
    cameoActorOf(party),
    party.name.toUpperCase(),
    known ? '' : cameoCountryOf(party.country),
    known?.group,
    ...['', '', ''],
    ...[type, '', ''],
  ]
}

/** When the article came in, YYYYMMDDHHMMSS in UTC: when it was fetched, else when it was published. */
function instantOf({ source, published }: Reading): string | undefined {
  const time = Date.parse(source.retrieved ?? published ?? '')
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\D/g, '').slice(0, 14)
}
