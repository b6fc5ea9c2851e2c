import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { constants, createGunzip, inflateRawSync } from 'node:zlib'
import { OnrecordError } from '../errors.ts'

/** Standard input's name on the command line. */
export const STDIN = '-'

/**
 * The bytes of a file or of standard input as a stream, as they lie there.
 *
 * @param start first byte
 * @param end last byte, that one too
 * @throws OnrecordError E_NOT_FOUND, E_DENIED, E_IS_FOLDER, E_UNREADABLE
 */
export async function* rawBytesOf(path: string, start = 0, end = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  try {
    yield* path === STDIN ? process.stdin : createReadStream(path, { start, end })
  } catch (error) {
    throw explain(error, path)
  }
}

/**
 * A stream unpacked when it is gzip (told by content, not by name). Bytes before a fault are given before it is thrown, so that the
 * whole lines of a truncated archive are kept.
 *
 * @throws OnrecordError E_GZIP_TRUNCATED, E_GZIP_CORRUPT, and those of the stream
 */
export async function* unpackedBytes(raw: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  try {
    const { head, rest } = await peek(raw, 2)
    yield* isGzip(head) ? unpacked(rest) : rest
  } catch (error) {
    throw explain(error, path)
  }
}

/** The bytes of a file or of standard input, unpacked when they are gzip; faults as of {@link rawBytesOf} and {@link unpackedBytes}. */
export const bytesOf = (path: string): AsyncGenerator<Buffer> => unpackedBytes(rawBytesOf(path), path)

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

/** The first bytes of what a head of gzip data holds; none where it is damaged. A head that is not gzip is given as it is. */
export function unpackedHead(head: Buffer): Buffer {
  if (!isGzip(head)) return head
  try {
    // Of the first member alone: a fault in a later one is not for here.
    return inflateRawSync(head.subarray(gzipHeadLength(head)), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return Buffer.alloc(0)
  }
}

/** Length of the head of a gzip member (RFC 1952, 2.3): ten bytes, and the fields that its flags announce. */
function gzipHeadLength(bytes: Buffer): number {
  const flags = bytes[3] ?? 0
  let at = 10
  if (flags & 4) at += 2 + bytes.readUInt16LE(at)
  for (const flag of [8, 16]) if (flags & flag) at = bytes.indexOf(0, at) + 1
  return flags & 2 ? at + 2 : at
}

/**
 * Size of a file in bytes; of a gzip file, what it says of its content (modulo 4 GiB, RFC 1952, "ISIZE"); NaN where that is less than the
 * file, and so that of the last of many members.
 */
export async function sizeOf(path: string): Promise<number> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer: head } = await file.read(Buffer.alloc(2), 0, 2, 0)
    if (!isGzip(head) || size < 18) return size
    const unpacked = (await file.read(Buffer.alloc(4), 0, 4, size - 4)).buffer.readUInt32LE()
    return unpacked < size ? Number.NaN : unpacked
  } finally {
    await file.close()
  }
}

/** The first bytes of a stream, and the whole stream again; a fault met while peeking is thrown after the bytes before it. */
export async function peek(
  stream: AsyncIterable<Buffer>,
  wanted: number,
): Promise<{ head: Buffer; rest: AsyncGenerator<Buffer> }> {
  const chunks = stream[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  let next = chunks.next()
  try {
    for (let it = await next; !it.done && head.length < wanted; it = await next) {
      head = head.length === 0 ? it.value : Buffer.concat([head, it.value])
      next = chunks.next()
      if (head.length >= wanted) break
    }
  } catch {
    // `next` keeps the fault for `rest` to throw.
  }
  async function* rest() {
    try {
      if (head.length > 0) yield head
      for (let it = await next; !it.done; it = await chunks.next()) yield it.value
    } finally {
      await chunks.return?.()
    }
  }
  return { head, rest: rest() }
}

async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  // The callback is empty because a fault upstream destroys `gunzip`, and iterating it then throws that fault.
  pipeline(Readable.from(chunks), gunzip, () => {})
  yield* gunzip
}

const explanations: Record<string, (path: string) => OnrecordError> = {
  ENOENT: (path) => new OnrecordError('E_NOT_FOUND', `${path} does not exist. Check the path.`),
  EACCES: (path) => new OnrecordError('E_DENIED', `${path} may not be read. Check its permissions.`),
  EISDIR: (path) => new OnrecordError('E_IS_FOLDER', `${path} is a folder where a file was expected.`),
  Z_BUF_ERROR: (path) =>
    new OnrecordError('E_GZIP_TRUNCATED', `${path} ends in the middle of its gzip data. Copy or download it again.`),
  Z_DATA_ERROR: (path) =>
    new OnrecordError('E_GZIP_CORRUPT', `${path} holds damaged gzip data. Copy or download it again.`),
}

function explain(error: unknown, path: string): OnrecordError {
  if (error instanceof OnrecordError) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const known = explanations[code]
  return known?.(path) ?? new OnrecordError('E_UNREADABLE', `${path} could not be read: ${error}.`, { cause: error })
}

/**
 * All bytes of a stream, up to a limit.
 *
 * @throws OnrecordError E_TOO_LARGE
 */
export async function gather(stream: AsyncIterable<Uint8Array>, maxBytes: number, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(path, maxBytes)
    chunks.push(chunk)
  }
  const [only] = chunks
  return chunks.length === 1 ? Buffer.from(only!.buffer, only!.byteOffset, only!.length) : Buffer.concat(chunks)
}

export const tooLarge = (place: string, maxBytes: number) =>
  new OnrecordError('E_TOO_LARGE', `${place} is larger than ${maxBytes} bytes. Raise the limit with --max-bytes.`)
