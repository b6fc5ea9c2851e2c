/** The rows of a question as a file: JSON, NDJSON and CSV as they come, Parquet when it is whole. */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { type Cell, csv, json, ndjson } from '../exports/index.ts'
import { ask, askToParquet, type Limits, type Snapshot } from '../record/index.ts'

const texts = {
  json: { write: json, type: 'application/json; charset=utf-8' },
  ndjson: { write: ndjson, type: 'application/x-ndjson; charset=utf-8' },
  csv: { write: csv, type: 'text/csv; charset=utf-8; header=present' },
}
export const formats = ['json', 'csv', 'ndjson', 'parquet'] as const
export type FileFormat = (typeof formats)[number]

/** Answers with the rows of a question as a file of that name. */
export async function download(
  c: Context,
  record: Snapshot,
  sql: string,
  { name, format, limits }: { name: string; format: FileFormat; limits: Limits },
): Promise<Response> {
  if (format === 'parquet') return fileAt(c, name, (path) => askToParquet(record, sql, path, limits))
  const answer = await ask(record, sql, limits)
  return sendRows(c, name, format, answer.columns, answer.rows, answer.close)
}

/** Sends rows as they come; `close` is called when they are sent or the asker is gone. */
export function sendRows(
  c: Context,
  name: string,
  format: keyof typeof texts,
  columns: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  close: () => void,
): Response {
  const { write, type } = texts[format]
  c.header('content-disposition', `attachment; filename="${name}.${format}"`)
  c.header('content-type', type)
  return stream(c, async (out) => {
    try {
      for await (const piece of gathered(write(columns, rows))) {
        if (out.aborted) return
        await out.write(piece)
      }
    } finally {
      close()
    }
  })
}

/** Sends a Parquet file that is written for this answer alone. */
export async function fileAt(c: Context, name: string, write: (path: string) => Promise<unknown>): Promise<Response> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-'))
  const gone = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'rows.parquet')
    await write(path)
    c.header('content-disposition', `attachment; filename="${name}.parquet"`)
    c.header('content-type', 'application/vnd.apache.parquet')
    const file = createReadStream(path).on('close', gone)
    return c.body(Readable.toWeb(file) as ReadableStream)
  } catch (error) {
    await gone()
    throw error
  }
}

/** Characters handed on at once: rows one by one would each be a packet. */
const PIECE = 1 << 16

async function* gathered(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const piece of pieces) {
    held += piece
    if (held.length < PIECE) continue
    yield held
    held = ''
  }
  if (held) yield held
}
