/** Corrections applied: to the rows of a table in SQL, and to a Reading. */
import type { Reading } from '../reading.ts'
import type { Table } from './column.ts'
import type { CorrectedTable, RowCorrection } from './corrections.ts'
import { literal } from './values.ts'

const isOut = ({ action }: RowCorrection): boolean => action === 'reject' || action === 'merge'

/** A table as a question: the rows of `from` with corrections applied. */
export function correctedSql(table: Table, from: string, corrections: readonly RowCorrection[]): string {
  const own = corrections.filter((it) => it.table === table.name)
  const history = table.name === 'history' ? corrections.filter((it) => it.table === 'commitments' && isOut(it)) : []
  const gone = [...own.filter(isOut).map((it) => rowIs('id', it)), ...history.map((it) => rowIs('commitment', it))]
  const columns = table.columns.map(({ name }) => {
    const cases = own.flatMap((it) => {
      if (it.action !== 'correct' || !Object.hasOwn(it.changes, name)) return []
      const value = (it.changes as Record<string, string | number | null>)[name]!
      return [
        `WHEN ${rowIs('id', it)} THEN ${value === null ? 'NULL' : typeof value === 'number' ? value : literal(value)}`,
      ]
    })
    // The latest word on a row comes first.
    return cases.length === 0 ? name : `CASE ${cases.reverse().join(' ')} ELSE ${name} END AS ${name}`
  })
  return `SELECT ${columns.join(', ')} FROM ${from}${gone.length > 0 ? ` WHERE NOT (${gone.join(' OR ')})` : ''}`
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
    statements: applied('statements', reading.statements),
    events: applied('events', reading.events),
    commitments: applied('commitments', reading.commitments),
  }
}

/** A cell that was made null is absent. */
const changed = <Row extends object>(row: Row, changes: object): Row =>
  Object.fromEntries(Object.entries({ ...row, ...changes }).filter(([, value]) => value !== null)) as Row
