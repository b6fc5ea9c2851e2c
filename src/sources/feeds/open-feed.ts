/** Asks a feed whether it has changed, and reads it if it has. */
import { coded, type OnrecordError } from '../../errors.ts'
import { answered, type Fetched, retryAfter, type Web } from '../web/index.ts'
import type { Feed } from './feed.ts'
import type { FeedReader } from './reader.ts'

/** What a server gave with a feed, to be given back when it is asked again (RFC 9110, "Validators"). */
export interface Validators {
  etag?: string
  modified?: string
}

export interface Look extends Validators {
  /** What the feed holds; absent where it has not changed. */
  feed?: Feed
  /** Where it stands; another than was asked where it has moved for good. */
  address: string
  /** Why it could not be had, where the server says that. */
  fault?: OnrecordError
  /** How long the server asks not to be asked again, in milliseconds. */
  wait?: number
}

/** @throws OnrecordError faults of {@link Web.get}, E_FEED */
export async function lookAt(web: Web, reader: FeedReader, address: string, last: Validators): Promise<Look> {
  const asked = {
    ...(last.etag && { 'if-none-match': last.etag }),
    ...(last.modified && { 'if-modified-since': last.modified }),
  }
  const answer = await web.get(address, asked)
  const wait = retryAfter(answer)
  const place = { address: answer.moved ? answer.url.href : address, ...(wait !== undefined && { wait }) }
  if (answer.status === 304) return { ...last, ...place }
  const fault = faultOf(answer)
  if (fault) return { ...last, ...place, fault }
  const { bytes, headers, url } = answer
  const feed = await reader.feed(bytes, address, headers['content-type'])
  return {
    ...place,
    ...(headers.etag && { etag: headers.etag }),
    ...(headers['last-modified'] && { modified: headers['last-modified'] }),
    feed: { ...feed, items: feed.items.map((it) => ({ ...it, ...linkOf(it.link, url) })) },
  }
}

/** Links may be written from the feed's own place. */
const linkOf = (link: string | undefined, base: URL): { link?: string } =>
  link !== undefined && URL.canParse(link, base.href) ? { link: new URL(link, base).href } : {}

function faultOf(answer: Fetched): OnrecordError | undefined {
  try {
    answered(answer)
    return undefined
  } catch (error) {
    return coded(error)
  }
}
