/**
 * Segments at hand: their tables in memory, for a server that is asked for one article after the other. Taking one article from
 * the files means unpacking a good part of its segment; from memory it takes a fifth of that.
 */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Reading } from '../reading.ts'
import { filesOf, type Snapshot } from './manifest.ts'
import { damage, readingsAt, readingTables, segmentOf } from './query.ts'
import { tables as recordTables } from './tables.ts'
import { literal } from './values.ts'

/** Documents of the segments at hand, at most: about 40 kB each. */
const ROOM = 16_000
/** Takes from its files after which a segment is taken to hand: together they take as long as that does. */
const PATIENCE = 3

export interface AtHand {
  /** The reading of one document; undefined when it is not on record. `connection`: to the record. */
  reading(connection: DuckDBConnection, record: Snapshot, id: string): Promise<Reading | undefined>
  /** Segments at hand now, that used last at the end. */
  segments(): string[]
  close(): void
}

interface Kept {
  readonly documents: number
  readonly ready: Promise<unknown>
  isReady: boolean
  readers: number
}

export function keepAtHand({ room = ROOM, patience = PATIENCE } = {}): AtHand {
  // One thread a question: to share so little work costs more than it saves.
  const database = DuckDBInstance.create(':memory:', { threads: '1' })
  const idle: DuckDBConnection[] = []
  /** By segment, those used last at the end. */
  const kept = new Map<string, Kept>()
  const asked = new Map<string, number>()

  async function connected<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = idle.pop() ?? (await (await database).connect())
    try {
      return await work(connection)
    } finally {
      idle.push(connection)
    }
  }

  /** Makes room and takes a segment to hand, if that is worth it. */
  function consider(segment: Snapshot): void {
    const [{ id, tables }] = segment.manifest.segments as [Snapshot['manifest']['segments'][number]]
    const times = (asked.get(id) ?? 0) + 1
    asked.set(id, times)
    const documents = tables.documents!.rows
    if (times < patience || kept.has(id) || documents > room) return
    asked.delete(id)
    for (const [other, it] of kept) {
      if (documents + sum() <= room) break
      if (it.readers === 0 && it.isReady) letGo(other)
    }
    if (documents + sum() > room) return
    const statements = readingTables.map((name) => {
      const table = tableOf(id, name)
      return `CREATE TABLE ${table} AS FROM ${literal(filesOf(segment, name)[0]!)};
CREATE INDEX ${tableOf(id, `of ${name}`)} ON ${table} (${recordTables[name].document});`
    })
    const it: Kept = {
      documents,
      ready: connected((connection) => connection.run(statements.join('\n'))),
      isReady: false,
      readers: 0,
    }
    kept.set(id, it)
    it.ready.then(
      () => {
        it.isReady = true
      },
      // What is wrong with the files is told by who reads them.
      () => kept.delete(id),
    )
  }

  const sum = () => [...kept.values()].reduce((total, it) => total + it.documents, 0)

  function letGo(id: string): void {
    kept.delete(id)
    const statements = readingTables.map((name) => `DROP TABLE ${tableOf(id, name)};`)
    connected((connection) => connection.run(statements.join('\n'))).catch(() => {})
  }

  let version = -1
  /** What the record no longer has, such as a document that was forgotten, is not kept either. */
  function follow({ manifest }: Snapshot): void {
    if (manifest.version <= version) return
    version = manifest.version
    const there = new Set(manifest.segments.map(({ id }) => id))
    for (const [id, it] of kept) if (!there.has(id) && it.readers === 0 && it.isReady) letGo(id)
    for (const id of asked.keys()) if (!there.has(id)) asked.delete(id)
  }

  return {
    async reading(connection, record, id) {
      follow(record)
      const segment = await segmentOf(connection, record, id)
      if (!segment) return undefined
      const own = segment.manifest.segments[0]!.id
      const it = kept.get(own)
      if (!it?.isReady) {
        consider(segment)
        return (await readingsAt(connection, segment, [id]))[0]
      }
      kept.delete(own)
      kept.set(own, it)
      it.readers++
      try {
        // One document: its rows come as they stand in the table.
        const from = (name: string) => tableOf(own, name)
        return (await connected((own) => readingsAt(own, segment, [id], { from, order: '' })))[0]
      } catch (error) {
        throw damage(record, error)
      } finally {
        it.readers--
      }
    },
    segments: () => [...kept].filter(([, it]) => it.isReady).map(([id]) => id),
    close() {
      database.then((it) => it.closeSync())
    },
  }
}

const tableOf = (segment: string, name: string): string => `"${segment} ${name}"`
