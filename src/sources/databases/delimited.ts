/** CSV, TSV and their like (RFC 4180 and what spreadsheets make of it), an article a row, as a stream; cells by csv-parse. */

import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { OnrecordError } from '../../errors.ts'
import type { Input } from '../input.ts'
import type { Bounded } from '../options.ts'
import { type Columns, columnsOf, inputOfRow, shown } from './columns.ts'
import { delimiterOf } from './heading.ts'
import { textPieces } from './text-lines.ts'

interface Row {
  record: string[]
  info: { lines: number }
}

/** The articles of a table; a row that cannot be read comes out as an error, its neighbours are read. */
export async function* delimitedInputs(
  stream: AsyncIterable<Buffer>,
  path: string,
  { maxBytes, map = {}, notice }: Bounded,
): AsyncGenerator<Input> {
  const pieces = textPieces(stream, maxBytes, path)
  const first = await pieces.next()
  const start = first.done ? '' : first.value.replace(/^\ufeff/, '')
  async function* all() {
    yield start
    yield* pieces
  }
  /** Rows that could not be read, with their lines: the parser runs ahead of who takes its rows. */
  const skipped: { line: number; input: Input }[] = []
  const before = (line: number) =>
    skipped.splice(0, skipped.filter((it) => it.line < line).length).map(({ input }) => input)
  const failed = (line: number, reason: string): Input => ({
    uri: `${path}:${line}`,
    format: 'csv',
    error: new OnrecordError('E_ROW', `${path}:${line} ${reason}. Mend the row.`),
  })
  const rows = Readable.from(all()).pipe(
    parse({
      delimiter: delimiterOf(start.split(/[\r\n]/, 1)[0]!) ?? ',',
      info: true,
      relax_quotes: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: maxBytes,
      on_skip: (error) => {
        const line = Number(error?.lines ?? 0)
        skipped.push({ line, input: failed(line, reasonOf(error?.code)) })
        return undefined
      },
    }),
  )
  let heading: string[] | undefined
  let columns: Columns | undefined
  for await (const { record, info } of rows as AsyncIterable<Row>) {
    yield* before(info.lines)
    if (!heading) {
      heading = record
      continue
    }
    if (!columns) {
      columns = columnsOf(heading, record, map, path)
      notice?.(shown(columns, heading, path))
    }
    const input = inputOfRow(record, columns, `${path}:${info.lines}`, 'csv')
    if (input) yield input
  }
  const none = !columns && skipped.length === 0
  yield* before(Number.POSITIVE_INFINITY)
  if (none) throw new OnrecordError('E_EMPTY', `${path} is a table without rows. Export it again.`)
}

const reasons: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'has a quotation mark that is never closed, which takes all that follows it into one cell',
  CSV_RECORD_INCONSISTENT_COLUMNS: 'has more cells than the heading',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'has more cells than the heading',
  CSV_MAX_RECORD_SIZE: 'is larger than an article may be (--max-bytes), or a quotation mark before it is not closed',
}

const reasonOf = (code: string | undefined): string => reasons[code ?? ''] ?? `cannot be read (${code})`
