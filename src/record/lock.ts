/**
 * One writer at a time. The lock is the one that DuckDB takes on a database file: the system gives it back when the process
 * ends, however it ends, so that no stale lock ever needs to be told from a live one.
 */
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { OnrecordError } from '../errors.ts'
import { storageError } from './disk.ts'

const NAME = 'lock.duckdb'
const RETRY_MS = 250

/** How DuckDB says that another process has the file, on Unix and on Windows. */
const TAKEN = /Could not set lock on file|used by another process/

/** The system's locks hold between processes; this one within ours. */
const held = new Set<string>()

/**
 * Takes the writer's lock of a record and gives back what releases it.
 *
 * @param wait seconds to wait for another writer
 * @param name of the lock's file: other work than writing has a lock of its own
 * @throws OnrecordError E_LOCKED, E_WRITE
 */
export async function lockRecord(folder: string, wait = 0, name = NAME): Promise<() => void> {
  const path = resolve(join(folder, name))
  const until = performance.now() + wait * 1000
  for (;;) {
    const holder = await take(path)
    if (typeof holder === 'function') return holder
    if (performance.now() >= until) {
      throw new OnrecordError(
        'E_LOCKED',
        `${folder} is being written by ${holder}. Wait until it is done, or give --wait SECONDS.`,
      )
    }
    await sleep(RETRY_MS)
  }
}

/** What releases the lock, or who holds it. */
async function take(path: string): Promise<(() => void) | string> {
  if (held.has(path)) return 'this process'
  held.add(path)
  try {
    const instance = await DuckDBInstance.create(path)
    return () => {
      held.delete(path)
      instance.closeSync()
    }
  } catch (error) {
    held.delete(path)
    const message = String(error)
    if (!TAKEN.test(message)) throw storageError(path, error)
    return /PID \d+/.exec(message)?.[0].replace('PID', 'process') ?? 'another process'
  }
}
