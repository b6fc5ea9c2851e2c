/** Where an export goes: a folder, one file, or standard output. Files stand under their names only when whole. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { OnrecordError } from '../errors.ts'
import { type Output, openOutput, unwritable } from '../output.ts'
import { sumOf } from '../record/index.ts'
import type { Sink } from './format.ts'
import { PACKAGE, packageIn, type Written, writePackage } from './package.ts'

/** A sink that must be ended: well, which writes `datapackage.json`, or by giving up, which leaves no half file. */
export interface OpenSink extends Sink {
  finish(): Promise<void>
  giveUp(): Promise<void>
}

export interface SinkOptions {
  /** Replace files that are there. */
  force?: boolean
  /** How the export was made, for `datapackage.json`. */
  description?: string
}

/**
 * A folder that takes the files of an export.
 *
 * @param as the name of the one file, when it is not to be the format's own
 * @throws OnrecordError E_EXISTS when a file is there and `force` is not set, E_WRITE
 */
export async function folderSink(
  folder: string,
  { force = false, description, as }: SinkOptions & { as?: string } = {},
): Promise<OpenSink> {
  await guarded(folder, mkdir(folder, { recursive: true }))
  const before = await packageIn(folder)
  const written: Written[] = []
  const open = new Set<Output>()
  const pathOf = async (name: string) => {
    const path = join(folder, as ?? name)
    if (!force && (await isThere(path)))
      throw new OnrecordError('E_EXISTS', `${path} is there. Give --force to replace it.`)
    return path
  }
  return {
    async open(name, about) {
      const path = await pathOf(name)
      const output = await openOutput(path)
      open.add(output)
      const hash = createHash('sha256')
      let bytes = 0
      let sum = ''
      return {
        async write(text) {
          hash.update(text)
          bytes += Buffer.byteLength(text)
          await output.write(text)
        },
        async close() {
          await output.close()
          open.delete(output)
          sum = hash.digest('hex')
          if (about) written.push({ path: as ?? name, about, bytes, hash: sum })
        },
        sum: () => sum,
      }
    },
    async place(name, about, write) {
      const path = await pathOf(name)
      const part = `${path}.part`
      try {
        await write(part)
        const { bytes, sha256 } = await sumOf(part)
        await guarded(path, rename(part, path))
        written.push({ path: as ?? name, about, bytes, hash: sha256 })
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
    finish: () => writePackage(folder, before, written, description),
    async giveUp() {
      for (const output of open) await output.discard()
    },
  }
}

/**
 * A sink for `--out PATH`: a folder that is there, or a path that ends in a slash, takes the format's files; else the path is the one
 * file. A device or a pipe takes the file as standard output does.
 *
 * @param file the format's one file, or undefined when it writes several
 * @throws OnrecordError E_EXISTS, E_WRITE
 */
export async function sinkAt(path: string, file: string | undefined, options: SinkOptions = {}): Promise<OpenSink> {
  const entry = await stat(path).catch(() => undefined)
  if (entry && file !== undefined && !entry.isFile() && !entry.isDirectory()) return streamSink(path)
  const isFolder = file === undefined || /[\\/]$/.test(path) || entry?.isDirectory()
  if (isFolder && entry && !entry.isDirectory()) {
    throw new OnrecordError('E_EXISTS', `${path} is a file; this export is a folder. Give another --out.`)
  }
  if (file === undefined && entry && !options.force && (await readdir(path)).some((name) => name !== PACKAGE)) {
    throw new OnrecordError('E_EXISTS', `${path} is not empty. Give another --out, or --force to write into it.`)
  }
  return isFolder ? folderSink(path, options) : folderSink(dirname(path), { ...options, as: basename(path) })
}

/** Standard output, or the device or pipe at a path, for an export of one file; nothing is written beside it. */
export function streamSink(path?: string): OpenSink {
  return {
    async open() {
      const { write, close } = await openOutput(path)
      return { write, close, sum: () => '' }
    },
    async place(name, _about, write) {
      const folder = await mkdtemp(join(tmpdir(), 'onrecord-'))
      try {
        await write(join(folder, name))
        const output = await openOutput(path)
        for await (const chunk of createReadStream(join(folder, name))) await output.write(chunk as Buffer)
        await output.close()
      } finally {
        await rm(folder, { recursive: true })
      }
    },
    finish: async () => {},
    giveUp: async () => {},
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  )

const guarded = <T>(name: string, work: Promise<T>): Promise<T> =>
  work.catch((error) => {
    throw unwritable(name, error)
  })
