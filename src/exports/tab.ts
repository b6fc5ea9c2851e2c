/** Tab-separated tables as event data sets are published: no quoting, so a cell holds neither tabs nor line breaks. */

import type { Reading } from '../reading.ts'
import { type ExportOptions, type Field, type Format, formatOf } from './format.ts'

export type Cell = string | number | undefined

/** A cell with white space of every kind folded: the words stay, the layout goes. */
const cellOf = (value: Cell): string => (value === undefined ? '' : String(value).replace(/\s+/g, ' ').trim())

export const rowOf = (cells: readonly Cell[]): string => `${cells.map(cellOf).join('\t')}\n`

interface TabFormat {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly documented: string
  readonly file: string
  /** Column and type, as `name:type`; text when no type is given. */
  readonly columns: readonly string[]
  /** Whether the file begins with the names of its columns. */
  readonly header: boolean
  /** As in {@link About}. */
  readonly missingValues?: readonly string[]
  rows(reading: Reading, options: ExportOptions): readonly (readonly Cell[])[]
}

/** A format of one tab-separated table of events. */
export function tabFormat({ title, columns, header, missingValues, rows, ...format }: TabFormat): Format {
  const fields = columns.map((column): Field => {
    const [name = '', type = 'string'] = column.split(':')
    return { name, type: type as Field['type'] }
  })
  return formatOf({
    ...format,
    factsOnly: true,
    about: {
      title,
      format: 'tsv',
      mediatype: 'text/tab-separated-values',
      fields,
      missingValues,
      dialect: { delimiter: '\t', header },
    },
    head: header ? rowOf(fields.map(({ name }) => name)) : '',
    start: (options) => (reading) => rows(reading, options).map(rowOf),
  })
}
