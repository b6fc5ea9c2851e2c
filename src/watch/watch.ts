/** Watches feeds: a cycle, a pause, and again, until it is stopped. */
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { coded, OnrecordError } from '../errors.ts'
import { lockRecord, openWriter } from '../record/index.ts'
import { type FeedReader, openWeb, startFeedReader, type Web, type WebOptions, webAddress } from '../sources/index.ts'
import { type Cycle, type CycleOptions, cycle } from './cycle.ts'
import { loadState } from './state.ts'

export interface WatchOptions extends Pick<CycleOptions, 'folder' | 'startReaders' | 'add' | 'wait' | 'onFault'> {
  /** Addresses of feeds, and OPML lists of them: files, or addresses that end in ".opml". */
  places: readonly string[]
  everyMs: number
  web: WebOptions
  /** One cycle only. */
  once?: boolean
  signal?: AbortSignal
  /** Called after each cycle; `next` is when the next one begins, ISO 8601. */
  onCycle(cycle: Cycle, next?: string): void
}

/** The name of the lock that keeps a second watch off the record; the writer's lock is taken only while articles are kept. */
const LOCK = 'watch.duckdb'
/** Cycles of many watches are not to fall on the same moment: each pause is this share shorter or longer. */
const JITTER = 0.05

/**
 * Watches feeds, and adds what is new in them to a record, which is made where there is none.
 *
 * @throws OnrecordError E_LOCKED where another watch runs on the record, E_WATCH, E_WRITE, faults of the lists of feeds
 */
export async function watch(options: WatchOptions): Promise<void> {
  const { folder, everyMs, once, signal } = options
  const writer = await openWriter(folder, options.wait)
  writer.close()
  const release = await lockRecord(folder, 0, LOCK)
  const reader = startFeedReader()
  try {
    const web = openWeb({ ...options.web, ...(signal && { signal }) })
    const feeds = await feedsOf(options, web, reader)
    const state = await loadState(folder)
    while (!signal?.aborted) {
      const began = Date.now()
      const result = await cycle(state, { ...options, feeds, web, reader })
      // A watch that waits holds no thread.
      await reader.close()
      const pause = everyMs * (1 - JITTER + Math.random() * 2 * JITTER) - (Date.now() - began)
      const next = once ? undefined : new Date(Date.now() + Math.max(0, pause)).toISOString()
      options.onCycle(result, next)
      if (once) return
      // Stopped while it waits: nothing is lost by that.
      await sleep(Math.max(0, pause), undefined, { signal }).catch(() => {})
    }
  } finally {
    await reader.close()
    release()
  }
}

/** The feeds that are meant: each once, all of the web. */
async function feedsOf({ places, onFault }: WatchOptions, web: Web, reader: FeedReader): Promise<string[]> {
  const feeds = new Set<string>()
  for (const place of places) {
    if (isWeb(place) && !/\.opml$/i.test(new URL(place).pathname)) feeds.add(webAddress(place).href)
    else {
      const bytes = isWeb(place) ? (await web.get(place)).bytes : await fileOf(place)
      for (const address of await reader.list(bytes, place)) {
        try {
          feeds.add(webAddress(address).href)
        } catch (error) {
          const { code, message } = coded(error)
          onFault(code, `${place}: ${message}`)
        }
      }
    }
  }
  if (feeds.size === 0) throw new OnrecordError('E_FEED', `${places.join(', ')} names no feed that can be watched.`)
  return [...feeds]
}

const isWeb = (place: string): boolean => /^https?:\/\//i.test(place) && URL.canParse(place)

const fileOf = (path: string): Promise<Buffer> =>
  readFile(path).catch((error) => {
    const advice = "Give a feed's address with https://, or an OPML file."
    throw new OnrecordError('E_NOT_FOUND', `${path} cannot be opened (${error.code}). ${advice}`)
  })
