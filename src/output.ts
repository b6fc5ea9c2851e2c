/** Writing what the command line gives: to standard output, or to a file that stands under its name only when it is whole. */
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { OnrecordError } from './errors.ts'

export interface Output {
  write(content: string | Uint8Array): Promise<void>
  close(): Promise<void>
  /** Gives the file up: nothing of it is left. What went to standard output stays. */
  discard(): Promise<void>
}

/**
 * Standard output, or a file. A file is written beside its place and renamed when whole, so that a killed run leaves no
 * half file under the name.
 *
 * @throws OnrecordError E_WRITE when the file cannot be made or the disk is full
 */
export async function openOutput(path?: string): Promise<Output> {
  if (path === undefined) return streamed(process.stdout, 'standard output', { finish: async () => {} })
  const entry = await stat(path).catch(() => undefined)
  // A device or a pipe cannot be renamed over.
  const part = !entry || entry.isFile() ? `${path}.part` : path
  return streamed(createWriteStream(part), path, {
    finish: async (stream) => {
      stream.end()
      await finished(stream)
      if (part !== path) await rename(part, path)
    },
    discard: async (stream) => {
      stream.destroy()
      if (part !== path) await rm(part, { force: true })
    },
  })
}

interface Ends {
  finish(stream: Writable): Promise<void>
  discard?(stream: Writable): Promise<void>
}

function streamed(stream: Writable, name: string, { finish, discard }: Ends): Output {
  // Faults are told to the callback of the write that met them; without a listener they would end the process as well.
  stream.on('error', () => {})
  const guarded = (work: Promise<unknown>) =>
    work.then(
      () => {},
      (error: NodeJS.ErrnoException) => {
        // A reader that closes the pipe early (`| head`) has had enough; that is no error.
        if (error.code === 'EPIPE') process.exit()
        throw unwritable(name, error)
      },
    )
  return {
    write: (content) =>
      guarded(new Promise<void>((done, fail) => stream.write(content, (error) => (error ? fail(error) : done())))),
    close: () => guarded(finish(stream)),
    discard: async () => discard?.(stream),
  }
}

/** What a failed write is to the user. */
export const unwritable = (name: string, error: unknown): OnrecordError =>
  new OnrecordError(
    'E_WRITE',
    `${name} could not be written (${error instanceof Error ? error.message : error}). Check path and space.`,
  )
