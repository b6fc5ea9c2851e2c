/** The record that is served: always as its manifest says now, and steady for as long as a request takes. */
import { stat } from 'node:fs/promises'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import {
  correctionsPath,
  manifestPath,
  openDatabase,
  openRecord,
  type Snapshot,
  withCorrections,
} from '../record/index.ts'

/** Questions that DuckDB answers at once; more wait. Each may use all cores. */
const AT_ONCE = 8

export type Cells = Record<string, unknown>

/** A record as a request sees it, from its beginning to its end. */
export interface Held {
  readonly snapshot: Snapshot
  /** Changes whenever what is on record does: the heart of every ETag. */
  readonly revision: string
  /** Rows of a question of ours; cells are JSON. */
  rows(sql: string): Promise<Cells[]>
  /** Work on a connection of its own. */
  connected<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>
}

export interface HeldRecord {
  use<T>(work: (held: Held) => Promise<T>): Promise<T>
  close(): void
}

interface Open extends Held {
  readonly database: DuckDBInstance
  users: number
  retired: boolean
}

/** Holds a record open; what others add to it is seen by the next request. */
export function holdRecord(folder: string): HeldRecord {
  let present: Promise<Open> | undefined
  let stamp = ''
  const enter = gate(AT_ONCE)

  async function open(revision: string): Promise<Open> {
    const snapshot = await withCorrections(await openRecord(folder))
    const database = await openDatabase(snapshot)
    const connected: Held['connected'] = (work) =>
      enter(async () => {
        const connection = await database.connect()
        try {
          return await work(connection)
        } finally {
          connection.closeSync()
        }
      })
    const rows: Held['rows'] = (sql) =>
      connected(async (connection) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Cells[])
    return { snapshot, database, revision, connected, rows, users: 0, retired: false }
  }

  async function current(): Promise<Open> {
    const now = await stampOf(folder)
    if (present && now === stamp) return present
    const last = present
    stamp = now
    const next = open(now)
    present = next
    // Who asks after a fault asks anew.
    next.catch(() => {
      if (present === next) present = undefined
    })
    last?.then(retire, () => {})
    return next
  }

  const retire = (it: Open) => {
    it.retired = true
    if (it.users === 0) it.database.closeSync()
  }

  return {
    async use(work) {
      let held = await current()
      // It may have been closed while this request waited for it.
      while (held.retired && held.users === 0) held = await current()
      held.users++
      try {
        return await work(held)
      } finally {
        held.users--
        if (held.retired && held.users === 0) held.database.closeSync()
      }
    },
    close: () => present?.then(retire, () => {}),
  }
}

/** When what a record consists of was last replaced. */
async function stampOf(folder: string): Promise<string> {
  const stamps = [manifestPath(folder), correctionsPath(folder)].map(async (path) => {
    const file = await stat(path, { bigint: true }).catch(() => undefined)
    return file ? `${file.mtimeNs.toString(36)}-${file.size.toString(36)}-${file.ino.toString(36)}` : ''
  })
  return (await Promise.all(stamps)).join('.')
}

/** Lets so many pieces of work run at once, the others in the order in which they came. */
export function gate(places: number) {
  let free = places
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
