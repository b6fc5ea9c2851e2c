/**
 * Who may ask. Text in a record is hostile and so are other sites: a page elsewhere may send requests to this machine (CSRF), or give
 * its own name the address 127.0.0.1 (DNS rebinding).
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { OnrecordError } from '../errors.ts'

export interface GuardOptions {
  /** What must be shown to be let in; nobody is asked where there is none. */
  token?: string
  /** Names by which the server is called beside addresses and this machine's own. */
  hosts?: readonly string[]
}

const COOKIE = 'onrecord-token'

/** Scripts, styles and pictures are our own; nothing is sent or fetched elsewhere; no other site may frame a page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers of every answer. */
export const headers: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('content-security-policy', POLICY)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
  c.header('cross-origin-resource-policy', 'same-origin')
  c.header('cross-origin-opener-policy', 'same-origin')
}

/** Lets in only who calls the server by its own name, does not write from another site, and shows the token where one is asked. */
export function guard({ token, hosts = [] }: GuardOptions): MiddlewareHandler {
  const names = new Set(['localhost', hostname().toLowerCase(), ...hosts.map((it) => it.toLowerCase())])
  return async (c, next) => {
    checkHost(c, names)
    checkOrigin(c)
    if (token !== undefined) {
      const given = c.req.query('token')
      if (given !== undefined && isSame(given, token) && c.req.method === 'GET') return enterWith(c, token)
      if (!isSame(shown(c), token)) {
        throw new OnrecordError(
          'E_TOKEN',
          'Give the token that onrecord serve printed: open the address it printed, or send Authorization: Bearer TOKEN.',
        )
      }
    }
    await next()
  }
}

function checkHost(c: Context, names: ReadonlySet<string>): void {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const name = host
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase()
  // Rebinding needs a name: an address is always the one that was meant.
  if (isIP(name) === 0 && !names.has(name)) {
    throw new OnrecordError(
      'E_HOST',
      `This server is not called ${name}. Use the address that onrecord serve printed, or start it with --name ${name}.`,
    )
  }
}

function checkOrigin(c: Context): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return
  const origin = c.req.header('origin')
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const other = origin !== undefined && hostOf(origin) !== host
  if (other || c.req.header('sec-fetch-site') === 'cross-site') {
    throw new OnrecordError('E_ORIGIN', 'A page of another site may not change the record.')
  }
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '')

const shown = (c: Context): string =>
  /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? getCookie(c, COOKIE) ?? ''

/** Keeps the token as a cookie and takes it out of the address, so that it is not passed on with a link. */
function enterWith(c: Context, token: string): Response {
  setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
  const url = new URL(c.req.url)
  url.searchParams.delete('token')
  return c.redirect(`${url.pathname}${url.search}`, 303)
}

/** Compares in a time that tells nothing of where two texts differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
