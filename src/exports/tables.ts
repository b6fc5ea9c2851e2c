/** csv, ndjson and parquet: the record's own tables and views, copied by DuckDB, so that millions of rows take seconds. */
import type { DuckDBConnection } from '@duckdb/node-api'
import { OnrecordError } from '../errors.ts'
import { unwritable } from '../output.ts'
import { literal, tables, views } from '../record/index.ts'
import type { About, ExportOptions, Field, Sink } from './format.ts'
import { FORMULA } from './rows.ts'

/** A format of tables, written from a record that is opened in DuckDB and holds only the documents that are wanted. */
export interface TableFormat {
  readonly name: string
  readonly description: string
  readonly documented: string
  file(options: ExportOptions): string | undefined
  copy(connection: DuckDBConnection, sink: Sink, options: ExportOptions): Promise<void>
}

interface Column {
  readonly name: string
  /** DuckDB's type. */
  readonly type: string
}

interface Manner {
  readonly format: string
  readonly mediatype: string
  readonly description: string
  readonly documented: string
  readonly dialect?: About['dialect']
  /** What stands behind FORMAT in DuckDB's COPY. */
  readonly copy: string
  /** A column as it is written. */
  value(column: Column, options: ExportOptions): string
  /** Its name in the file. */
  label?(column: Column, n: number, options: ExportOptions): string
}

/** The tables and views there are, with what each row is and what the columns mean. */
const described = [...Object.values(tables), ...views]
/** What an export has when no table is named. */
const usual = Object.keys(tables)

const tableFormat = ({
  format,
  mediatype,
  description,
  documented,
  dialect,
  copy,
  value,
  label,
}: Manner): TableFormat => ({
  name: format,
  description,
  documented,
  file: ({ table }) => (table === undefined ? undefined : `${table}.${format}`),
  async copy(connection, sink, options) {
    for (const name of options.table === undefined ? usual : [options.table]) {
      const columns = await columnsOf(connection, name)
      const list = columns.map((column, n) => {
        const as = label?.(column, n, options) ?? column.name
        return `${value(column, options)} AS ${quoted(as)}`
      })
      const query = `SELECT ${list.join(', ')} FROM ${quoted(name)}`
      const about = { title: titleOf(name), format, mediatype, fields: columns.map((it) => fieldOf(name, it)), dialect }
      await sink.place(`${name}.${format}`, about, async (path) => {
        await connection.run(`COPY (${query}) TO ${literal(path)} (FORMAT ${copy})`).catch((error: Error) => {
          throw /^IO Error/.test(error.message) ? unwritable(path, error.message.split('\n')[0]) : error
        })
      })
    }
  },
})

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const isNested = ({ type }: Column): boolean => type.endsWith('[]') || type.startsWith('STRUCT')
const instant = ({ name }: Column): string => `strftime(${quoted(name)}, '%Y-%m-%dT%H:%M:%SZ')`

/**
 * A text that a spreadsheet might run as a formula, or that begins with an apostrophe, gets an apostrophe before it. To read cells back
 * as they were, take one leading apostrophe off. Numbers are no texts: -10.0 stays a number.
 */
const guarded = (cell: string): string =>
  `CASE WHEN regexp_matches(${cell}, ${literal(FORMULA.source)}) THEN '''' || ${cell} ELSE ${cell} END`

export const csv = tableFormat({
  format: 'csv',
  mediatype: 'text/csv',
  description: "CSV of the record's tables, safe to open in a spreadsheet; lists as JSON",
  documented: 'https://www.rfc-editor.org/rfc/rfc4180',
  dialect: { delimiter: ',', header: true, quoteChar: '"' },
  copy: 'csv, HEADER',
  value(column, { guard = true }) {
    const cell = quoted(column.name)
    if (isNested(column)) return `to_json(${cell})::VARCHAR`
    if (column.type === 'TIMESTAMP') return instant(column)
    return column.type === 'VARCHAR' && guard ? guarded(cell) : cell
  },
  // DuckDB writes no byte order mark, but a name may begin with one.
  label: ({ name }, n, { bom }) => (bom && n === 0 ? `\ufeff${name}` : name),
})

export const ndjson = tableFormat({
  format: 'ndjson',
  mediatype: 'application/x-ndjson',
  description: "NDJSON of the record's tables: one row a line",
  documented: 'https://jsonlines.org/',
  copy: 'json',
  value: (column) => (column.type === 'TIMESTAMP' ? instant(column) : quoted(column.name)),
})

export const parquet = tableFormat({
  format: 'parquet',
  mediatype: 'application/vnd.apache.parquet',
  description: "Parquet of the record's tables, one file each whatever the number of segments",
  documented: 'https://parquet.apache.org/',
  // Snappy is larger than the record's zstd, but there is no reader that lacks it.
  copy: 'parquet, COMPRESSION snappy',
  value: ({ name }) => quoted(name),
})

/** @throws OnrecordError E_TABLE */
async function columnsOf(connection: DuckDBConnection, name: string): Promise<Column[]> {
  if (!described.some((it) => it.name === name)) {
    const known = described.map((it) => it.name).join(', ')
    throw new OnrecordError('E_TABLE', `There is no table ${name}. There are ${known}.`)
  }
  const found = await connection.runAndReadAll(`DESCRIBE ${quoted(name)}`)
  return found.getRowObjects().map((row) => ({ name: String(row.column_name), type: String(row.column_type) }))
}

const titleOf = (table: string): string => described.find(({ name }) => name === table)!.row

function fieldOf(table: string, column: Column): Field {
  const known = described.find(({ name }) => name === table)!.columns.find(({ name }) => name === column.name)
  const description = known?.meaning
  return { name: column.name, type: typeOf(column), ...(description && { description }) }
}

function typeOf(column: Column): Field['type'] {
  if (isNested(column)) return 'array'
  if (/INT/.test(column.type)) return 'integer'
  if (/DOUBLE|FLOAT|DECIMAL/.test(column.type)) return 'number'
  const others: Record<string, Field['type']> = {
    BOOLEAN: 'boolean',
    DATE: 'date',
    TIMESTAMP: 'datetime',
    VARCHAR: 'string',
  }
  return others[column.type] ?? 'any'
}
