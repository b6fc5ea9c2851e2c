/** A look at one feed: what is new in it, article by article. */
import { coded } from '../errors.ts'
import { addressKey, type FeedReader, type Input, type Look, lookAt, type Web } from '../sources/index.ts'
import { articleBehind } from './article.ts'
import { afterFailure, afterSuccess } from './schedule.ts'
import { digestOf, type FeedState, type Waiting } from './state.ts'

/** How often a page is asked for, cycle by cycle, before what the feed itself gives is taken. */
const TRIES = 5

export interface VisitOptions {
  web: Web
  reader: FeedReader
  everyMs: number
  /** Whether an article is on record, or being read, by its address. */
  isKnown(address: string): boolean
  /** Notes that an article is being read. */
  take(address: string): void
  onFault(code: string, message: string): void
  signal?: AbortSignal
}

/** An article to be read. One of the two is called once it is on record, or could not be read for a passing fault. */
export interface Task {
  input: Input
  /** To be read instead, where the page turns out to hold no article. */
  instead?: Input
  done(): void
  retry(): void
}

/**
 * The new articles of a feed. Its state changes as they are done with; its validators are noted only when all are, so that a watch
 * which ends before is given them again.
 */
export async function* visit(address: string, feed: FeedState, options: VisitOptions): AsyncGenerator<Task> {
  const look = await lookOrFault(address, feed, options)
  const items = [...feed.waiting, ...newItems(look, feed)]
  let open = items.length + 1
  const close = (): void => {
    open -= 1
    if (open > 0 || !look) return
    note(feed, 'etag', look.etag)
    note(feed, 'modified', look.modified)
    // What the feed lists no more need not be remembered: the record knows its address.
    if (look.feed) feed.items = [...new Set(look.feed.items.map(({ key }) => digestOf(key)))]
  }
  for (const item of items) {
    const done = (): void => {
      feed.waiting = feed.waiting.filter(({ key }) => key !== item.key)
      feed.items.push(digestOf(item.key))
      close()
    }
    const retry = (): void => {
      feed.waiting = [...feed.waiting.filter(({ key }) => key !== item.key), { ...item, tries: item.tries + 1 }]
      close()
    }
    if (item.link && options.isKnown(item.link)) {
      done()
      continue
    }
    if (item.link) options.take(item.link)
    try {
      const patient = item.tries + 1 < TRIES
      const { input, instead } = await articleBehind(options.web, item, address, feed.title, patient)
      const isSame = item.link !== undefined && addressKey(input.uri) === addressKey(item.link)
      if (!isSame && !input.error && options.isKnown(input.uri)) done()
      else {
        options.take(input.uri)
        yield { input, ...(instead && { instead }), done, retry }
      }
    } catch (error) {
      // A watch that is stopped has not failed: it goes on from what it has kept.
      if (options.signal?.aborted) return
      const { code, message } = coded(error)
      options.onFault(code, message)
      retry()
    }
  }
  close()
}

async function lookOrFault(address: string, feed: FeedState, options: VisitOptions): Promise<Look | undefined> {
  const { web, reader, everyMs } = options
  let wait: number | undefined
  feed.looked = new Date().toISOString()
  try {
    const look = await lookAt(web, reader, feed.address ?? address, feed)
    wait = look.wait
    if (look.fault) throw look.fault
    if (look.address !== address) feed.address = look.address
    note(feed, 'title', look.feed?.title ?? feed.title)
    note(feed, 'after', afterSuccess(everyMs, look.feed?.ttl, look.wait))
    feed.failures = 0
    return look
  } catch (error) {
    if (options.signal?.aborted) return undefined
    const { code, message } = coded(error)
    feed.failures += 1
    feed.after = afterFailure(everyMs, feed.failures, wait)
    options.onFault(code, message)
    return undefined
  }
}

function newItems(look: Look | undefined, feed: FeedState): Waiting[] {
  const known = new Set([...feed.items, ...feed.waiting.map(({ key }) => digestOf(key))])
  return (look?.feed?.items ?? []).flatMap((item) => {
    const digest = digestOf(item.key)
    if (known.has(digest)) return []
    known.add(digest)
    return [{ ...item, tries: 0 }]
  })
}

function note<Key extends 'etag' | 'modified' | 'title' | 'after'>(feed: FeedState, key: Key, value?: string): void {
  if (value === undefined) delete feed[key]
  else feed[key] = value
}
