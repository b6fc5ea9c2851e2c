import { type Command, InvalidArgumentError, Option } from 'commander'
import { coded } from '../errors.ts'
import {
  conditionOf,
  type ExportOptions,
  type Filter,
  type Format,
  type OpenSink,
  openChosen,
  readingFormats,
  sinkAt,
  streamSink,
  type TableFormat,
  tableFormats,
  temporaryRecord,
  version,
  type Widening,
  widenings,
} from '../exports/index.ts'
import { read } from '../read.ts'
import type { Reading, ReadingError } from '../reading.ts'
import { openRecord, readingsOf, type Snapshot } from '../record/index.ts'
import { openSources } from '../sources/index.ts'
import { collected, ownActors } from './actors.ts'
import { type InputOptions, withReading } from './inputs.ts'
import { type Progress, startProgress } from './progress.ts'

const formats: readonly (Format | TableFormat)[] = [...tableFormats, ...readingFormats]

const examples = `
Formats:
${formats.map(({ name, description }) => `  ${name.padEnd(15)} ${description}`).join('\n')}

Examples:
  $ onrecord export --to icews --out events.tab                    asserted events of ./record
  $ onrecord export --to csv --table events --after 2013 > events.csv
  $ onrecord export --to parquet --out tables/                     every table, one file each
  $ onrecord export --to gdelt --include claims,future --country SYR --out syria.CSV
  $ onrecord export --to brat --out standoff/ news/                straight from articles
  $ onrecord export --to ftm --where "language = 'en'" --record archive --out entities.json

Beside the files stands datapackage.json with their columns, bytes and sha-256; nothing beside standard output.
What each format holds and leaves out: docs/guide/exports.md.
Exit status: 0 done, 1 something could not be read or written, 2 wrong usage.`

interface Options extends InputOptions, Filter {
  to: string
  record: string
  table?: string
  include?: Set<Widening>
  bom?: boolean
  guard: boolean
  force?: boolean
  actors?: string[]
}

/** `onrecord export --to FORMAT`: a record, or articles straight away, in a format that others read. */
export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('Write a record, or articles straight away, in a format that other tools read.')
    .argument('[input...]', 'files, folders or globs to read instead of a record; - for standard input')
    .addOption(
      new Option('--to <format>', 'which format, see below')
        .choices(formats.map(({ name }) => name))
        .makeOptionMandatory(),
    )
    .option('--record <folder>', 'the record to export', 'record')
    .option('--out <path>', 'a file, or a folder for the files and datapackage.json (default: standard output)')
    .option('--force', 'replace files that are there')
    .option('--table <name>', 'csv, ndjson, parquet: only this table or view')
    .option('--include <kinds>', `event formats: also ${widenings.join(', ')}, or all`, kindsOf)
    .option('--bom', 'csv: begin with a byte order mark, for Excel')
    .option('--no-guard', 'csv: leave cells as they are that a spreadsheet would run as formulas')
    .option('--after <date>', 'published on this day or later (YYYY, YYYY-MM, YYYY-MM-DD)')
    .option('--before <date>', 'published before this day')
    .option('--outlet <name>', 'published by; may be given again', collected)
    .option('--actor <name>', 'naming this actor (name or id); may be given again', collected)
    .option('--country <code>', 'naming an actor of this country (ISO alpha-3); may be given again', collected)
    .option('--where <condition>', 'an SQL condition on documents (docs/data-dictionary.md)')
  withReading(command)
    .option('--actors <file>', 'your own actors, for reading articles; may be given again', collected)
    .addHelpText('after', examples)
    .action(async (places: string[], options: Options) => {
      const fault = faultIn(places, options)
      if (fault) return command.error(`error: ${fault}`)
      await run(places, options)
    })
}

function kindsOf(text: string): Set<Widening> {
  const kinds = text === 'all' ? [...widenings] : text.split(',').map((it) => it.trim())
  const unknown = kinds.find((it) => !(widenings as readonly string[]).includes(it))
  if (unknown !== undefined) throw new InvalidArgumentError(`${unknown} is none of ${widenings.join(', ')}, all.`)
  return new Set(kinds as Widening[])
}

/** What cannot be asked for together. */
function faultIn(places: readonly string[], { to, out, table, ...options }: Options): string | undefined {
  const chosen = (['after', 'before', 'outlet', 'actor', 'country', 'where'] as const).find(
    (it) => options[it] !== undefined,
  )
  if (places.length > 0 && chosen)
    return `--${chosen} chooses from a record; the articles that are given are all exported.`
  const isTables = tableFormats.some(({ name }) => name === to)
  if (table !== undefined && !isTables) return `--table goes with csv, ndjson and parquet.`
  const isFile = formats.find(({ name }) => name === to)!.file({ table }) !== undefined
  if (!isFile && (out === undefined || out === '-'))
    return `${to} is a folder of files: give --out FOLDER${isTables ? ' or --table NAME' : ''}.`
  return undefined
}

async function run(places: readonly string[], options: Options): Promise<void> {
  const progress = startProgress()
  const fail = ({ code, message }: ReadingError) => {
    progress.log(`error ${code}: ${message}`)
    process.exitCode = 1
  }
  let sink: OpenSink | undefined
  try {
    const format = formats.find(({ name }) => name === options.to)!
    const record = places.length > 0 ? undefined : await openRecord(options.record)
    const condition = conditionOf(options)
    if (record) (await openChosen(record, condition)).closeSync()
    const file = format.file(options)
    sink =
      options.out === undefined || options.out === '-'
        ? streamSink()
        : await sinkAt(options.out, file, { force: options.force, description: descriptionOf(options) })
    const readings = () => (record ? kept(record, condition, progress) : articles(places, options, progress, fail))
    if ('write' in format) await format.write(readings(), sink, options)
    else if (record) await copy(format, record, condition, sink, options)
    else await temporaryRecord(readings(), (made) => copy(format, made, 'true', sink!, options))
    await sink.finish()
  } catch (error) {
    await sink?.giveUp()
    fail(coded(error))
  } finally {
    progress.stop()
  }
}

/** What was asked for, for those who find the files later. */
function descriptionOf({ to, table, include, guard, bom, ...filter }: Options): string {
  const asked = { table, include: include && [...include].join(','), bom }
  const chosen = (['after', 'before', 'outlet', 'actor', 'country', 'where'] as const).map(
    (it) => [it, filter[it]] as const,
  )
  const words = [...Object.entries(asked), ...chosen].flatMap(([name, value]) =>
    value === undefined ? [] : ` --${name}${value === true ? '' : ` ${value}`}`,
  )
  return `onrecord ${version()} export --to ${to}${words.join('')}${guard ? '' : ' --no-guard'}`
}

async function copy(
  format: TableFormat,
  record: Snapshot,
  condition: string,
  sink: OpenSink,
  options: ExportOptions,
): Promise<void> {
  const connection = await openChosen(record, condition)
  try {
    await format.copy(connection, sink, options)
  } finally {
    connection.closeSync()
  }
}

async function* kept(record: Snapshot, condition: string, progress: Progress): AsyncGenerator<Reading> {
  for await (const reading of readingsOf(record, condition)) {
    yield reading
    progress.advance(reading.id)
  }
}

/** What can be read of the inputs; what cannot is told and left out. */
async function* articles(
  places: readonly string[],
  options: Options,
  progress: Progress,
  fail: (error: ReadingError) => void,
): AsyncGenerator<Reading> {
  const actors = options.actors && (await ownActors(options.actors))
  for await (const input of openSources(places, options)) {
    const reading = await read(input, { plain: options.plain, actors })
    reading.errors?.forEach(fail)
    if (!reading.errors) yield reading
    progress.advance(input.uri)
  }
}
