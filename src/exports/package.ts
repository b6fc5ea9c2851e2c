/** `datapackage.json` (Frictionless Data Package 2.0): what an export is, with bytes and hash of each file. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OnrecordError } from '../errors.ts'
import { openOutput } from '../output.ts'
import type { About } from './format.ts'

export const PACKAGE = 'datapackage.json'

/** A file that was written. */
export interface Written {
  /** Its path from the folder, with forward slashes. */
  readonly path: string
  readonly about: About
  readonly bytes: number
  /** sha-256, in hexadecimal. */
  readonly hash: string
}

type Descriptor = Record<string, unknown> & { resources: ({ path?: unknown } & Record<string, unknown>)[] }

/** A resource of the package, as Data Resource 2.0 describes it. */
export function resourceOf({ path, about, bytes, hash }: Written, description?: string) {
  const { title, format, mediatype, fields, missingValues, dialect } = about
  return {
    name: path.toLowerCase().replace(/[^a-z0-9._-]+/g, '-'),
    path,
    title,
    ...(description && { description }),
    ...(fields && { type: 'table' }),
    format,
    mediatype,
    ...(format !== 'parquet' && { encoding: 'utf-8' }),
    bytes,
    hash: `sha256:${hash}`,
    ...(dialect && { dialect: { $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json', ...dialect } }),
    ...(fields && {
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields,
        ...(missingValues && { missingValues }),
      },
    }),
  }
}

/**
 * The package of a folder before an export: empty, or what stands there, to which the export is added.
 *
 * @throws OnrecordError E_EXISTS when the folder's datapackage.json is none
 */
export async function packageIn(folder: string): Promise<Descriptor> {
  const path = join(folder, PACKAGE)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return { $schema: 'https://datapackage.org/profiles/2.0/datapackage.json', resources: [] }
  try {
    const found = JSON.parse(text) as Descriptor
    if (Array.isArray(found.resources)) return found
  } catch {
    // Told below.
  }
  throw new OnrecordError('E_EXISTS', `${path} is there and is no data package. Move it, or export to another folder.`)
}

/**
 * Writes the package with the files of an export: those that were there under the same path give way.
 *
 * @param description how the files were made
 */
export async function writePackage(
  folder: string,
  before: Descriptor,
  written: readonly Written[],
  description?: string,
): Promise<void> {
  const paths = new Set(written.map(({ path }) => path))
  const kept = before.resources.filter(({ path }) => !paths.has(String(path)))
  const descriptor = { ...before, resources: [...kept, ...written.map((it) => resourceOf(it, description))] }
  const out = await openOutput(join(folder, PACKAGE))
  await out.write(`${JSON.stringify(descriptor, null, 2)}\n`)
  await out.close()
}
