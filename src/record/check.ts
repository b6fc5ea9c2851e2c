/** Whether a record is what its manifest says, and its rows what their documents say. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'
import type { MentionCell, Row, SpanCell, Table } from './column.ts'
import { sumOf } from './disk.ts'
import { filesOf, type Segment, type SegmentFile, type Snapshot } from './manifest.ts'
import { currentSchema, everyTable } from './query.ts'
import { tables } from './tables.ts'
import { duckType, literal, rowFrom } from './values.ts'

export interface Finding {
  /** The file, as a path; of the whole record, its folder. */
  file: string
  /** Id of the segment, where it is in one. */
  segment?: string
  problem: string
}

/**
 * What is wrong with a record, segment by segment; nothing where all is well. Files: there, of the size and sha-256 that the
 * manifest says, with the columns of the data dictionary. Rows: of a document of the segment, each place holding its words.
 * Documents and inputs: there once.
 */
export async function* checkRecord(record: Snapshot, progress: () => void = () => {}): AsyncGenerator<Finding> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  let broken = false
  try {
    for (const segment of record.manifest.segments) {
      for await (const finding of checkSegment(connection, record.folder, segment)) {
        broken = true
        yield finding
      }
      progress()
    }
    // What cannot be opened cannot be counted either.
    if (!broken) yield* twice(connection, record)
  } finally {
    connection.closeSync()
  }
}

async function* checkSegment(connection: DuckDBConnection, folder: string, segment: Segment): AsyncGenerator<Finding> {
  const found: Finding[] = []
  for (const table of everyTable()) {
    const listed = segment.tables[table.name]
    const file = join(folder, listed?.file ?? `segments/${segment.id}/${table.name}.parquet`)
    const current = segment.schema === currentSchema()
    if (!listed && !current) continue
    const problem = listed
      ? await fileProblem(connection, file, listed, current ? table : undefined)
      : 'The manifest does not list it.'
    if (problem) found.push({ file, segment: segment.id, problem })
  }
  yield* found
  if (found.length > 0) return
  const pathOf = ({ name }: Table) => join(folder, segment.tables[name]!.file)
  const texts = new Map<string, string>()
  for await (const row of rowsOf(connection, tables.documents, pathOf(tables.documents))) {
    texts.set(String(row.id), String(row.text))
  }
  for (const table of Object.values<Table>(tables)) {
    if (table.document !== 'document' || table.name === 'inputs' || table.name === 'errors') continue
    let [orphans, misplaced] = [0, 0]
    if (!segment.tables[table.name]) continue
    for await (const row of rowsOf(connection, table, pathOf(table))) {
      const text = texts.get(String(row.document))
      if (text === undefined) orphans += 1
      else if (!inPlace(table, row, text)) misplaced += 1
    }
    const [file, id] = [pathOf(table), segment.id]
    if (orphans > 0) yield { file, segment: id, problem: `${orphans} rows are of no document of the segment.` }
    if (misplaced > 0) yield { file, segment: id, problem: `${misplaced} rows do not hold the words of their place.` }
  }
}

/** What is wrong with a file, or undefined; its columns are those of `table`, where it is given. */
async function fileProblem(connection: DuckDBConnection, file: string, listed: SegmentFile, table?: Table) {
  const there = await stat(file).catch(() => undefined)
  if (!there) return 'It is not there.'
  if (there.size !== listed.bytes) return `It has ${there.size} bytes, not ${listed.bytes} as the manifest says.`
  const sum = await sumOf(file).catch(() => undefined)
  if (!sum) return 'It cannot be read.'
  if (sum.sha256 !== listed.sha256) return 'Its content is not what was written: the sha-256 is another.'
  const result = await connection.run(`SELECT * FROM ${literal(file)} LIMIT 0`).catch(() => undefined)
  if (!result) return 'It is no Parquet file.'
  const have = result.columnNames().map((name, n) => `${name} ${result.columnType(n)}`)
  const want = table?.columns.map((column) => `${column.name} ${duckType(column)}`)
  if (want && have.join() !== want.join()) return 'Its columns are not those of this version of onrecord.'
  const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${literal(file)}`)
  const rows = Number(counted.getRows()[0]![0])
  return rows === listed.rows ? undefined : `It has ${rows} rows, not ${listed.rows} as the manifest says.`
}

async function* rowsOf(connection: DuckDBConnection, { columns }: Table, file: string): AsyncGenerator<Row> {
  const result = await connection.stream(`SELECT * FROM ${literal(file)}`)
  for await (const rows of result.yieldRowObjects()) {
    for (const values of rows as Record<string, DuckDBValue>[]) yield rowFrom(columns, values)
  }
}

/** A text as UTF-8 keeps it: half of a surrogate pair is no character. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

/** Whether every place of a row holds the words beside it. */
function inPlace({ columns }: Table, row: Row, text: string): boolean {
  const holds = (start: unknown, end: unknown, words: unknown) =>
    start == null ? words == null : wellFormed(text.slice(Number(start), Number(end))) === words
  return columns.every(({ name, type }) => {
    if (name === 'start_char') return holds(row.start_char, row.end_char, row.text)
    if (type === 'int' && name.endsWith('_start')) {
      const place = name.slice(0, -'_start'.length)
      return holds(row[name], row[`${place}_end`], row[`${place}_text`])
    }
    if (type === 'mentions') {
      return ((row[name] ?? []) as MentionCell[]).every((it) => holds(it.start_char, it.end_char, it.text))
    }
    if (type === 'spans') {
      const words = ((row[name] ?? []) as SpanCell[]).map((it) => text.slice(it.start_char, it.end_char))
      return wellFormed(words.join(' … ')) === row[`${name}_text`]
    }
    return true
  })
}

/** Documents and inputs that are there more than once. */
async function* twice(connection: DuckDBConnection, record: Snapshot): AsyncGenerator<Finding> {
  for (const [table, key] of [
    [tables.documents, 'id'],
    [tables.inputs, 'input'],
  ] as const) {
    const files = filesOf(record, table.name).map(literal)
    if (files.length === 0) continue
    const sql = `SELECT count(*) FROM (SELECT ${key} FROM read_parquet([${files.join(', ')}]) GROUP BY 1 HAVING count(*) > 1)`
    const found = Number((await connection.runAndReadAll(sql)).getRows()[0]![0])
    if (found > 0) yield { file: record.folder, problem: `${found} ${table.name} are there more than once.` }
  }
}
