/** An item of a feed -> the article behind it: its page, or what the feed itself gives where the page is refused. */
import { coded, OnrecordError } from '../errors.ts'
import type { FeedItem, Input } from '../sources/index.ts'
import { fetchPage, isPassing, plainAddress, type Web } from '../sources/index.ts'

/** A feed's text with fewer letters than this is a teaser, not the article; in UTF-16 code units. */
const SHORTEST_TEXT = 400

export interface Found {
  input: Input
  /** To be read instead, where the page turns out to hold no article. */
  instead?: Input
}

/** What the feed itself gives of an article; undefined where that is a teaser. */
export function ownText(
  { link, title, published, content }: FeedItem,
  feed: string,
  outlet?: string,
): Input | undefined {
  const letters =
    content?.data
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim().length ?? 0
  if (!content || letters < SHORTEST_TEXT) return undefined
  const url = link && URL.canParse(link) ? plainAddress(link) : undefined
  return {
    uri: url ?? feed,
    ...(url && { url }),
    format: 'feed',
    body: { kind: content.kind, data: content.data },
    ...(title && { title }),
    ...(published && { published }),
    ...(outlet && { outlet }),
    retrieved: new Date().toISOString(),
  }
}

/**
 * The article of an item.
 *
 * @param patient whether the page may be asked for again later
 * @throws OnrecordError a passing fault, if patient: the page may be had at another time
 */
export async function articleBehind(
  web: Web,
  item: FeedItem,
  feed: string,
  outlet: string | undefined,
  patient: boolean,
): Promise<Found> {
  const own = ownText(item, feed, outlet)
  if (!item.link) return { input: own ?? failed(feed, noLink(feed, item)) }
  try {
    const { published: dated } = item
    const input = await fetchPage(web, item.link)
    return { input: { ...input, ...(dated && { dated }) }, ...(own && { instead: own }) }
  } catch (error) {
    const fault = coded(error)
    if (patient && isPassing(fault.code)) throw fault
    return { input: own ?? failed(item.link, fault) }
  }
}

const failed = (uri: string, error: OnrecordError): Input => ({ uri, format: 'html', error })

const noLink = (feed: string, { key }: FeedItem): OnrecordError =>
  new OnrecordError('E_FEED', `${feed} gives neither an address nor a text for its item ${key.slice(0, 100)}.`)
