/** The web as onrecord asks it: politely, guarded, bounded; redirects followed, each checked like the first address. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OnrecordError } from '../../errors.ts'
import { packageRoot } from '../../package-root.ts'
import { openArchive } from './archive.ts'
import { type GuardOptions, webAddress } from './guard.ts'
import { DEFAULT_LIMITS, type WebLimits } from './limits.ts'
import { type Answer, request } from './request.ts'
import { ROBOT, ROBOTS_BYTES, startRobots } from './robots.ts'
import { startTurns } from './turns.ts'

export interface WebOptions extends GuardOptions {
  /** How a site may reach who reads: an address of the web or of mail, sent with every request. */
  contact?: string
  /** Milliseconds between two requests to one host. */
  pauseMs?: number
  limits?: Partial<WebLimits>
  /** A folder in which every page is kept as it was sent, as WARC. */
  keepPages?: string
  signal?: AbortSignal
}

/** A page as it was answered, and where it stood in the end. */
export interface Fetched extends Answer {
  /** The address that was asked for. */
  given: string
  /** Whether all redirects said that they are for good. */
  moved: boolean
}

export interface Web {
  /**
   * Fetches a page, whatever its status is.
   *
   * @throws OnrecordError E_ADDRESS, E_PRIVATE, E_ROBOTS, E_FETCH, E_SLOW, E_REDIRECT, E_UNAVAILABLE, E_TOO_LARGE
   */
  get(address: string, headers?: Record<string, string>): Promise<Fetched>
  /** Keeps a page, where pages are kept. @throws OnrecordError E_WRITE */
  keep(page: Answer): Promise<void>
}

/** A second between pages of a host is what careful crawlers keep. */
export const DEFAULT_PAUSE_MS = 1000

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const FOR_GOOD = new Set([301, 308])

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))

/** "onrecord/0.1.0 (reads news for a record; +mailto:ada@example.org)" */
export const userAgent = (contact?: string): string =>
  `${ROBOT}/${version} (reads news for a record${contact ? `; +${contact.replace(/[^\x21-\x7e]/g, '')}` : ''})`

export function openWeb(options: WebOptions = {}): Web {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const common = { 'user-agent': userAgent(options.contact), accept: '*/*', 'accept-language': 'en, *;q=0.5' }
  const archive = options.keepPages === undefined ? undefined : openArchive(options.keepPages, common['user-agent'])
  const turns = startTurns(options.pauseMs ?? DEFAULT_PAUSE_MS)
  const robots = startRobots((url) =>
    follow(url, (hop) => ask(hop, {}, { ...limits, maxBytes: ROBOTS_BYTES }), limits.redirects),
  )

  /** Hosts that asked to be left alone, and until when, in milliseconds. */
  const waits = new Map<string, number>()

  async function ask(url: URL, headers: Record<string, string>, bounds = limits, pauseMs = 0): Promise<Answer> {
    const all = { ...common, ...headers }
    const work = async (): Promise<Answer> => {
      const until = waits.get(url.host) ?? 0
      if (until > Date.now()) {
        const when = new Date(until).toISOString()
        throw new OnrecordError('E_UNAVAILABLE', `${url} is not asked: its host wants to be left alone until ${when}.`)
      }
      waits.delete(url.host)
      const answer = await request(url, { ...options, limits: bounds, headers: all })
      const wait = answer.status === 429 || answer.status === 503 ? retryAfter(answer) : undefined
      if (wait !== undefined) waits.set(url.host, Date.now() + wait)
      return answer
    }
    return await turns.take(url.host, work, pauseMs)
  }

  return {
    keep: async (page) => archive?.keep(page),
    async get(given, headers = {}) {
      const hop = async (url: URL): Promise<Answer> => ask(url, headers, limits, await robots.check(url))
      return { ...(await follow(webAddress(given), hop, limits.redirects)), given }
    },
  }
}

/** No host is left alone for longer than a day, whatever it says. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000

/** How long an answer asks not to be asked again (seconds, or a date), in milliseconds; undefined where it does not. */
export function retryAfter({ headers }: Pick<Answer, 'headers'>): number | undefined {
  const told = headers['retry-after']
  if (!told) return undefined
  const ms = /^\d+$/.test(told.trim()) ? Number(told) * 1000 : Date.parse(told) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), LONGEST_WAIT_MS)
}

/** Follows redirects; every hop is a request of its own, so what is checked of the first is checked of all. */
async function follow(
  start: URL,
  hop: (url: URL) => Promise<Answer>,
  most: number,
): Promise<Answer & { moved: boolean }> {
  const seen = new Set<string>()
  let moved = true
  for (let url = start; ; ) {
    if (seen.has(url.href)) throw new OnrecordError('E_REDIRECT', `${start} leads in a circle, over ${url}.`)
    if (seen.size > most) throw new OnrecordError('E_REDIRECT', `${start} is redirected more than ${most} times.`)
    seen.add(url.href)
    const answer = await hop(url)
    const target = answer.headers.location
    if (!REDIRECTS.has(answer.status) || !target) return { ...answer, moved: moved && seen.size > 1 }
    moved &&= FOR_GOOD.has(answer.status)
    url = webAddress(target, url.href)
    url.hash = ''
  }
}
