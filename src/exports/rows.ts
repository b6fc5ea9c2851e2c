/** Rows of any question as CSV, NDJSON and JSON, in pieces: what `onrecord sql` prints and the workbench hands out. */

export type Cell = unknown

export const textOf = (cell: Cell): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell)

/** A cell that a spreadsheet might take for a formula, or that begins with the apostrophe that says it is none. */
export const FORMULA = /^['=+\-@\t\r\n＝＋－＠]/

/** A cell of CSV (RFC 4180); a text that would run as a formula gets an apostrophe before it. */
export function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : textOf(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export async function* csv(columns: readonly string[], rows: AsyncIterable<readonly Cell[]>) {
  yield `${columns.map(csvCell).join(',')}\r\n`
  for await (const row of rows) yield `${row.map(csvCell).join(',')}\r\n`
}

const objectOf = (columns: readonly string[], row: readonly Cell[]) =>
  JSON.stringify(Object.fromEntries(columns.map((name, n) => [name, row[n]])))

export async function* ndjson(columns: readonly string[], rows: AsyncIterable<readonly Cell[]>) {
  for await (const row of rows) yield `${objectOf(columns, row)}\n`
}

export async function* json(columns: readonly string[], rows: AsyncIterable<readonly Cell[]>) {
  let before = '[\n'
  for await (const row of rows) {
    yield `${before}${objectOf(columns, row)}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
