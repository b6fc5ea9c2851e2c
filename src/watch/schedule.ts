/** When a feed is looked at again. */
import type { FeedState } from './state.ts'

/** No feed is left alone for longer, in milliseconds. */
const LONGEST_MS = 24 * 60 * 60_000
const MINUTE_MS = 60_000

export const isDue = ({ after }: FeedState, now = Date.now()): boolean => !after || Date.parse(after) <= now

/** Until when a feed that was had is left alone: its own wish, where that is beyond the next cycle. */
export function afterSuccess(everyMs: number, ttlMinutes = 0, waitMs = 0, now = Date.now()): string | undefined {
  const wish = Math.min(Math.max(ttlMinutes * MINUTE_MS, waitMs), LONGEST_MS)
  // A wish of one interval is kept by looking once an interval: cycles are never exactly as long.
  return wish > everyMs ? new Date(now + wish - everyMs / 2).toISOString() : undefined
}

/**
 * Until when a feed is left alone that could not be had: twice as long each time, up to a day, and not all at the same moment.
 *
 * @param failures how often in a row, 1 for the first time
 * @param random from 0 to 1
 */
export function afterFailure(
  everyMs: number,
  failures: number,
  waitMs = 0,
  now = Date.now(),
  random = Math.random(),
): string {
  const backoff = Math.min(everyMs * 2 ** Math.min(failures - 1, 20), LONGEST_MS)
  return new Date(now + Math.min(Math.max(waitMs, backoff * (0.5 + random / 2)), LONGEST_MS)).toISOString()
}
