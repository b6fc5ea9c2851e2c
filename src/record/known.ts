/** What a record has already: which inputs were given, which documents are there, and by which reader. */
import { createHash } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type KeySet, keySet } from './key-set.ts'
import type { Snapshot } from './manifest.ts'
import { damage, openDuckDB } from './query.ts'

/** known: from before, by this reader; older: by another version of it; fresh: noted in this run. */
export type Acquaintance = 'new' | 'known' | 'older' | 'fresh'

export interface Known {
  input(key: string): Acquaintance
  document(id: string): Acquaintance
  /** Whether an input or a document was forgotten. */
  forgotten(keyOrId: string): boolean
  /** Whether an actor was forgotten. */
  forgottenActor(id: string): boolean
  /** Notes what this reader has read now. */
  addInput(key: string): void
  addDocument(id: string): void
}

/** What the manifest keeps of a document that was forgotten: a digest, from which nobody gets back its id or its text. */
export const forgottenKey = (keyOrId: string): string => createHash('sha256').update(keyOrId).digest('hex').slice(0, 32)

/** What it keeps of an actor that was forgotten. */
export const actorKey = (id: string): string => forgottenKey(`actor ${id}`)

/**
 * What `reader` knows of the record. Takes some 20 bytes of memory an input and a document.
 *
 * @throws OnrecordError E_SEGMENT
 */
export async function knownIn(record: Snapshot, reader: string): Promise<Known> {
  const connection = await openDuckDB(record)
  try {
    const inputs = await acquaintances(
      connection,
      'SELECT input, reader FROM inputs UNION ALL SELECT input, reader FROM errors',
      reader,
    )
    const documents = await acquaintances(connection, 'SELECT id, reader FROM documents', reader)
    const forgotten = new Set(record.manifest.forgotten)
    const has = (key: string): boolean => forgotten.size > 0 && forgotten.has(key)
    return {
      input: inputs.of,
      document: documents.of,
      forgotten: (keyOrId) => has(forgottenKey(keyOrId)),
      forgottenActor: (id) => has(actorKey(id)),
      addInput: inputs.add,
      addDocument: documents.add,
    }
  } catch (error) {
    throw damage(record, error)
  } finally {
    connection.closeSync()
  }
}

/** Keys with their reader, as a query gives them. */
async function acquaintances(connection: DuckDBConnection, sql: string, reader: string) {
  const [known, older, fresh] = [keySet(), keySet(), keySet()]
  const result = await connection.stream(sql)
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const [keys, readers] = chunk.getColumns()
    keys!.forEach((key, i) => {
      const set: KeySet = readers![i] === reader ? known : older
      set.add(String(key))
    })
  }
  const of = (key: string): Acquaintance => {
    if (fresh.has(key)) return 'fresh'
    if (known.has(key)) return 'known'
    return older.has(key) ? 'older' : 'new'
  }
  return { of, add: fresh.add }
}
