/** What a site lets programs fetch: its robots.txt (RFC 9309). */
import robotsParser from 'robots-parser'
import { coded, OnrecordError } from '../../errors.ts'

interface Parsed {
  isAllowed(url: string, robot: string): boolean | undefined
  getCrawlDelay(robot: string): number | undefined
}
/** What its types say that it exports depends on how modules are resolved; it is this function. */
const parseRobots = robotsParser as unknown as (url: string, text: string) => Parsed

/** The name by which a site's robots.txt may call us. */
export const ROBOT = 'onrecord'
/** RFC 9309 asks to use no copy older than a day. */
const KEPT_MS = 24 * 60 * 60_000
/** A site that could not be asked is asked again after this. */
const FAILED_MS = 5 * 60_000
/** The longest pause that a site may ask for; some ask for hours. */
const LONGEST_DELAY_MS = 30_000
/** RFC 9309 asks that 500 KiB be read; what follows may be left out. */
export const ROBOTS_BYTES = 500 * 1024

/** Fetches a robots.txt, redirects followed. */
export type FetchRobots = (url: URL) => Promise<{ status: number; bytes: Buffer }>

export interface Robots {
  /**
   * How long a site asks to pause after each page, in milliseconds.
   *
   * @throws OnrecordError E_ROBOTS where the page is not to be fetched
   */
  check(url: URL): Promise<number>
}

interface Rules {
  allows(url: URL): boolean
  delayMs: number
}

const everything: Rules = { allows: () => true, delayMs: 0 }

/** Asks each site once a day. A site whose rules cannot be had for a fault of its own allows nothing (RFC 9309, 2.3.1.4). */
export function startRobots(fetchRobots: FetchRobots): Robots {
  const known = new Map<string, { until: number; rules: Promise<Rules> }>()
  return {
    async check(url) {
      const { origin } = url
      const now = Date.now()
      for (const [site, { until }] of known) if (until < now) known.delete(site)
      const found = known.get(origin) ?? { until: now + KEPT_MS, rules: rulesOf(origin, fetchRobots) }
      known.set(origin, found)
      found.rules.catch(() => {
        found.until = Math.min(found.until, now + FAILED_MS)
      })
      const rules = await found.rules
      if (rules.allows(url)) return rules.delayMs
      throw new OnrecordError(
        'E_ROBOTS',
        `${url} is not for programs, says ${origin}/robots.txt. Save the page in a browser and add the file.`,
      )
    },
  }
}

/** @throws OnrecordError where the site or its robots.txt cannot be reached */
async function rulesOf(origin: string, fetchRobots: FetchRobots): Promise<Rules> {
  const place = new URL('/robots.txt', origin)
  const { status, bytes } = await fetchRobots(place).catch((error) => {
    const { code, message } = coded(error)
    throw code === 'E_PRIVATE' || code === 'E_FETCH' ? error : unreachable(place, message)
  })
  if (status >= 500 || status === 429) throw unreachable(place, `status ${status}`)
  if (status < 200 || status >= 300) return everything
  const robots = parseRobots(`${place}`, bytes.toString('utf8'))
  const delay = robots.getCrawlDelay(ROBOT) ?? 0
  return {
    allows: (url) => robots.isAllowed(`${url}`, ROBOT) !== false,
    delayMs: Number.isFinite(delay) ? Math.min(Math.max(0, delay * 1000), LONGEST_DELAY_MS) : 0,
  }
}

const unreachable = (place: URL, why: string): OnrecordError =>
  new OnrecordError('E_UNAVAILABLE', `${place} cannot be had (${why}), so its site is left alone. Try again later.`)
