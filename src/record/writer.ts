/** The one who writes a record: holds its lock, adds segments, replaces segments, and puts every change into the manifest. */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Reading } from '../reading.ts'
import type { Table } from './column.ts'
import { replaceFile, storageError, sync } from './disk.ts'
import { dropLedgers } from './ledger/index.ts'
import { lockRecord } from './lock.ts'
import {
  emptyManifest,
  filesOf,
  type Manifest,
  manifestPath,
  openRecord,
  type Segment,
  type Snapshot,
} from './manifest.ts'
import { type Batch, batchIn, rewriteSegments, writeBatch } from './segment.ts'
import { tables } from './tables.ts'
import { literal } from './values.ts'

/** What is to leave the record. */
export interface Gone {
  /** Ids of documents, whose rows go from every table but inputs and errors. */
  documents: readonly string[]
  /** Keys of inputs, whose rows go from inputs and errors. */
  inputs: readonly string[]
}

export interface Writer {
  /** The record as it stands. */
  readonly record: Snapshot
  /** Adds a segment, and takes away what it supersedes, in one step. */
  append(batch: Batch, superseded?: Gone): Promise<void>
  /** Takes documents and inputs out of the record, and their files off the disk before it returns. */
  forget(gone: Gone, keys: readonly string[]): Promise<void>
  /** Writes segments anew with their readings changed, the old ones off the disk before it returns. */
  amend(segments: readonly Segment[], change: (reading: Reading) => Reading, keys: readonly string[]): Promise<void>
  /** Writes groups of segments as one each. */
  merge(groups: readonly (readonly Segment[])[], progress: (done: number) => void): Promise<void>
  /** Takes damaged segments out of the record, and their files off the disk. */
  drop(segments: readonly Segment[]): Promise<void>
  close(): void
}

/** What a writer's DuckDB may take. It holds one table of one batch at a time, and spills nothing onto the disk. */
const MEMORY = '800MB'

/** How long the files of a replaced segment stay, for those who opened the record before. */
const GRACE_MS = 10 * 60_000

/**
 * Opens a record for writing, and makes it where there is none.
 *
 * @param wait seconds to wait for another writer
 * @throws OnrecordError E_LOCKED, E_WRITE, E_MANIFEST
 */
export async function openWriter(folder: string, wait = 0): Promise<Writer> {
  await mkdir(join(folder, 'segments'), { recursive: true }).catch((error) => {
    throw storageError(folder, error)
  })
  const release = await lockRecord(folder, wait)
  try {
    return await writerOf(await startingPoint(folder), release)
  } catch (error) {
    release()
    throw error
  }
}

async function startingPoint(folder: string): Promise<Snapshot> {
  const found = await openRecord(folder).catch((error) => {
    if (error.code !== 'E_NO_RECORD') throw error
  })
  if (found) return { folder, manifest: await sweep(found, GRACE_MS) }
  await replaceFile(manifestPath(folder), textOf(emptyManifest))
  return { folder, manifest: emptyManifest }
}

const textOf = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`

/** Takes off the disk what the manifest does not list: parts of a killed run, segments retired longer than `grace` ago. */
async function sweep({ folder, manifest }: Snapshot, grace: number): Promise<Manifest> {
  const retired = manifest.retired.filter(({ at }) => Date.now() - Date.parse(at) < grace)
  const staying = new Set([...manifest.segments, ...retired].map(({ id }) => id))
  const segments = join(folder, 'segments')
  for (const name of await readdir(segments)) {
    if (staying.has(name)) continue
    await rm(join(segments, name), { recursive: true, force: true }).catch((error) => {
      throw storageError(segments, error)
    })
  }
  return { ...manifest, retired }
}

async function writerOf(start: Snapshot, release: () => void): Promise<Writer> {
  const { folder } = start
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: MEMORY, threads: '1', temp_directory: '' })
  const connection = await instance.connect()
  let record = start

  /** Puts a change into the manifest. From here on it is true. */
  async function commit(added: readonly Segment[], replaced: readonly Segment[], forgotten: readonly string[] = []) {
    const { manifest } = record
    const at = new Date().toISOString()
    const out = new Set(replaced.map(({ id }) => id))
    const next: Manifest = {
      ...manifest,
      version: manifest.version + 1,
      segments: [...manifest.segments.filter(({ id }) => !out.has(id)), ...added],
      retired: [...manifest.retired, ...replaced.map(({ id }) => ({ id, at }))],
      forgotten: [...new Set([...manifest.forgotten, ...forgotten])],
    }
    await replaceFile(manifestPath(folder), textOf(next))
    record = { folder, manifest: next }
  }

  /** The record without some segments and with others, for what is computed anew. */
  const besides = (segments: readonly Segment[], others: readonly Segment[] = []): Snapshot => ({
    folder,
    manifest: {
      ...record.manifest,
      segments: [...record.manifest.segments.filter((it) => !segments.includes(it)), ...others],
    },
  })

  /** The segments that hold what is to go, and what is left of each. */
  async function take(gone: Gone): Promise<{ replaced: Segment[]; left: Segment[] }> {
    await fillTable(connection, 'gone_documents', gone.documents)
    await fillTable(connection, 'gone_inputs', gone.inputs)
    const replaced = await holding(connection, record)
    const left: Segment[] = []
    for (const segment of replaced) {
      const rest = await rewriteSegments(connection, besides(replaced, left), [segment], isGone)
      if (Object.values(rest.tables).some(({ rows }) => rows > 0)) left.push(rest)
    }
    return { replaced, left }
  }

  return {
    get record() {
      return record
    },
    async append(batch, superseded = { documents: [], inputs: [] }) {
      const nothing = superseded.documents.length + superseded.inputs.length === 0
      const { replaced, left } = nothing ? { replaced: [], left: [] } : await take(superseded)
      await commit([...left, await writeBatch(connection, besides(replaced, left), batch)], replaced)
    },
    async forget(gone, keys) {
      const { replaced, left } = await take(gone)
      await commit(left, replaced, keys)
      record = { folder, manifest: await sweep(record, 0) }
      await dropLedgers(folder)
      await sync(join(folder, 'segments'))
    },
    async amend(segments, change, keys) {
      const amended: Segment[] = []
      for (const segment of segments) {
        const batch = await batchIn(connection, record, segment)
        const readings = batch.readings.map((it) => ({ ...it, reading: change(it.reading) }))
        amended.push(await writeBatch(connection, besides(segments, amended), { ...batch, readings }, 'content'))
      }
      await commit(amended, segments, keys)
      record = { folder, manifest: await sweep(record, 0) }
      await dropLedgers(folder)
    },
    async merge(groups, progress) {
      for (const [n, group] of groups.entries()) {
        await commit([await rewriteSegments(connection, besides(group), group, () => 'false')], group)
        progress(n + 1)
      }
    },
    async drop(segments) {
      await commit([], segments)
      record = { folder, manifest: await sweep(record, 0) }
    },
    close() {
      connection.closeSync()
      instance.closeSync()
      release()
    },
  }
}

const isGone = ({ name, document }: Table): string =>
  name === 'inputs' || name === 'errors' ? 'input IN (FROM gone_inputs)' : `${document} IN (FROM gone_documents)`

async function fillTable(connection: DuckDBConnection, name: string, values: readonly string[]): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE ${name} (value VARCHAR)`)
  const appender = await connection.createAppender(name)
  for (const value of values) {
    appender.appendVarchar(value)
    appender.endRow()
  }
  appender.closeSync()
}

/** The segments with a row that is to go. */
async function holding(connection: DuckDBConnection, record: Snapshot): Promise<Segment[]> {
  const files = new Set<string>()
  for (const table of [tables.documents, tables.inputs, tables.errors]) {
    const paths = filesOf(record, table.name).map(literal)
    if (paths.length === 0) continue
    const found = await connection.runAndReadAll(
      `SELECT DISTINCT filename FROM read_parquet([${paths.join(', ')}], filename = true) WHERE ${isGone(table)}`,
    )
    for (const [file] of found.getRows()) files.add(String(file))
  }
  const { folder, manifest } = record
  return manifest.segments.filter((it) => Object.values(it.tables).some(({ file }) => files.has(join(folder, file))))
}
