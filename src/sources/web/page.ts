/** A page of the web -> an `Input`, under the address that it says is its own. */
import { OnrecordError } from '../../errors.ts'
import { formatOfContent, SNIFF_BYTES } from '../format.ts'
import type { Input } from '../input.ts'
import { isCopyist, isSameSite, plainAddress } from './address.ts'
import { canonicalIn } from './canonical.ts'
import { webAddress } from './guard.ts'
import type { Fetched, Web } from './web.ts'

/** Faults that may be over at the next try. */
export const isPassing = (code: string): boolean => ['E_UNAVAILABLE', 'E_SLOW', 'E_FETCH', 'E_WRITE'].includes(code)

/**
 * Fetches an article.
 *
 * @throws OnrecordError faults of {@link Web.get}, E_STATUS, E_BINARY, E_FEED, E_WRITE
 */
export async function fetchPage(web: Web, address: string): Promise<Input> {
  const page = answered(await web.get(address))
  const own = ownAddress(page)
  // A keeper of copies is not believed, but may say where the page itself is.
  const isItself = !own || !isCopyist(page.url) || isCopyist(own)
  const itself = isItself ? page : answered(await web.get(own.href))
  const input = inputOf(itself, isItself ? own : ownAddress(itself))
  await web.keep(itself)
  return input
}

const ownAddress = ({ bytes, headers, url }: Fetched): URL | undefined => canonicalIn(bytes, headers, url)

/** @throws OnrecordError E_STATUS, E_UNAVAILABLE */
export function answered(page: Fetched): Fetched {
  const { status, reason, url, given } = page
  if (status >= 200 && status < 300 && status !== 204) return page
  const place = url.href === webAddress(given).href ? given : `${given} (${url})`
  if (status === 408 || status === 429 || status >= 500) {
    throw new OnrecordError('E_UNAVAILABLE', `${place} is not to be had now: ${status} ${reason}. Try again later.`)
  }
  throw new OnrecordError('E_STATUS', `${place} gives no page: ${status} ${reason}. Check the address.`)
}

/** A page under its own address, as far as it is of the same site: a page speaks for no other. */
function inputOf(page: Fetched, own: URL | undefined): Input {
  const uri = plainAddress((own && isSameSite(own, page.url) ? own : page.url).href)
  const contentType = page.headers['content-type']
  return {
    uri,
    url: uri,
    ...formatted(page, uri),
    ...(contentType !== undefined && { contentType }),
    retrieved: page.retrieved,
  }
}

const FEED = /<(?:rss|feed|rdf:RDF)[\s>]/

/** @throws OnrecordError E_BINARY, E_FEED */
function formatted({ bytes, headers }: Fetched, uri: string): Pick<Input, 'format' | 'body'> {
  const head = bytes.subarray(0, SNIFF_BYTES)
  if (FEED.test(head.toString('latin1')) && !/<html[\s>]/i.test(head.toString('latin1'))) {
    throw new OnrecordError(
      'E_FEED',
      `${uri} is a feed, not an article. Read what it lists with onrecord watch --once.`,
    )
  }
  const shown = formatOfContent(head, uri)
  const kind = shown === 'html' || /\bx?html\b/i.test(headers['content-type'] ?? '') ? 'html' : 'text'
  return { format: kind, body: { kind, data: bytes } }
}
