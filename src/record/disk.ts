/** Writing that survives a power cut: a file is whole under its name or not there. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { OnrecordError } from '../errors.ts'

/** What a failed write of the record comes to; what is no fault of the storage stays what it is. */
export function storageError(place: string, error: unknown): unknown {
  const ofSystem = (error as NodeJS.ErrnoException | undefined)?.syscall !== undefined
  if (!ofSystem && !/^IO Error/.test(error instanceof Error ? error.message : '')) return error
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]
  return new OnrecordError(
    'E_WRITE',
    `${place} could not be written (${reason}). Check path and space; what was added before is safe.`,
    { cause: error },
  )
}

/** Has the system put a file's or folder's content onto the disk. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } catch (error) {
    // Not every system lets a folder be synced; where it does not, renaming is safe without.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM' && (error as NodeJS.ErrnoException).code !== 'EISDIR')
      throw error
  } finally {
    await handle.close()
  }
}

/** Replaces a file as a whole. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const part = `${path}.part`
  try {
    const handle = await open(part, 'w')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, path)
    await sync(dirname(path))
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    throw storageError(path, error)
  }
}

/** Size and sha-256 (hexadecimal) of a file. */
export async function sumOf(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    bytes += chunk.length
    hash.update(chunk)
  }
  return { bytes, sha256: hash.digest('hex') }
}
