/** Corrections applied to what search finds: rows that were left out are not found, codes and speakers are as people told them. */
import type { Party, RowCorrection } from '../corrections.ts'
import { literal } from '../values.ts'

type Entry = Readonly<Record<string, unknown>>

const isOut = ({ action }: RowCorrection): boolean => action !== 'correct'

/** What a correction makes of the columns of an entry. */
function cellsOf(it: RowCorrection): Record<string, string | null> {
  if (it.action !== 'correct') return {}
  const { act, form, sourcing, type, kind, source } = it.changes as Record<string, unknown>
  const who = source as Party | undefined
  const cells = {
    act,
    form,
    sourcing,
    type: type ?? kind,
    ...(who && {
      country: who.country ?? null,
      sector: who.sector ?? null,
      ...(it.table === 'statements' && { speaker: who.name }),
    }),
  }
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | null
  >
}

const rowIs = ({ document, row }: RowCorrection) => `(document = ${literal(document)} AND id = ${literal(row)})`

/** Entries as a question, with corrections applied. */
export function correctedEntries(entries: string, corrections: readonly RowCorrection[] = []): string {
  if (corrections.length === 0) return entries
  const cases: Record<string, string[]> = {}
  for (const it of corrections) {
    for (const [column, value] of Object.entries(cellsOf(it))) {
      // The latest word on a row comes first.
      cases[column] = [`WHEN ${rowIs(it)} THEN ${value === null ? 'NULL' : literal(value)}`, ...(cases[column] ?? [])]
    }
  }
  const replaced = Object.entries(cases).map(([column, all]) => `CASE ${all.join(' ')} ELSE ${column} END AS ${column}`)
  const out = corrections.filter(isOut).map(rowIs)
  return `SELECT *${replaced.length > 0 ? ` REPLACE (${replaced.join(', ')})` : ''} FROM (${entries})${
    out.length > 0 ? ` WHERE NOT (${out.join(' OR ')})` : ''
  }`
}

/** An entry as it is shown. */
export function correctedEntry<E extends Entry>(entry: E, corrections: readonly RowCorrection[] = []): E {
  const own = corrections.filter((it) => it.document === entry.document && it.row === entry.id)
  return Object.assign({}, entry, ...own.map(cellsOf))
}
