/**
 * What a record is on disk, and the one file that says so.
 *
 *     record/
 *       manifest.json              lists the segments; replaced atomically, so that a reader sees all of an add or none
 *       segments/<id>/<table>.parquet   immutable; id: the sha-256 of the segment's inputs and of the reader's version
 *
 * Queries go through the manifest, never through a glob: files of a killed run are never seen.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import type { RowCorrection } from './corrections.ts'

export const FORMAT = 1

const File = z.object({
  /** Path from the record's folder, with forward slashes. */
  file: z.string().regex(/^segments\/[0-9a-z-]+\/[a-z_]+\.parquet$/),
  rows: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
})
export type SegmentFile = z.infer<typeof File>

const Segment = z.object({
  id: z.string(),
  /** When it was written, ISO 8601. */
  added: z.string(),
  /** Digest of the tables and columns that it has. */
  schema: z.string(),
  /** By table name. */
  tables: z.record(z.string(), File),
})
export type Segment = z.infer<typeof Segment>

export const Manifest = z.object({
  format: z.literal(FORMAT),
  /** Goes up by one with every change. */
  version: z.number().int().nonnegative(),
  segments: z.array(Segment),
  /** Segments that others have replaced: their files stay for a while, for those who still read them. */
  retired: z.array(z.object({ id: z.string(), at: z.string() })),
  /** Keys of inputs that were forgotten: they are not added again unless it is asked for. */
  forgotten: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

/** A record as it stood when it was opened. Segments never change, so that it stays true while others add. */
export interface Snapshot {
  /** The record's folder. */
  readonly folder: string
  readonly manifest: Manifest
  /** What people corrected, where the record is to be seen with it: `withCorrections`. */
  readonly corrections?: readonly RowCorrection[]
}

export const emptyManifest: Manifest = { format: FORMAT, version: 0, segments: [], retired: [], forgotten: [] }

export const manifestPath = (folder: string): string => join(folder, 'manifest.json')

/**
 * Opens a record for reading.
 *
 * @throws OnrecordError E_NO_RECORD, E_MANIFEST
 */
export async function openRecord(folder: string): Promise<Snapshot> {
  const path = manifestPath(folder)
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' || cause.code === 'ENOTDIR' ? 'there is no record' : cause.message
    throw new OnrecordError('E_NO_RECORD', `${folder}: ${reason}. Make one: onrecord add INPUT... --record ${folder}`, {
      cause,
    })
  })
  try {
    return { folder, manifest: Manifest.parse(JSON.parse(text)) }
  } catch (cause) {
    throw new OnrecordError(
      'E_MANIFEST',
      `${path} is not a manifest of format ${FORMAT}. It was changed by hand or made by another version of onrecord.`,
      { cause },
    )
  }
}

/** The Parquet files of a table, segment by segment, as paths. */
export const filesOf = ({ folder, manifest }: Snapshot, table: string): string[] =>
  manifest.segments.flatMap(({ tables }) => (tables[table] ? [join(folder, tables[table].file)] : []))

/** How many rows a table has. */
export const rowsIn = ({ manifest }: Snapshot, table: string): number =>
  manifest.segments.reduce((sum, { tables }) => sum + (tables[table]?.rows ?? 0), 0)
