/** PETRARCH's tab-separated events, as PETRwriter writes them with actor and event texts. */
import type { Reading } from '../reading.ts'
import { cameoActorOf, cameoNameOf, dayOf, dyadsOf } from './dyads.ts'
import type { ExportOptions } from './format.ts'
import { sentenceAt } from './sentence.ts'
import { type Cell, tabFormat } from './tab.ts'

/** No header: date, source, target, code, issues, ids, url, publisher, texts. */
export const petrarch = tabFormat({
  name: 'petrarch',
  title: 'Events as PETRARCH writes them',
  description: 'PETRARCH tab: one line a pair of actors, CAMEO codes, no header',
  documented: 'https://petrarch2.readthedocs.io/',
  file: 'events.petrarch.txt',
  columns: [
    'date',
    'source',
    'target',
    'code',
    'issues',
    'ids',
    'url',
    'publisher',
    'source_text',
    'target_text',
    'event_text',
  ],
  header: false,
  rows: (reading, options) => rowsOf(reading, options),
})

function rowsOf(reading: Reading, options: ExportOptions): Cell[][] {
  const { id, source, text } = reading
  return dyadsOf(reading, options, { knows: (party) => cameoActorOf(party) !== '' }).map(
    ({ event, source: actor, target }) => [
      dayOf(event, reading)?.replaceAll('-', ''),
      (actor && cameoActorOf(actor)) || '---',
      (target && cameoActorOf(target)) || '---',
      event.cameo,
      '',
      `${id}_${sentenceAt(reading, event.trigger[0]!) ?? 0}`,
      source.uri,
      source.outlet ?? 'NULL',
      actor?.words ?? '---',
      target?.words ?? '---',
      event.trigger.map(({ start, end }) => text.slice(start, end)).join(' ') || cameoNameOf(event),
    ],
  )
}
