/** The body of an answer: unpacked, and bounded as it comes in, in bytes and in time. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OnrecordError } from '../../errors.ts'
import { tooLarge } from '../bytes.ts'
import type { WebLimits } from './limits.ts'

export interface Body {
  /** As it was sent, chunks of the transfer put together. */
  raw: Buffer
  /** Unpacked. */
  bytes: Buffer
}

/** The packings that are asked for, and what unpacks them. */
export const ACCEPTED = 'gzip, deflate, br'
const unpackers: Record<string, () => Duplex> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/**
 * Reads a body to its end; ends the connection where it goes over a limit.
 *
 * @throws OnrecordError E_TOO_LARGE, E_SLOW, E_FETCH
 */
export async function bodyOf(answer: IncomingMessage, url: URL, limits: WebLimits): Promise<Body> {
  const packing = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  const unpacker = packing === 'identity' || packing === '' ? undefined : unpackers[packing]?.()
  if (!unpacker && packing !== 'identity' && packing !== '') {
    throw new OnrecordError('E_FETCH', `${url} is sent in a packing that was not asked for ("${packing}").`)
  }
  const raw = gathering(url, limits.maxBytes)
  const unpacked = unpacker && gathering(url, limits.maxBytes)
  return await new Promise<Body>((done, fail) => {
    let seen = 0
    const pace = setInterval(() => {
      if (raw.size() - seen < limits.paceBytes) end(slow(url, 'sends its page too slowly'))
      seen = raw.size()
    }, limits.paceMs)
    const end = (error?: unknown) => {
      clearInterval(pace)
      unpacker?.destroy()
      if (!error) return done({ raw: raw.all(), bytes: unpacked ? unpacked.all() : raw.all() })
      answer.destroy()
      fail(error)
    }
    answer.on('data', (chunk: Buffer) => {
      try {
        raw.add(chunk)
      } catch (error) {
        return end(error)
      }
      // The answer waits while the unpacker is busy, so that a bomb goes off in small pieces.
      if (unpacker?.write(chunk) === false) answer.pause()
    })
    answer.on('error', (error) => end(new OnrecordError('E_FETCH', `${url} broke off (${error.message}).`)))
    answer.on('end', () => {
      if (!answer.complete) return end(new OnrecordError('E_FETCH', `${url} broke off before its end.`))
      if (!unpacker || raw.size() === 0) return end()
      unpacker.end()
    })
    unpacker?.on('drain', () => answer.resume())
    unpacker?.on('data', (chunk: Buffer) => {
      try {
        unpacked?.add(chunk)
      } catch (error) {
        end(error)
      }
    })
    unpacker?.on('error', (error) => end(new OnrecordError('E_FETCH', `${url} is packed wrongly (${error.message}).`)))
    unpacker?.on('end', () => end())
  })
}

function gathering(url: URL, maxBytes: number) {
  const chunks: Buffer[] = []
  let size = 0
  return {
    size: () => size,
    all: () => Buffer.concat(chunks),
    add(chunk: Buffer): void {
      size += chunk.length
      if (size > maxBytes) {
        chunks.length = 0
        throw tooLarge(`${url}`, maxBytes)
      }
      chunks.push(chunk)
    },
  }
}

export const slow = (url: URL, what: string): OnrecordError =>
  new OnrecordError('E_SLOW', `${url} ${what}. Try again later.`)
