/** ICEWS coded event data: 20 columns, tab-separated, with a header (ICEWS Coded Event Data, Harvard Dataverse). */
import type { Reading } from '../reading.ts'
import { countryNameOf, sectorNameOf } from './codes.ts'
import { cameoNameOf, dayOf, dyadsOf, type Party } from './dyads.ts'
import type { ExportOptions } from './format.ts'
import { numberOf } from './number-of.ts'
import { sentenceAt } from './sentence.ts'
import { type Cell, tabFormat } from './tab.ts'

export const icews = tabFormat({
  name: 'icews',
  title: 'Events in the columns of ICEWS',
  description: 'ICEWS: 20 tab-separated columns, one row a pair of actors',
  documented: 'https://doi.org/10.7910/DVN/28075',
  file: 'events.icews.tab',
  columns: [
    ...[
      'Event ID:integer',
      'Event Date:date',
      'Source Name',
      'Source Sectors',
      'Source Country',
      'Event Text',
      'CAMEO Code',
    ],
    ...['Intensity:number', 'Target Name', 'Target Sectors', 'Target Country', 'Story ID', 'Sentence Number:integer'],
    ...['Publisher', 'City', 'District', 'Province', 'Country', 'Latitude:number', 'Longitude:number'],
  ],
  header: true,
  rows: (reading, options) => rowsOf(reading, options),
})

const partyCells = (party: Party | undefined): Cell[] => [
  party?.name,
  sectorNameOf(party?.sector),
  countryNameOf(party?.country),
]

/** Of the place only the country is known: city, district, province and coordinates stay empty. */
function rowsOf(reading: Reading, options: ExportOptions): Cell[][] {
  return dyadsOf(reading, options).map(({ id, event, source, target }) => [
    numberOf(id),
    dayOf(event, reading),
    ...partyCells(source),
    cameoNameOf(event),
    event.cameo,
    event.goldstein.toFixed(1),
    ...partyCells(target),
    reading.id,
    sentenceAt(reading, event.trigger[0]!),
    reading.source.outlet,
    ...['', '', '', countryNameOf(event.place?.country), '', ''],
  ])
}
