/** The options of every command that may fetch from the web. */
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { WebOptions } from '../sources/index.ts'

export interface FetchOptions {
  allowPrivate?: boolean
  contact?: string
  pause: number
}

/** Adds the options that say how pages are fetched. */
export const withWeb = (command: Command): Command =>
  command
    .option('--contact <address>', 'your web or mail address: sites see it with every request')
    .option('--pause <seconds>', 'between two requests to one host', seconds, 1)
    .option('--allow-private', 'fetch from this machine and private networks, too')

/** Adds `--keep-pages` to a command that fills a record. */
export const withPages = (command: Command): Command =>
  command.option('--keep-pages', 'keep fetched pages as they were sent, as WARC in the folder pages of the record')

/** What that option asks of the web. */
export const pagesOf = ({ record, keepPages }: { record: string; keepPages?: boolean }): WebOptions =>
  keepPages ? { keepPages: join(record, 'pages') } : {}

/** A number of seconds, 0 or more, as an option's value. */
export function seconds(text: string): number {
  const n = Number(text)
  if (text.trim() === '' || !(n >= 0 && n <= 86_400)) throw new InvalidArgumentError('It must be seconds, 0 to 86400.')
  return n
}

/** What those options ask of the web. */
export const webOf = ({ allowPrivate, contact, pause }: FetchOptions): WebOptions => ({
  ...(allowPrivate && { allowPrivate }),
  ...(contact !== undefined && { contact }),
  pauseMs: pause * 1000,
})
