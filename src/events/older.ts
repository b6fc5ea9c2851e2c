/** The names of PLOVER before 2021, which had eighteen types. */
import { readTable } from '../lexicon.ts'

let rows: { type: string; cameo: string; older: string }[] | undefined

/** What a type was called, given the event's CAMEO code: ACCUSE 090 was INVESTIGATE. */
export function olderName(type: string, cameo = ''): string {
  rows ??= readTable('events/plover-18.tsv', ['type', 'cameo', 'older'])
  return rows.find((row) => row.type === type && cameo.startsWith(row.cameo))?.older ?? type
}
