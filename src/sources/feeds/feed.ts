/** A feed as it is used here, whatever format it came in. */

export interface Feed {
  title?: string
  /** How long it asks to be left alone between two looks, in minutes. */
  ttl?: number
  items: FeedItem[]
}

export interface FeedItem {
  /** What the feed tells its items apart by. */
  key: string
  /** Address of the article, as the feed gives it. */
  link?: string
  title?: string
  /** ISO 8601 where it could be read, else as written. */
  published?: string
  /** The longest text that the feed itself gives of the article. */
  content?: { kind: 'html' | 'text'; data: string }
}
