/** Rows of an answer in the formats people take them in: each a head, a row at a time, and an end. */
import { type Cell, csv, json, ndjson, textOf } from '../exports/index.ts'
import { clip } from './layout.ts'

export const answerFormats = ['table', 'csv', 'json', 'ndjson', 'md'] as const
export type AnswerFormat = (typeof answerFormats)[number]

/** Rows as text, in pieces. */
export function written(
  format: AnswerFormat,
  columns: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  width: number,
): AsyncIterable<string> {
  const formats = { table, csv, json, ndjson, md }
  return formats[format](columns, rows, width)
}

const oneLine = (cell: Cell): string => textOf(cell).replace(/\s+/g, ' ')

async function* md(columns: readonly string[], rows: AsyncIterable<readonly Cell[]>) {
  const line = (cells: readonly Cell[]) =>
    `| ${cells.map((it) => oneLine(it).replace(/[|\\]/g, '\\$&')).join(' | ')} |\n`
  yield line(columns) + line(columns.map(() => '---'))
  for await (const row of rows) yield line(row)
}

/** Rows that the widths of columns are taken from; later ones are clipped to them. */
const SAMPLE = 1000
const GAP = '  '
/** No column is made narrower than this. */
const NARROW = 8

async function* table(columns: readonly string[], rows: AsyncIterable<readonly Cell[]>, width: number) {
  const held: (readonly Cell[])[] = []
  let widths: number[] | undefined
  const line = (cells: readonly string[], numbers: readonly boolean[]) =>
    `${cells
      .map((text, n) => {
        const shown = clip(text, widths![n]!)
        const space = ' '.repeat(widths![n]! - [...shown].length)
        return numbers[n] ? space + shown : shown + space
      })
      .join(GAP)
      .trimEnd()}\n`
  const shown = (row: readonly Cell[]) =>
    line(
      row.map(oneLine),
      row.map((cell) => typeof cell === 'number'),
    )
  const start = function* () {
    const numbers = columns.map((_, n) => held.some((row) => typeof row[n] === 'number'))
    widths = widthsOf([columns, ...held.map((row) => row.map(oneLine))], columns.length, width)
    yield line(columns, numbers)
    yield `${widths.map((n) => '─'.repeat(n)).join(GAP)}\n`
    for (const row of held) yield shown(row)
  }
  for await (const row of rows) {
    if (widths) yield shown(row)
    else if (held.push(row) === SAMPLE) yield* start()
  }
  if (!widths) yield* start()
}

/** Widths that fit: as wide as needed, and where that is too much, the widest are made narrower first. */
function widthsOf(lines: readonly (readonly string[])[], count: number, width: number): number[] {
  const widths = Array.from({ length: count }, (_, n) => Math.max(1, ...lines.map((cells) => [...cells[n]!].length)))
  const room = width - GAP.length * (count - 1)
  let over = widths.reduce((sum, n) => sum + n, 0) - room
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= NARROW) break
    widths[widest]! -= 1
    over -= 1
  }
  return widths
}
