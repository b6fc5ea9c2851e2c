/**
 * The ledger of a record, kept beside it: `ledger/<key>/` with a Parquet file for each of its tables, whose key is the sha-256 of the
 * segments, and corrections, that it was made from. It is made when it is first asked for after the record has changed, from the one before it where
 * there is one (`update`), is never changed, and can be thrown away: everything in it follows from the segments.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import type { Row, Table } from '../column.ts'
import type { Segment, Snapshot } from '../manifest.ts'
import { copyTo, writeRows } from '../parquet.ts'
import { openDuckDB } from '../query.ts'
import { literal } from '../values.ts'
import { ledgerOf } from './build.ts'
import { deedsIn, reportsIn } from './load.ts'
import type { Entry } from './model.ts'
import { filesOfPart, writePart } from './parts.ts'
import { ledgerRow, reportRows, stepRows } from './rows.ts'
import { ledgerTable, placesTable, reportsTable, stepsTable } from './tables.ts'
import { entriesAnew } from './update.ts'
import { ledgerViews } from './views.ts'

/** Goes up when the ledger is made by other rules, so that no old one is taken for it. */
const RULES = 4
/** Parts that a ledger is made from; with more it is made from nothing, as one part. */
const PARTS = 64
/** Where more than this share of the segments is new, nothing is gained by the ledger before. */
const NEW = 0.5

const State = z.object({
  rules: z.literal(RULES),
  parts: z.array(z.object({ name: z.string(), segments: z.array(z.string()) })),
})
type State = z.infer<typeof State>
type Part = State['parts'][number]

const kept = [ledgerTable, reportsTable, stepsTable]

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
  const folder = await ledgerFolder(record)
  const tables = kept.map(({ name }) => `CREATE VIEW ${name} AS FROM ${fileIn(folder, name)}`)
  await connection.run([...tables, ...ledgerViews.map(({ name, sql }) => `CREATE VIEW ${name} AS ${sql}`)].join(';\n'))
  return folder
}

/** Takes every kept ledger off the disk, for when something in the record is to be forgotten. */
export const dropLedgers = (folder: string): Promise<void> =>
  rm(join(folder, 'ledger'), { recursive: true, force: true })

const fileIn = (folder: string, name: string) => `read_parquet(${literal(join(folder, `${name}.parquet`))})`

async function ledgerFolder(record: Snapshot): Promise<string> {
  const segments = record.manifest.segments.map(({ id }) => id).sort()
  const corrections = record.corrections ?? []
  const key = createHash('sha256')
    .update(`${RULES} ${segments.join(' ')} ${corrections.length > 0 ? JSON.stringify(corrections) : ''}`)
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
    // A correction may change any row: such a ledger is made from nothing, and none is made from it.
    await writeLedger(record, part, corrections.length > 0 ? undefined : await lastIn(beside))
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

/** Ledgers beside a record, the last first. */
async function ledgersIn(beside: string): Promise<string[]> {
  const names = (await readdir(beside).catch(() => [])).filter((it) => !it.endsWith('.part'))
  const dated = await Promise.all(
    names.map(async (name) => ({
      name,
      at: await stat(join(beside, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  )
  return dated.sort((a, b) => b.at - a.at).map(({ name }) => name)
}

/** Takes the ledgers before this one off the disk, but for the last: a server reads it until it has the new one. */
async function dropOld(beside: string, key: string): Promise<void> {
  const old = (await ledgersIn(beside)).filter((it) => it !== key).slice(1)
  await Promise.all(old.map((it) => rm(join(beside, it), { recursive: true, force: true })))
}

interface Last {
  folder: string
  state: State
}

/** The ledger before, if there is one by these rules. */
async function lastIn(beside: string): Promise<Last | undefined> {
  for (const name of await ledgersIn(beside)) {
    const text = await readFile(join(beside, name, 'state.json'), 'utf8').catch(() => undefined)
    const state = text === undefined ? undefined : State.safeParse(JSON.parse(text))
    if (state?.success) return { folder: join(beside, name), state: state.data }
  }
  return undefined
}

async function writeLedger(record: Snapshot, folder: string, last: Last | undefined): Promise<void> {
  const { segments } = record.manifest
  const ids = new Set(segments.map(({ id }) => id))
  const standing = last?.state.parts.filter((it) => it.segments.every((id) => ids.has(id))) ?? []
  const known = new Set(standing.flatMap((it) => it.segments))
  const fresh = segments.filter(({ id }) => !known.has(id))
  const isFew = standing.length > 0 && standing.length < PARTS && fresh.length <= NEW * segments.length
  const connection = await openDuckDB(record)
  try {
    await connection.run('CREATE TEMP TABLE places AS SELECT document, cluster FROM clusters')
    const parts =
      last && isFew
        ? await writeChanged(connection, record, folder, last, standing, fresh)
        : await writeWhole(connection, record, folder)
    await copyTo(connection, 'FROM places ORDER BY document', join(folder, `${placesTable.name}.parquet`))
    const state: State = { rules: RULES, parts }
    if ((record.corrections ?? []).length === 0) await writeFile(join(folder, 'state.json'), JSON.stringify(state))
  } finally {
    connection.closeSync()
  }
}

const rowsFor: Record<string, (entry: Entry) => readonly Row[]> = {
  [ledgerTable.name]: (entry) => [ledgerRow(entry)],
  [reportsTable.name]: reportRows,
  [stepsTable.name]: stepRows,
}
/** Everything from nothing. */
async function writeWhole(connection: DuckDBConnection, record: Snapshot, folder: string): Promise<Part[]> {
  const [reports, deeds] = [await reportsIn(connection), await deedsIn(connection)]
  const name = randomUUID()
  await writePart(connection, folder, name, reports, deeds)
  const entries = ledgerOf(reports, deeds)
  for (const table of kept) {
    await writeRows(connection, table, entries.flatMap(rowsFor[table.name]!), join(folder, `${table.name}.parquet`))
  }
  return [{ name, segments: record.manifest.segments.map(({ id }) => id) }]
}

/** What is new with what stands of the ledger before. */
async function writeChanged(
  connection: DuckDBConnection,
  record: Snapshot,
  folder: string,
  last: Last,
  standing: readonly Part[],
  fresh: readonly Segment[],
): Promise<Part[]> {
  for (const { name } of standing) {
    const [from, to] = [filesOfPart(last.folder, name), filesOfPart(folder, name)]
    for (const kind of ['reports', 'deeds'] as const)
      await link(from[kind], to[kind]).catch(() => copyFile(from[kind], to[kind]))
  }
  const added = fresh.length > 0 ? [await partOf(record, folder, fresh)] : []
  const parts = [...standing, ...added]
  await connection.run(
    [...kept, placesTable]
      .map(({ name }) => `CREATE TEMP VIEW ${beforeOf(name)} AS FROM ${fileIn(last.folder, name)}`)
      .join(';\n'),
  )
  const names = { all: parts.map((it) => it.name), fresh: added.map((it) => it.name) }
  const entries = await entriesAnew(connection, folder, names)
  const stays: Record<string, string> = {
    [ledgerTable.name]: 'id NOT IN (FROM outdated)',
    [reportsTable.name]: 'NOT EXISTS (SELECT 1 FROM cuts WHERE cuts.block = b.block AND b.sequence >= cut)',
    [stepsTable.name]: 'ledger NOT IN (FROM outdated)',
  }
  for (const table of kept as readonly Table[]) {
    const path = join(folder, `${table.name}.parquet`)
    const news = `${path}.new`
    await writeRows(connection, table, entries.flatMap(rowsFor[table.name]!), news)
    const columns = table.columns.map(({ name }) => name).join(', ')
    await copyTo(
      connection,
      `SELECT ${columns} FROM ${beforeOf(table.name)} b WHERE ${stays[table.name]} UNION ALL SELECT ${columns} FROM read_parquet(${literal(news)})`,
      path,
    )
    await rm(news)
  }
  return parts
}

const beforeOf = (table: string) => `${table.replace('ledger_', '')}_before`

/** The part of some segments, as if there were no others. */
async function partOf(record: Snapshot, folder: string, segments: readonly Segment[]): Promise<Part> {
  const name = randomUUID()
  const connection = await openDuckDB({ ...record, manifest: { ...record.manifest, segments: [...segments] } })
  try {
    await writePart(connection, folder, name, await reportsIn(connection), await deedsIn(connection))
  } finally {
    connection.closeSync()
  }
  return { name, segments: segments.map(({ id }) => id) }
}
