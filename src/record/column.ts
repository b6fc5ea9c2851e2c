/** What a column of the record may hold, in SQL and in TypeScript. A table is data: its columns with type and meaning. */

/** Logical types with their DuckDB types. Offsets fit 32 bits: an article is at most 32 MiB. */
export const sqlTypes = {
  text: 'VARCHAR',
  int: 'INTEGER',
  real: 'DOUBLE',
  bool: 'BOOLEAN',
  day: 'DATE',
  instant: 'TIMESTAMP',
  bytes: 'BLOB',
  texts: 'VARCHAR[]',
  ints: 'INTEGER[]',
  spans: 'STRUCT(start_char INTEGER, end_char INTEGER)[]',
  mentions:
    'STRUCT(start_char INTEGER, end_char INTEGER, "text" VARCHAR, actor VARCHAR, country VARCHAR, sector VARCHAR)[]',
  warnings: 'STRUCT(code VARCHAR, message VARCHAR, start_char INTEGER, end_char INTEGER)[]',
} as const
export type ColumnType = keyof typeof sqlTypes

export interface SpanCell {
  start_char: number
  end_char: number
}
export interface MentionCell extends SpanCell {
  text: string
  actor: string | null
  country: string | null
  sector: string | null
}
export interface WarningCell {
  code: string
  message: string
  start_char: number | null
  end_char: number | null
}

/** A cell's value in TypeScript; days and instants are ISO 8601 text. */
export interface CellOf {
  text: string
  int: number
  real: number
  bool: boolean
  day: string
  instant: string
  bytes: Uint8Array
  texts: readonly string[]
  ints: readonly number[]
  spans: readonly SpanCell[]
  mentions: readonly MentionCell[]
  warnings: readonly WarningCell[]
}

export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly meaning: string
}

/** One table of the record: a Parquet file in every segment, a view over all of them in SQL. */
export interface Table<Columns extends readonly Column[] = readonly Column[]> {
  readonly name: string
  /** What one row is. */
  readonly row: string
  /** The column that holds the document's id: by it a document's rows are found, and forgotten. */
  readonly document: string
  readonly columns: Columns
  /** How its Parquet files are laid out, where that is not as usual. */
  readonly layout?: Layout
}

export interface Layout {
  /** Rows a group: fewer where single rows are looked up, for a group is read whole. */
  readonly rowsPerGroup: number
  /** Whether ascending numbers are kept as differences (Parquet's version 2 encodings): half the size, as quick to read. */
  readonly deltas?: boolean
}

/** A row of a table. Any cell may be null; a column that is left out is null. */
export type RowOf<T extends Table> = {
  [C in T['columns'][number] as C['name']]?: CellOf[C['type']] | null
}
export type Row = Record<string, CellOf[ColumnType] | null | undefined>

/** Makes a table of plain data; the types of its rows follow from it. */
export const table = <const Columns extends readonly (readonly [name: string, type: ColumnType, meaning: string])[]>(
  name: string,
  row: string,
  columns: Columns,
  document = 'document',
) => ({
  name,
  row,
  document,
  columns: columns.map(([name, type, meaning]) => ({ name, type, meaning })) as {
    readonly [I in keyof Columns]: { readonly name: Columns[I][0]; readonly type: Columns[I][1]; meaning: string }
  },
})
