/** An HTTP response as a crawler keeps it: its head, and its body without the packing of its transport. */
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { OnrecordError } from '../../errors.ts'
import { isGzip, tooLarge } from '../bytes.ts'

export interface HttpResponse {
  status: number
  /** By name in lower case; the last of each. */
  headers: ReadonlyMap<string, string>
  /** As it was sent: still chunked and packed. */
  body: AsyncGenerator<Uint8Array>
}

/** Browsers refuse heads above this. */
const MAX_HEAD_BYTES = 256 * 1024

/** The response in a block; undefined where it has no head of one. */
export async function responseOf(block: AsyncIterable<Uint8Array>): Promise<HttpResponse | undefined> {
  const chunks = block[Symbol.asyncIterator]()
  let start: Buffer = Buffer.alloc(0)
  let end = -1
  while (end < 0) {
    const next = await chunks.next()
    if (next.done || start.length > MAX_HEAD_BYTES) return undefined
    start = start.length === 0 ? Buffer.from(next.value) : Buffer.concat([start, next.value])
    end = endOfHead(start)
  }
  const [statusLine, ...lines] = start.toString('latin1', 0, end).split(/\r?\n/)
  const status = /^HTTP\/[\d.]+\s+(\d{3})/i.exec(statusLine!)?.[1]
  if (!status) return undefined
  const headers = new Map(
    lines.flatMap((line): [string, string][] => {
      const colon = line.indexOf(':')
      return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : []
    }),
  )
  async function* body() {
    if (start.length > end) yield start.subarray(end)
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  }
  return { status: Number(status), headers, body: body() }
}

/** Where the body begins; -1 where the head is not whole yet. Some servers end lines without a carriage return. */
function endOfHead(bytes: Buffer): number {
  const [crlf, lf] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')]
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return crlf + 4
  return lf < 0 ? -1 : lf + 2
}

/**
 * The body of a response without chunks and packing. Crawlers often unpack it and leave the headers as they were, so that a body
 * that is not what its headers say is taken as it is; one that is cut off is given as far as it goes.
 *
 * @param place what an error names
 * @throws OnrecordError E_TOO_LARGE, E_PACKING
 */
export function contentOf(
  body: Buffer,
  headers: HttpResponse['headers'],
  { maxBytes, place }: { maxBytes: number; place: string },
): Buffer {
  let content = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? (dechunked(body) ?? body) : body
  const packings = (headers.get('content-encoding') ?? '').toLowerCase().split(',')
  for (const packing of packings.reverse()) content = unpacked(content, packing.trim(), maxBytes, place)
  return content
}

/** The data of chunks (RFC 9112, 7.1); undefined where the body is not in chunks. */
function dechunked(body: Buffer): Buffer | undefined {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf('\r\n', at)
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(body.toString('latin1', at, Math.min(lineEnd, at + 200)))?.[1]
    if (lineEnd < 0 || size === undefined) return parts.length === 0 ? undefined : Buffer.concat(parts)
    const length = Number.parseInt(size, 16)
    if (length === 0) break
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + length))
    at = lineEnd + 2 + length + 2
  }
  return Buffer.concat(parts)
}

const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

function unpacked(body: Buffer, packing: string, maxBytes: number, place: string): Buffer {
  // Flushed rather than finished, so that a body that was cut off gives what it has.
  const options = { maxOutputLength: maxBytes, finishFlush: constants.Z_SYNC_FLUSH }
  const brotli = { maxOutputLength: maxBytes, finishFlush: constants.BROTLI_OPERATION_FLUSH }
  try {
    if (packing === 'br') return attempt(() => brotliDecompressSync(body, brotli)) ?? body
    if (packing === 'gzip' || packing === 'x-gzip') return isGzip(body) ? gunzipSync(body, options) : body
    if (packing === 'deflate')
      return attempt(() => inflateSync(body, options)) ?? attempt(() => inflateRawSync(body, options)) ?? body
  } catch (error) {
    if (isOverLimit(error)) throw tooLarge(place, maxBytes)
    throw new OnrecordError('E_PACKING', `${place} holds damaged ${packing} data. Nothing can be read from this page.`)
  }
  if (body.subarray(0, 4).equals(ZSTD))
    throw new OnrecordError('E_PACKING', `${place} is packed as zstd, which is not read. Unpack it first.`)
  return body
}

const isOverLimit = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'

/** What `work` gives; undefined where it fails, but for a body over the limit. */
function attempt(work: () => Buffer): Buffer | undefined {
  try {
    return work()
  } catch (error) {
    if (isOverLimit(error)) throw error
    return undefined
  }
}
