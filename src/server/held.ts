/** The record that is served: always as its manifest says now, and steady for as long as a request takes. */
import { stat } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Reading } from '../reading.ts'
import {
  correctionsPath,
  keepAtHand,
  manifestPath,
  openDatabase,
  openRecord,
  type Snapshot,
  withCorrections,
} from '../record/index.ts'
import { gate } from './gate.ts'
import { keepLedgers } from './ledger.ts'

/** Questions over the whole record that are answered at once; more wait. Each may use all cores. */
const WHOLE_AT_ONCE = 2
/** Pieces of work on single documents at once: they do not wait for the others. */
const SINGLE_AT_ONCE = 4

export type Cells = Record<string, unknown>

/** A record as a request sees it, from its beginning to its end. */
export interface Held {
  readonly snapshot: Snapshot
  /** Changes whenever what is on record does: the heart of every ETag. */
  readonly revision: string
  /** Rows of a question of ours over the whole record; cells are JSON. */
  rows(sql: string): Promise<Cells[]>
  /** The same of a question about a single document. */
  rowsOfOne(sql: string): Promise<Cells[]>
  /** The reading of a document; undefined when it is not on record. */
  reading(id: string): Promise<Reading | undefined>
  /** Work on a connection of its own. */
  connected<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>
}

export interface HeldRecord {
  use<T>(work: (held: Held) => Promise<T>): Promise<T>
  /** With the views of the ledger; the record may be as it was before its last change (`behind`) while its ledger is made. */
  useLedger<T>(work: (held: Held, behind: boolean) => Promise<T>): Promise<T>
  close(): void
}

/** A record that is open: it is closed when nobody uses it and a later one has taken its place. */
export interface Open extends Held {
  take(): void
  release(): void
}

/** Holds a record open; what others add to it is seen by the next request. */
export function holdRecord(folder: string): HeldRecord {
  let present: Promise<Open> | undefined
  let stamp = ''
  const [whole, single] = [gate(WHOLE_AT_ONCE), gate(SINGLE_AT_ONCE)]
  const ledgers = keepLedgers()
  const atHand = keepAtHand()

  async function open(revision: string): Promise<Open> {
    const snapshot = await withCorrections(await openRecord(folder))
    const database = await openDatabase(snapshot)
    const connectedBy =
      (enter: ReturnType<typeof gate>): Held['connected'] =>
      (work) =>
        enter(async () => {
          const connection = await database.connect()
          try {
            return await work(connection)
          } finally {
            connection.closeSync()
          }
        })
    const connected = connectedBy(single)
    // Segments never change: what their files say of themselves is read once.
    await connected((connection) => connection.run('SET GLOBAL parquet_metadata_cache = true'))
    const rowsBy =
      (connected: Held['connected']): Held['rows'] =>
      (sql) =>
        connected(async (connection) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Cells[])
    // One use is that of being the present one.
    let uses = 1
    return {
      snapshot,
      revision,
      connected,
      rows: rowsBy(connectedBy(whole)),
      rowsOfOne: rowsBy(connected),
      reading: (id) => connected((connection) => atHand.reading(connection, snapshot, id)),
      take: () => void uses++,
      release() {
        uses--
        if (uses === 0) database.closeSync()
      },
    }
  }

  /** The record as it is now, taken for the caller. */
  async function taken(): Promise<Open> {
    const now = await stampOf(folder)
    if (!present || now !== stamp) {
      const last = present
      stamp = now
      const next = open(now)
      present = next
      // Who asks after a fault asks anew.
      next.catch(() => {
        if (present === next) present = undefined
      })
      last?.then(
        (it) => it.release(),
        () => {},
      )
    }
    const held = await present
    held.take()
    return held
  }

  async function use<T>(work: (held: Open) => Promise<T>): Promise<T> {
    const held = await taken()
    try {
      return await work(held)
    } finally {
      held.release()
    }
  }

  return {
    use,
    useLedger: (work) =>
      use(async (held) => {
        const ready = await ledgers.of(held)
        ready.take()
        try {
          return await work(ready, ready !== held)
        } finally {
          ready.release()
        }
      }),
    close() {
      ledgers.close()
      atHand.close()
      present?.then(
        (it) => it.release(),
        () => {},
      )
      present = undefined
    },
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
