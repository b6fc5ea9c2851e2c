/**
 * Reads feeds in a thread of its own, which is given a time and a memory: a feed made to be hard to parse costs these and no
 * more, and the next one is read by a new thread.
 */
import type { Worker } from 'node:worker_threads'
import { decode } from '../../charset.ts'
import { OnrecordError } from '../../errors.ts'
import { startModule } from '../../thread.ts'
import type { Feed } from './feed.ts'

export interface Question {
  text: string
  what: 'feed' | 'list'
}
export type Answer = { result: Feed | string[] } | { fault: string }

export interface FeedReader {
  /** @throws OnrecordError E_FEED */
  feed(bytes: Uint8Array, place: string, contentType?: string): Promise<Feed>
  /** The addresses in an OPML list. @throws OnrecordError E_FEED */
  list(bytes: Uint8Array, place: string, contentType?: string): Promise<string[]>
  close(): Promise<void>
}

/** A feed of ten thousand items takes a second; the memory holds one of 32 MiB. */
const DEFAULT_SECONDS = 20
const MEMORY_MB = 512

export function startFeedReader(seconds = DEFAULT_SECONDS): FeedReader {
  let thread: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()

  /** One question at a time: what is hard to parse takes no other with it. */
  function ask(question: Question, place: string): Promise<Feed | string[]> {
    const answer = last.then(() => answerTo(question, place))
    last = answer.catch(() => {})
    return answer
  }

  function answerTo(question: Question, place: string): Promise<Feed | string[]> {
    thread ??= startModule(new URL('./thread.ts', import.meta.url), undefined, {
      maxOldGenerationSizeMb: MEMORY_MB,
    })
    const asked = thread
    return new Promise((done, fail) => {
      const settle = (): void => {
        clearTimeout(timer)
        asked.off('message', answered).off('error', failed).off('exit', ended)
      }
      const lose = (why: string): void => {
        settle()
        thread = undefined
        // A thread that ends late may still tell of its end.
        asked.on('error', () => {})
        void asked.terminate()
        fail(new OnrecordError('E_FEED', `${place} cannot be read: ${why}.`))
      }
      const answered = (answer: Answer): void => {
        settle()
        if ('result' in answer) done(answer.result)
        else fail(isNone(question, place))
      }
      const failed = (error: Error): void => lose(error.message)
      const ended = (): void => lose('its thread ended')
      const timer = setTimeout(() => lose(`it takes longer than ${seconds} seconds`), seconds * 1000)
      asked.on('message', answered).on('error', failed).on('exit', ended)
      asked.postMessage(question)
    })
  }

  /** A declaration of XML says its character set as one of HTML does. */
  const textOf = (bytes: Uint8Array, contentType = '') => decode(bytes, { contentType, html: true }).text
  return {
    feed: async (bytes, place, type) => (await ask({ text: textOf(bytes, type), what: 'feed' }, place)) as Feed,
    list: async (bytes, place, type) => (await ask({ text: textOf(bytes, type), what: 'list' }, place)) as string[],
    async close() {
      await last
      await thread?.terminate()
      thread = undefined
    },
  }
}

/** What a text is that is no feed or list; of a page, which feeds it names. */
function isNone({ text, what }: Question, place: string): OnrecordError {
  if (what === 'list') return new OnrecordError('E_FEED', `${place} is no OPML list of feeds.`)
  if (!/<html[\s>]|<!doctype html/i.test(text.slice(0, 4096))) {
    return new OnrecordError('E_FEED', `${place} is no feed (RSS, Atom, RDF or JSON Feed), or a damaged one.`)
  }
  const links = text.slice(0, 200_000).match(/<link\s[^>]{1,2000}>/gi) ?? []
  const feeds = links
    .filter((link) => /application\/(?:rss|atom|feed)\+(?:xml|json)/i.test(link))
    .flatMap((link) => /href\s*=\s*["']?([^"'\s>]+)/i.exec(link)?.[1] ?? [])
  const named = feeds.length > 0 ? ` It names ${feeds.slice(0, 5).join(', ')}.` : ''
  return new OnrecordError('E_FEED', `${place} is a page, not a feed. Give the feed's own address.${named}`)
}
