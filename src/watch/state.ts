/**
 * What a watch remembers between its cycles, in `watch.json` of the record's folder. It is written after the articles are in the
 * record: a watch that is killed asks once more for what it had not kept, and the record knows what it has.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import { replaceFile } from '../record/index.ts'

const Waiting = z.object({
  key: z.string(),
  link: z.string().optional(),
  title: z.string().optional(),
  published: z.string().optional(),
  content: z.object({ kind: z.enum(['html', 'text']), data: z.string() }).optional(),
  /** How often its page was asked for. */
  tries: z.number(),
})
export type Waiting = z.infer<typeof Waiting>

const FeedState = z.object({
  /** Where it has moved for good. */
  address: z.string().optional(),
  etag: z.string().optional(),
  modified: z.string().optional(),
  title: z.string().optional(),
  /** ISO 8601: when it was last looked at, and until when it is left alone. */
  looked: z.string().optional(),
  after: z.string().optional(),
  /** How often in a row it could not be had. */
  failures: z.number(),
  /** Its items that are done with, as {@link digestOf} their keys. */
  items: z.array(z.string()),
  /** Items whose pages could not be had yet. */
  waiting: z.array(Waiting),
})
export type FeedState = z.infer<typeof FeedState>

const State = z.object({ version: z.literal(1), feeds: z.record(z.string(), FeedState) })
export type State = z.infer<typeof State>

export const newFeed = (): FeedState => ({ failures: 0, items: [], waiting: [] })

/** 48 bits of an item's key: a feed of ten thousand takes two for one with a chance of one in five million. */
export const digestOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 8)

const pathIn = (folder: string): string => join(folder, 'watch.json')

/** @throws OnrecordError E_WATCH where the file was changed by hand or by another version */
export async function loadState(folder: string): Promise<State> {
  const text = await readFile(pathIn(folder), 'utf8').catch(() => undefined)
  if (text === undefined) return { version: 1, feeds: {} }
  try {
    return State.parse(JSON.parse(text))
  } catch (error) {
    const advice = 'Delete it: the feeds are then read from anew, and what is on record is not added twice.'
    throw new OnrecordError('E_WATCH', `${pathIn(folder)} is not what a watch wrote. ${advice}`, { cause: error })
  }
}

/** @throws OnrecordError E_WRITE */
export const saveState = (folder: string, state: State): Promise<void> =>
  replaceFile(pathIn(folder), `${JSON.stringify(state)}\n`)
