/** What is to be forgotten, found in a record: documents by id or condition, and actors by id or name. */
import type { DuckDBConnection } from '@duckdb/node-api'
import { OnrecordError } from '../errors.ts'
import type { Actor } from '../reading.ts'
import { actorKey, forgottenKey } from './known.ts'
import { filesOf, type Segment, type Snapshot } from './manifest.ts'
import { openDuckDB } from './query.ts'
import { literal } from './values.ts'
import { withoutActor } from './without-actor.ts'
import type { Gone, Writer } from './writer.ts'

export interface ToForget {
  gone: Gone
  /** Ids of the actors. */
  actors: readonly string[]
  /** Documents that name them and stay. */
  naming: number
}

/**
 * Finds what some words and a condition name in a record.
 *
 * @param words ids of documents, else ids or names of actors
 * @param where an SQL condition on documents
 * @throws OnrecordError E_FORGET for words that name nothing, E_SQL for a bad condition
 */
export async function findToForget(record: Snapshot, words: readonly string[], where?: string): Promise<ToForget> {
  const connection = await openDuckDB(record)
  const valuesOf = async (sql: string): Promise<string[]> =>
    (await connection.runAndReadAll(sql)).getRows().map(([value]) => String(value))
  try {
    const documents = new Set<string>()
    const actors = new Set<string>()
    for (const word of words) {
      const id = literal(word)
      const found = await valuesOf(`SELECT id FROM documents WHERE id = ${id}`)
      for (const it of found) documents.add(it)
      if (found.length > 0) continue
      const named = await valuesOf(`SELECT DISTINCT id FROM actors WHERE id = ${id} OR lower(name) = lower(${id})`)
      if (named.length === 0) throw unknown(record, word)
      for (const it of named) actors.add(it)
    }
    if (where !== undefined) for (const id of await conditioned(connection, where)) documents.add(id)
    const list = listOf([...documents])
    const inputs = await valuesOf(
      `SELECT input FROM inputs WHERE document IN ${list} UNION SELECT input FROM errors WHERE document IN ${list}`,
    )
    const naming = `SELECT count(DISTINCT document) FROM actors WHERE id IN ${listOf([...actors])} AND (document IN ${list}) IS NOT TRUE`
    return {
      gone: { documents: [...documents], inputs },
      actors: [...actors],
      naming: Number((await valuesOf(naming))[0]),
    }
  } finally {
    connection.closeSync()
  }
}

/** Forgets it: no row, no name and no file with it is left when this returns. */
export async function forget(writer: Writer, { gone, actors }: ToForget): Promise<void> {
  const keys = [...gone.documents, ...gone.inputs].map(forgottenKey)
  if (gone.documents.length > 0) await writer.forget(gone, keys)
  if (actors.length === 0) return
  const isGone = ({ id }: Actor): boolean => actors.includes(id)
  const holding = await segmentsNaming(writer.record, actors)
  await writer.amend(holding, (reading) => withoutActor(reading, isGone), actors.map(actorKey))
}

const unknown = ({ folder }: Snapshot, word: string) =>
  new OnrecordError(
    'E_FORGET',
    `${folder} has no document and no actor "${word}". Look it up: onrecord sql "SELECT DISTINCT id, name FROM actors"`,
  )

const listOf = (values: readonly string[]): string => `(${['NULL', ...values.map(literal)].join(', ')})`

async function conditioned(connection: DuckDBConnection, where: string): Promise<string[]> {
  try {
    const found = await connection.runAndReadAll(`SELECT id FROM documents WHERE (\n${where}\n)`)
    return found.getRows().map(([id]) => String(id))
  } catch (error) {
    throw new OnrecordError('E_SQL', `--where: ${(error as Error).message}`)
  }
}

async function segmentsNaming(record: Snapshot, actors: readonly string[]): Promise<Segment[]> {
  const connection = await openDuckDB(record)
  try {
    const holding: Segment[] = []
    for (const segment of record.manifest.segments) {
      const one = { ...record, manifest: { ...record.manifest, segments: [segment] } }
      const files = filesOf(one, 'actors').map(literal)
      const sql = `SELECT 1 FROM read_parquet([${files}]) WHERE id IN ${listOf(actors)} LIMIT 1`
      if ((await connection.runAndReadAll(sql)).getRows().length > 0) holding.push(segment)
    }
    return holding
  } finally {
    connection.closeSync()
  }
}
