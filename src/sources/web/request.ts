/** One request and its answer, redirects not followed: to a checked address, verified, bounded. */
import { type IncomingHttpHeaders, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { OnrecordError } from '../../errors.ts'
import { ACCEPTED, bodyOf, slow } from './body.ts'
import { checkNumber, type GuardOptions, guardedLookup } from './guard.ts'
import type { WebLimits } from './limits.ts'

export interface Answer {
  url: URL
  status: number
  reason: string
  headers: IncomingHttpHeaders
  /** Names and values as they were sent, by turns. */
  rawHeaders: string[]
  /** The body as sent and unpacked. */
  raw: Buffer
  bytes: Buffer
  /** What was asked with. */
  asked: Record<string, string>
  /** ISO 8601. */
  retrieved: string
}

export interface RequestOptions extends GuardOptions {
  limits: WebLimits
  headers: Record<string, string>
  signal?: AbortSignal
}

/**
 * Asks a server for a page. No connection is used twice: what one answer leaves behind can be no part of another.
 *
 * @throws OnrecordError E_PRIVATE, E_FETCH, E_SLOW, E_TOO_LARGE
 */
export function request(url: URL, options: RequestOptions): Promise<Answer> {
  const { limits, signal } = options
  const asked = { ...options.headers, 'accept-encoding': ACCEPTED }
  return new Promise((done, fail) => {
    checkNumber(url, options)
    const send = url.protocol === 'https:' ? overHttps : overHttp
    const sent = send(url, {
      headers: asked,
      agent: false,
      lookup: guardedLookup(options),
      maxHeaderSize: limits.headBytes,
      rejectUnauthorized: true,
      signal,
    })
    const total = setTimeout(() => end(slow(url, `took longer than ${limits.totalMs / 1000} seconds`)), limits.totalMs)
    const head = setTimeout(() => end(slow(url, 'does not answer')), limits.headMs)
    const end = (error: unknown) => {
      clearTimeout(total)
      clearTimeout(head)
      sent.destroy()
      fail(error instanceof OnrecordError ? error : explained(url, error as NodeJS.ErrnoException))
    }
    sent.on('error', end)
    sent.on('response', (answer) => {
      clearTimeout(head)
      const { statusCode: status = 0, statusMessage: reason = '', headers, rawHeaders } = answer
      bodyOf(answer, url, limits)
        .then((body) => {
          clearTimeout(total)
          done({ url, status, reason, headers, rawHeaders, ...body, asked, retrieved: new Date().toISOString() })
        })
        .catch(end)
    })
    sent.end()
  })
}

const causes: Record<string, string> = {
  ENOTFOUND: 'its name is not known. Check the address',
  EAI_AGAIN: 'its name could not be looked up. Check the connection',
  ECONNREFUSED: 'nothing answers there. Check the address',
  ECONNRESET: 'the connection was broken off. Try again later',
  HPE_HEADER_OVERFLOW: 'the head of its answer is too long',
  ABORT_ERR: 'it was stopped',
}

function explained(url: URL, error: NodeJS.ErrnoException): OnrecordError {
  const { code = '', message } = error
  const certificate = /CERT|SELF_SIGNED|ALTNAME|VERIFY/.test(code) && 'its certificate is not to be trusted'
  const reason = causes[code] ?? (certificate ? `${certificate} (${message})` : message)
  return new OnrecordError('E_FETCH', `${url} could not be fetched: ${reason}.`, { cause: error })
}
