/** The options of every command that watches feeds. */
import { type Command, InvalidArgumentError } from 'commander'
import { DEFAULT_MAX_BYTES } from '../sources/index.ts'
import { positive } from './inputs.ts'
import { type OwnOptions, withOwn } from './read.ts'
import { withPages, withWeb } from './web-options.ts'

export interface WatchingOptions extends OwnOptions {
  every: number
  jobs?: number
  wait?: number
  maxBytes: number
  keepPages?: boolean
}

const MINUTE_MS = 60_000
const DEFAULT_EVERY_MS = 15 * MINUTE_MS
/** Servers take a feed that is asked for more often for an attack. */
const SHORTEST_MS = MINUTE_MS

/** "30m", "2h", "1d" in milliseconds. */
export function interval(text: string): number {
  const [, number, unit = 'm'] = /^(\d+(?:\.\d+)?)\s*(m|min|h|d)?$/.exec(text.trim()) ?? []
  const ms = Number(number) * MINUTE_MS * { m: 1, min: 1, h: 60, d: 1440 }[unit as 'm']
  if (number === undefined || ms < SHORTEST_MS) throw new InvalidArgumentError('It must be 1m or more: 15m, 2h, 1d.')
  return ms
}

/** Adds the options that say how feeds are watched. */
export const withWatching = (command: Command): Command =>
  withOwn(withPages(withWeb(command)))
    .option(
      '--every <time>',
      'how often the feeds are looked at: 15m, 2h, 1d (default: 15m)',
      interval,
      DEFAULT_EVERY_MS,
    )
    .option('--jobs <n>', 'articles to read at once (default: one a core)', positive)
    .option('--max-bytes <n>', 'refuse a page or feed larger than this, unpacked', positive, DEFAULT_MAX_BYTES)
