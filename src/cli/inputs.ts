/** What every command that reads articles shares: its input options, progress, coded errors and exit status. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { coded } from '../errors.ts'
import { openOutput } from '../output.ts'
import type { ReadingError } from '../reading.ts'
import {
  type ColumnMap,
  columnFields,
  columnMap,
  DEFAULT_MAX_BYTES,
  type Input,
  type InputFormat,
  inputFormats,
  openSources,
  type SourceOptions,
} from '../sources/index.ts'
import { collected } from './actors.ts'
import { startProgress } from './progress.ts'
import { type FetchOptions, webOf, withWeb } from './web-options.ts'

export interface InputOptions extends FetchOptions {
  from?: InputFormat
  plain?: boolean
  out?: string
  maxBytes: number
  map?: ColumnMap
  cdx?: string
  url?: string[]
  since?: string
  until?: string
}

/** Adds the arguments and options of a command that prints what it reads. */
export const withInputs = (command: Command): Command =>
  withSources(command).option('--out <file>', 'write to a file instead of standard output')

/** Adds the arguments and options that say what to read. */
export const withSources = (command: Command): Command =>
  withReading(command.argument('<input...>', 'files, folders, globs, addresses of the web, or - for standard input'))
    .option('--cdx <file>', 'an index (CDXJ) of the WARC files: only the pages that it lists and you select are read')
    .option('--url <pattern>', 'of WARC files, only these addresses: example.org/news, *.example.org', collected)
    .option('--since <date>', 'of WARC files, only pages fetched on this day, in this month or year, or later', date)
    .option('--until <date>', 'of WARC files, only pages fetched then or before', date)

/** Adds the options that say how inputs are read. */
export const withReading = (command: Command): Command =>
  withWeb(command)
    .addOption(
      new Option('--from <format>', 'what the inputs are, where name and content do not say').choices(inputFormats),
    )
    .option('--map <columns>', 'which columns of a table hold what: text=body,published=date', columns)
    .option('--plain', 'take the input as finished body text, unchanged')
    .option('--max-bytes <n>', 'refuse an article larger than this, unpacked', positive, DEFAULT_MAX_BYTES)

/** What the options ask of the sources; notices go to `log`, a line each. */
export const sourcesOf = (
  { from, maxBytes, map, cdx, url, since, until, ...fetching }: InputOptions,
  log: (line: string) => void,
): SourceOptions => ({
  from,
  maxBytes,
  map,
  web: webOf(fetching),
  select: { cdx, url, since, until },
  notice: ({ code, message }) => log(code ? `warning ${code}: ${message}` : message),
})

function columns(text: string): ColumnMap {
  const map = columnMap(text)
  if (!map)
    throw new InvalidArgumentError(`Write it as text=body,published=date. Fields are ${columnFields.join(', ')}.`)
  return map
}

function date(text: string): string {
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(text)) throw new InvalidArgumentError('Write it as 2016-07-14, 2016-07 or 2016.')
  return text
}

/** A whole number above 0, as an option's value. */
export function positive(text: string): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n) || n <= 0) throw new InvalidArgumentError('It must be a whole number above 0.')
  return n
}

/** What one input comes to: the text to print, and what went wrong. */
export interface Printed {
  text: string
  errors?: readonly ReadingError[]
}

/** Prints what `print` makes of each article, in order; a bad one is named on standard error and makes the exit status 1. */
export async function printEach(
  places: readonly string[],
  options: InputOptions,
  print: (input: Input) => Promise<Printed>,
): Promise<void> {
  const progress = startProgress()
  const fail = ({ code, message }: ReadingError) => {
    progress.log(`error ${code}: ${message}`)
    process.exitCode = 1
  }
  try {
    const output = await openOutput(options.out)
    for await (const input of openSources(places, sourcesOf(options, progress.log))) {
      const { text, errors = [] } = await print(input)
      errors.forEach(fail)
      progress.advance(input.uri)
      if (text !== '') await output.write(text)
    }
    await output.close()
  } catch (error) {
    fail(coded(error))
  } finally {
    progress.stop()
  }
}
