/** A segment on disk: one Parquet file a table, written beside its place and renamed when whole. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Reading } from '../reading.ts'
import type { Row, RowOf, Table } from './column.ts'
import { derived, writeDerived } from './derived.ts'
import { storageError, sync } from './disk.ts'
import { filesOf, type Segment, type Snapshot } from './manifest.ts'
import { copyTo, type Written, writeRows } from './parquet.ts'
import { currentSchema, damage, everyTable, inOrder, readingsOf, relationOf } from './query.ts'
import { tables } from './tables.ts'
import { type Provenance, type RowsOfReading, rowsOf } from './to-rows.ts'
import { literal, rowFrom } from './values.ts'

/** What one segment is made of: readings with where they come from, and what became of the inputs. */
export interface Batch {
  readings: { reading: Reading; provenance: Provenance }[]
  inputs: RowOf<typeof tables.inputs>[]
  errors: RowOf<typeof tables.errors>[]
}

/** Ending of a folder that is being written. */
export const PART = '.part'

/** A segment's name, made from the batch, or from the files where what they hold is no longer what the inputs gave. */
type Naming = 'inputs' | 'content'

/**
 * Writes a batch as a segment of the record. It is not seen until the manifest lists it. Its name is the sha-256 of its
 * inputs and of the reader's version.
 *
 * @throws OnrecordError E_WRITE
 */
export async function writeBatch(
  connection: DuckDBConnection,
  record: Snapshot,
  batch: Batch,
  naming: Naming = 'inputs',
): Promise<Segment> {
  const keys = [...batch.inputs, ...batch.errors].map((it) => `${it.reader} ${it.input}`)
  const made = batch.readings.map(({ reading, provenance }) => rowsOf(reading, provenance))
  const readings = batch.readings.map((it) => it.reading)
  const rowsFor = ({ name }: Table): readonly Row[] => {
    if (name === 'inputs' || name === 'errors') return batch[name]
    return made.flatMap((it) => it[name as keyof RowsOfReading] ?? [])
  }
  const name = naming === 'inputs' ? digest(keys.sort()) : undefined
  return inPlace(
    record,
    name ?? randomUUID(),
    (segment) => name ?? contentName(segment),
    async (write) => {
      for (const table of everyTable()) {
        const build = derived.find((it) => it.table.name === table.name)
        await write(table, (path) =>
          build
            ? writeDerived(connection, build, readings, record, path)
            : writeRows(connection, table, rowsFor(table), path),
        )
      }
    },
  )
}

/** A segment's content as the batch it could be written from. */
export async function batchIn(connection: DuckDBConnection, record: Snapshot, segment: Segment): Promise<Batch> {
  const one = { ...record, manifest: { ...record.manifest, segments: [segment] } }
  const rowsIn = async <T extends Table>(table: T): Promise<RowOf<T>[]> => {
    const file = literal(filesOf(one, table.name)[0]!)
    const reader = await connection.runAndReadAll(`SELECT * FROM ${file} ${inOrder}`)
    return reader.getRowObjects().map((values) => rowFrom(table.columns, values) as RowOf<T>)
  }
  const documents = new Map((await rowsIn(tables.documents)).map((row) => [row.id, row]))
  const readings: Batch['readings'] = []
  for await (const reading of readingsOf(one)) {
    const { input, reader, added } = documents.get(reading.id)!
    readings.push({ reading, provenance: { input: input!, reader: reader!, added: added! } })
  }
  return { readings, inputs: await rowsIn(tables.inputs), errors: await rowsIn(tables.errors) }
}

/**
 * Writes segments anew as one, without the rows that `drop` (an SQL condition) names; what is derived is computed anew.
 *
 * @param record the record without the segments that are replaced
 * @throws OnrecordError E_WRITE
 */
export async function rewriteSegments(
  connection: DuckDBConnection,
  record: Snapshot,
  segments: readonly Segment[],
  drop: (table: Table) => string,
): Promise<Segment> {
  const plain = everyTable().filter((table) => !derived.some((it) => it.table.name === table.name))
  const these = { ...record, manifest: { ...record.manifest, segments: [...segments] } }
  return inPlace(record, randomUUID(), contentName, async (write, soFar) => {
    for (const table of plain) {
      const columns = table.columns.map(({ name }) => name).join(', ')
      const kept = `SELECT ${columns} FROM ${relationOf(these, table)} WHERE (${drop(table)}) IS NOT TRUE ${inOrder}`
      await write(table, (path) => copyTo(connection, kept, path, table.layout))
    }
    if (derived.length === 0) return
    const readings: Reading[] = []
    for await (const reading of readingsOf({ ...record, manifest: { ...record.manifest, segments: [soFar()] } })) {
      readings.push(reading)
    }
    for (const build of derived) {
      await write(build.table, (path) => writeDerived(connection, build, readings, record, path))
    }
  })
}

/** The name of a segment that has no inputs of its own: what it holds. */
const contentName = ({ tables }: Segment): string => digest(Object.values(tables).map(({ sha256 }) => sha256))

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)

type Write = (table: Table, make: (path: string) => Promise<Written>) => Promise<void>

/** Lets `fill` write the files of a segment beside its place, and puts it there when they are whole. */
async function inPlace(
  record: Snapshot,
  draft: string,
  nameOf: (segment: Segment) => string,
  fill: (write: Write, soFar: () => Segment) => Promise<void>,
): Promise<Segment> {
  const segments = join(record.folder, 'segments')
  const part = join(segments, draft + PART)
  const files: Record<string, Written> = {}
  const listed = (id: string): Segment => ({
    id,
    added: new Date().toISOString(),
    schema: currentSchema(),
    tables: Object.fromEntries(
      Object.entries(files).map(([table, it]) => [table, { file: `segments/${id}/${table}.parquet`, ...it }]),
    ),
  })
  try {
    await rm(part, { recursive: true, force: true })
    await mkdir(part, { recursive: true })
    const soFar = () => listed(draft + PART)
    await fill(async (table, make) => {
      files[table.name] = await make(join(part, `${table.name}.parquet`))
    }, soFar)
    await sync(part)
    const id = nameOf(soFar())
    // Left by a run that was killed before the manifest listed it.
    await rm(join(segments, id), { recursive: true, force: true })
    await rename(part, join(segments, id))
    await sync(segments)
    return listed(id)
  } catch (error) {
    await rm(part, { recursive: true, force: true }).catch(() => {})
    throw storageError(part, damage(record, error))
  }
}
