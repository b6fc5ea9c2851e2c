/**
 * The ledger of a record, kept beside it: `ledger/<key>/` with a Parquet file for each of its tables, whose key is the sha-256 of the
 * segments, and of the corrections, that it was made from. It is made when it is first asked for after the record has changed, is never changed, and can
 * be thrown away: everything in it follows from the segments.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Row, Table } from '../column.ts'
import type { Snapshot } from '../manifest.ts'
import { writeRows } from '../parquet.ts'
import { openDuckDB } from '../query.ts'
import { literal } from '../values.ts'
import { ledgerOf } from './build.ts'
import { reportsIn } from './load.ts'
import { ledgerRow, reportRows, stepRows } from './rows.ts'
import { ledgerTable, reportsTable, stepsTable } from './tables.ts'
import { ledgerViews } from './views.ts'

/** Goes up when the ledger is made by other rules, so that no old one is taken for it. */
const RULES = 2

/** A connection to the record with the ledger's views, and the folder that they read. Close it with `closeSync()`. */
export async function openLedger(record: Snapshot): Promise<{ connection: DuckDBConnection; folder: string }> {
  const connection = await openDuckDB(record)
  try {
    return { connection, folder: await addLedger(record, connection) }
  } catch (error) {
    connection.closeSync()
    throw error
  }
}

/** Adds the ledger's views to a database that was opened over the record, and gives the folder that they read. */
export async function addLedger(record: Snapshot, connection: DuckDBConnection): Promise<string> {
  const folder = await ledgerFolder(record, connection)
  const tables = [ledgerTable, reportsTable, stepsTable].map(
    ({ name }) => `CREATE VIEW ${name} AS FROM read_parquet(${literal(join(folder, `${name}.parquet`))})`,
  )
  await connection.run([...tables, ...ledgerViews.map(({ name, sql }) => `CREATE VIEW ${name} AS ${sql}`)].join(';\n'))
  return folder
}

/** Takes every kept ledger off the disk, for when something in the record is to be forgotten. */
export const dropLedgers = (folder: string): Promise<void> =>
  rm(join(folder, 'ledger'), { recursive: true, force: true })

async function ledgerFolder(record: Snapshot, connection: DuckDBConnection): Promise<string> {
  const segments = record.manifest.segments.map(({ id }) => id).sort()
  const key = createHash('sha256')
    .update(`${RULES} ${segments.join(' ')}${record.corrections?.length ? JSON.stringify(record.corrections) : ''}`)
    .digest('hex')
    .slice(0, 32)
  const beside = join(record.folder, 'ledger')
  // A record that may only be read keeps none: it is made in the system's folder for such things.
  const elsewhere = join(tmpdir(), 'onrecord-ledger')
  const known = [beside, elsewhere].map((it) => join(it, key)).find((it) => existsSync(it))
  if (known) return known
  const parent = await mkdir(beside, { recursive: true }).then(
    () => beside,
    () => mkdir(elsewhere, { recursive: true }).then(() => elsewhere),
  )
  const part = join(parent, `${randomUUID()}.part`)
  await mkdir(part)
  try {
    await writeLedger(connection, part)
    await rename(part, join(parent, key)).catch((error) => {
      // Another process made the same one meanwhile.
      if (!existsSync(join(parent, key))) throw error
    })
  } finally {
    await rm(part, { recursive: true, force: true })
  }
  if (parent === beside) await dropOld(beside, key)
  return join(parent, key)
}

/** Takes the ledgers before this one off the disk, but for the last: a server reads it until it has the new one. */
async function dropOld(beside: string, key: string): Promise<void> {
  const others = (await readdir(beside)).filter((it) => it !== key && !it.endsWith('.part'))
  const dated = await Promise.all(
    others.map(async (it) => ({
      it,
      at: await stat(join(beside, it)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  )
  const old = dated.sort((a, b) => b.at - a.at).slice(1)
  await Promise.all(old.map(({ it }) => rm(join(beside, it), { recursive: true, force: true })))
}

async function writeLedger(connection: DuckDBConnection, folder: string): Promise<void> {
  const entries = ledgerOf(await reportsIn(connection))
  const write = (table: Table, rows: readonly Row[]) =>
    writeRows(connection, table, rows, join(folder, `${table.name}.parquet`))
  await write(ledgerTable, entries.map(ledgerRow))
  await write(reportsTable, entries.flatMap(reportRows))
  await write(stepsTable, entries.flatMap(stepRows))
}
