/** Cells of the record's tables as DuckDB holds them, and back. */
import {
  BLOB,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBBlobValue,
  DuckDBDateValue,
  type DuckDBListValue,
  type DuckDBStructValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  STRUCT,
  structValue,
  TIMESTAMP,
  VARCHAR,
} from '@duckdb/node-api'
import type { CellOf, Column, ColumnType, Row } from './column.ts'

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

const DAY_MS = 86_400_000
const spanEntries = { start_char: INTEGER, end_char: INTEGER }
const mentionEntries = { ...spanEntries, text: VARCHAR, actor: VARCHAR, country: VARCHAR, sector: VARCHAR }
const warningEntries = { code: VARCHAR, message: VARCHAR, ...spanEntries }

interface Codec<Cell> {
  type: DuckDBType
  to(cell: Cell): DuckDBValue
  from(value: never): Cell
}

const same = <Cell extends DuckDBValue>(type: DuckDBType): Codec<Cell> => ({
  type,
  to: (cell) => cell,
  from: (value) => value,
})

const listOf = <Item extends DuckDBValue>(type: DuckDBType): Codec<readonly Item[]> => ({
  type: LIST(type),
  to: (cell) => listValue(cell),
  from: (value: DuckDBListValue) => value.items as Item[],
})

const structsOf = <Item extends object>(entries: Record<string, DuckDBType>): Codec<readonly Item[]> => ({
  type: LIST(STRUCT(entries)),
  to: (cell) => listValue(cell.map((it) => structValue({ ...(it as Record<string, DuckDBValue>) }))),
  from: (value: DuckDBListValue) => (value.items as DuckDBStructValue[]).map((it) => ({ ...it.entries }) as Item),
})

const codecs: { [Type in ColumnType]: Codec<CellOf[Type]> } = {
  text: same(VARCHAR),
  int: same(INTEGER),
  real: same(DOUBLE),
  bool: same(BOOLEAN),
  day: {
    type: DATE,
    to: (day) => new DuckDBDateValue(Math.round(Date.parse(day) / DAY_MS)),
    from: (value: DuckDBDateValue) => new Date(value.days * DAY_MS).toISOString().slice(0, 10),
  },
  instant: {
    type: TIMESTAMP,
    to: (instant) => new DuckDBTimestampValue(BigInt(Date.parse(instant)) * 1000n),
    from: (value: DuckDBTimestampValue) => new Date(Number(value.micros / 1000n)).toISOString(),
  },
  bytes: {
    type: BLOB,
    to: (bytes) => new DuckDBBlobValue(bytes),
    from: (value: DuckDBBlobValue) => value.bytes,
  },
  texts: listOf(VARCHAR),
  ints: listOf(INTEGER),
  spans: structsOf(spanEntries),
  mentions: structsOf(mentionEntries),
  warnings: structsOf(warningEntries),
}

export const duckType = ({ type }: Column): DuckDBType => codecs[type].type

export type Cell = Row[string]

/** The values of a column for some rows, as DuckDB takes them. */
export const columnOf = (rows: readonly Row[], column: Column): DuckDBValue[] =>
  cellsOf(
    rows.map((row) => row[column.name]),
    column,
  )

/** Cells of a column as DuckDB takes them. */
export function cellsOf(cells: readonly Cell[], { type }: Column): DuckDBValue[] {
  const { to } = codecs[type] as Codec<unknown>
  return cells.map((cell) => (cell == null ? null : to(cell)))
}

/** A row that DuckDB gave, as cells of the table with these columns. */
export function rowFrom(columns: readonly Column[], values: Readonly<Record<string, DuckDBValue>>): Row {
  const row: Row = {}
  for (const { name, type } of columns) {
    const value = values[name]
    row[name] = value == null ? null : (codecs[type] as Codec<Row[string]>).from(value as never)
  }
  return row
}
