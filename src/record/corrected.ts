/** Corrections applied: to the rows of a table in SQL, and to a Reading. */
import type { Actor, Mention, Reading } from '../reading.ts'
import type { Table } from './column.ts'
import type { CorrectedTable, Party, RowCorrection } from './corrections.ts'
import { literal } from './values.ts'

const isOut = ({ action }: RowCorrection): boolean => action === 'reject' || action === 'merge'

/** A table as a question: the rows of `from` with corrections applied. */
export function correctedSql(table: Table, from: string, corrections: readonly RowCorrection[]): string {
  const own = corrections.filter((it) => it.table === table.name)
  const history = table.name === 'history' ? corrections.filter((it) => it.table === 'commitments' && isOut(it)) : []
  const gone = [...own.filter(isOut).map((it) => rowIs('id', it)), ...history.map((it) => rowIs('commitment', it))]
  const columns = table.columns.map(({ name }) => {
    const cases = own.flatMap((it) => {
      const value = it.action === 'correct' ? cellsOf(it.changes)[name] : undefined
      return value === undefined ? [] : [`WHEN ${rowIs('id', it)} THEN ${value}`]
    })
    // The latest word on a row comes first.
    return cases.length === 0 ? name : `CASE ${cases.reverse().join(' ')} ELSE ${name} END AS ${name}`
  })
  return `SELECT ${columns.join(', ')} FROM ${from}${gone.length > 0 ? ` WHERE NOT (${gone.join(' OR ')})` : ''}`
}

/** What changes make of a row's columns, in SQL. */
function cellsOf(changes: object): Record<string, string> {
  const cells = Object.entries(changes as Record<string, Cell | Party>).flatMap(([name, value]) =>
    value === null || typeof value !== 'object' ? [[name, sqlOf(value)]] : partyCells(name, value),
  )
  return Object.fromEntries(cells)
}

type Cell = string | number | null

const sqlOf = (value: Cell): string =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : literal(value)

/** The same words, taken for somebody else; of several parties the first stays. */
function partyCells(side: string, { id, name, country, sector }: Party): [string, string][] {
  const first = `${side}s[1]`
  const who = { actor: sqlOf(id), country: sqlOf(country ?? null), sector: sqlOf(sector ?? null) }
  return [
    [`${side}_actor`, who.actor],
    [`${side}_name`, sqlOf(name)],
    [`${side}_country`, who.country],
    [`${side}_sector`, who.sector],
    [
      `${side}s`,
      `[{start_char: ${first}.start_char, end_char: ${first}.end_char, "text": ${first}."text", actor: ${who.actor}, country: ${who.country}, sector: ${who.sector}}]`,
    ],
  ]
}

const rowIs = (column: string, { document, row }: RowCorrection): string =>
  `(document = ${literal(document)} AND ${column} = ${literal(row)})`

/** A reading with corrections applied. */
export function correctedReading(reading: Reading, corrections: readonly RowCorrection[]): Reading {
  const own = corrections.filter((it) => it.document === reading.id)
  if (own.length === 0) return reading
  const applied = <Row extends { id: string }>(table: CorrectedTable, rows: readonly Row[]): Row[] => {
    const these = own.filter((it) => it.table === table)
    const gone = new Set(these.filter(isOut).map(({ row }) => row))
    return rows
      .filter(({ id }) => !gone.has(id))
      .map((row) =>
        these.reduce(
          (it, one) => (one.action === 'correct' && one.row === row.id ? changed(it, one.changes) : it),
          row,
        ),
      )
  }
  return {
    ...reading,
    actors: withParties(reading.actors, own),
    statements: applied('statements', reading.statements),
    events: applied('events', reading.events),
    commitments: applied('commitments', reading.commitments),
  }
}

/** Actors with those whom corrections name for the first time. */
function withParties(actors: readonly Actor[], corrections: readonly RowCorrection[]): Actor[] {
  const parties = corrections.flatMap((it) =>
    it.action === 'correct'
      ? Object.values(it.changes as Record<string, unknown>).filter((value): value is Party => isParty(value))
      : [],
  )
  const byId = new Map<string, Actor>(parties.map((it) => [it.id, { ...it, mentions: [] }]))
  for (const it of actors) byId.delete(it.id)
  return [...actors, ...byId.values()]
}

const isParty = (value: unknown): value is Party => typeof value === 'object' && value !== null

/** A cell that was made null is absent; who a mention is taken for is changed, its words are not. */
function changed<Row extends object>(row: Row, changes: object): Row {
  const cells = Object.entries(changes).map(([name, value]) => {
    if (!isParty(value)) return [name, value]
    const before = (row as Record<string, unknown>)[name] as Mention | null | readonly Mention[]
    return [
      name,
      Array.isArray(before)
        ? before.slice(0, 1).map((it) => takenFor(it, value))
        : before && takenFor(before as Mention, value),
    ]
  })
  const whole = { ...row, ...Object.fromEntries(cells) }
  return Object.fromEntries(
    Object.entries(whole).filter(([name, value]) => value !== null || !(name in changes)),
  ) as Row
}

const takenFor = ({ start, end }: Mention, { id, country, sector }: Party): Mention => ({
  start,
  end,
  actor: id,
  ...(country !== undefined && { country }),
  ...(sector !== undefined && { sector }),
})
