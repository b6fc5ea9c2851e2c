/** Which column of a table of articles holds what: guessed by name, or said with `--map text=body,published=date`. */
import { OnrecordError } from '../../errors.ts'
import { readTable } from '../../lexicon.ts'
import type { Input, InputFormat } from '../input.ts'
import type { Notice } from '../options.ts'

export const fields = ['text', 'html', 'title', 'published', 'outlet', 'byline', 'url', 'id'] as const
export type Field = (typeof fields)[number]
/** Column by field. */
export type ColumnMap = Partial<Record<Field, string>>

/** Where each field stands in a row. */
export type Columns = Partial<Record<Field, number>>

/** A column whose cells are this long is a text, whatever it is called; in UTF-16 code units. */
const LONG = 400

let known: Map<string, string[]> | undefined

/** The names of lexicon/sources/columns.tsv by field, the likeliest first. */
function namesOf(field: Field): string[] {
  known ??= new Map(
    readTable('sources/columns.tsv', ['id', 'field', 'names']).map((row) => [row.field, row.names.split('|')]),
  )
  return known.get(field) ?? []
}

const plain = (name: string): string =>
  name
    .replace(/[\s_.-]+/g, ' ')
    .trim()
    .toLowerCase()

/** How many of some cells are names of columns. */
export const knownNames = (cells: readonly string[]): number =>
  fields.filter((field) => cells.some((cell) => namesOf(field).includes(plain(cell)))).length

/** The map in `text=body,published=date`; undefined where it is none. */
export function columnMap(text: string): ColumnMap | undefined {
  const pairs = text.split(',').map((pair) => pair.split('='))
  const isMap = pairs.every(([field, column]) => fields.includes(field?.trim() as Field) && column?.trim())
  return isMap ? Object.fromEntries(pairs.map(([field, column]) => [field!.trim(), column!.trim()])) : undefined
}

/**
 * The columns of a table with this heading. Where none is called like a text, the one with the longest cell of `example` is taken, if it
 * is long.
 *
 * @throws OnrecordError E_COLUMNS where a column that was named does not exist, or nothing can be the text
 */
export function columnsOf(
  heading: readonly string[],
  example: readonly string[],
  map: ColumnMap,
  path: string,
): Columns {
  const names = heading.map(plain)
  const list = heading.filter(Boolean).join(', ')
  const columns: Columns = {}
  for (const field of fields) {
    const wanted = map[field]
    const at = wanted === undefined ? guess(field, names) : names.indexOf(plain(wanted))
    if (at >= 0) columns[field] = at
    else if (wanted !== undefined)
      throw new OnrecordError('E_COLUMNS', `${path} has no column "${wanted}". It has: ${list}.`)
  }
  if (columns.text === undefined && columns.html === undefined) {
    const lengths = heading.map((_, i) => (Object.values(columns).includes(i) ? 0 : (example[i]?.length ?? 0)))
    const longest = lengths.indexOf(Math.max(...lengths))
    if ((lengths[longest] ?? 0) < LONG) {
      const pages =
        columns.url === undefined ? '' : ' It lists addresses: give these to onrecord add to have the pages fetched.'
      throw new OnrecordError(
        'E_COLUMNS',
        `${path} has no column that is the text of articles. It has: ${list}. Name one with --map text=COLUMN.${pages}`,
      )
    }
    columns.text = longest
  }
  return columns
}

const guess = (field: Field, names: readonly string[]): number =>
  names.indexOf(namesOf(field).find((name) => names.includes(name)) ?? '\0')

/** What was taken for what, for people to see. */
export function shown(columns: Columns, heading: readonly string[], path: string): Notice {
  const taken = fields.flatMap((field) =>
    columns[field] === undefined ? [] : [`${field}=${heading[columns[field]!]}`],
  )
  const rest = heading.filter((name, i) => name && !Object.values(columns).includes(i))
  const others = rest.length > 0 ? `; not read: ${rest.join(', ')}` : ''
  return { message: `${path}: columns ${taken.join(',')}${others} (--map FIELD=COLUMN,… changes it)` }
}

/** The article in a row; undefined for a row without any cell. */
export function inputOfRow(
  cells: readonly string[],
  columns: Columns,
  place: string,
  format: InputFormat,
): Input | undefined {
  if (cells.every((cell) => cell.trim() === '')) return undefined
  const { text, html, ...known } = Object.fromEntries(
    fields.flatMap((field) => {
      const cell = columns[field] === undefined ? '' : (cells[columns[field]!] ?? '').trim()
      return cell === '' ? [] : [[field, cell]]
    }),
  ) as Partial<Record<Field, string>>
  if (!html && !text) {
    const error = new OnrecordError('E_ROW', `${place} has no text: its cell is empty. Fill it or leave the row out.`)
    return { uri: place, format, ...known, error }
  }
  return { uri: place, format, ...known, body: html ? { kind: 'html', data: html } : { kind: 'text', data: text! } }
}
