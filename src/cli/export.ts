import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import {
  conditionOf,
  type ExportOptions,
  type Filter,
  type OpenSink,
  openChosen,
  readingFormats,
  sinkAt,
  streamSink,
  tableFormats,
  version,
  type Widening,
  widenings,
} from '../exports/index.ts'
import { read } from '../read.ts'
import { openRecord, openWriter, readingsOf, type Snapshot, withCorrections } from '../record/index.ts'
import { extentOf, openSources } from '../sources/index.ts'
import { addInputs, readerVersion, startThreads } from '../workers/index.ts'
import { collected, ownActors } from './actors.ts'
import { startAddProgress } from './add-progress.ts'
import { guarded } from './guarded.ts'
import { type InputOptions, sourcesOf, withReading } from './inputs.ts'
import { startProgress } from './progress.ts'
import { onRecord, type RecordOptions } from './record.ts'
import { SIGINT_STATUS } from './stop.ts'

const formats = [...tableFormats, ...readingFormats]

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

/** Formats that leave out what is no fact unless it is included. */
const factsOnly = readingFormats.filter((it) => it.factsOnly).map(({ name }) => name)

const filters = ['after', 'before', 'outlet', 'actor', 'country', 'where'] as const

interface Options extends InputOptions, RecordOptions, Filter {
  to: string
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
    .option('--out <path>', 'a file, or a folder for the files and datapackage.json (default: standard output)')
    .option('--force', 'replace files that are there')
    .option('--table <name>', 'csv, ndjson, parquet: only this table or view')
    .option('--include <kinds>', `${factsOnly.join(', ')}: also ${widenings.join(', ')}, or all`, kindsOf)
    .option('--bom', 'csv: begin with a byte order mark, for Excel')
    .option('--no-guard', 'csv: leave cells as they are that a spreadsheet would run as formulas')
    .option('--after <date>', 'published on this day or later (YYYY, YYYY-MM, YYYY-MM-DD)')
    .option('--before <date>', 'published before this day')
    .option('--outlet <name>', 'published by; may be given again', collected)
    .option('--actor <name>', 'naming this actor (name or id); may be given again', collected)
    .option('--country <code>', 'naming an actor of this country (ISO alpha-3); may be given again', collected)
    .option('--where <condition>', 'an SQL condition on documents (docs/data-dictionary.md)')
  withReading(onRecord(command))
    .option('--actors <file>', 'your own actors, for reading articles; may be given again', collected)
    .addHelpText('after', examples)
    .action(async (places: string[], options: Options) => {
      const fault = faultIn(options)
      if (fault) return command.error(`error: ${fault}`)
      await guarded(() => (places.length > 0 ? withRecordOf(places, options) : exportRecord(options)))()
    })
}

function kindsOf(text: string): Set<Widening> {
  const kinds = text === 'all' ? [...widenings] : text.split(',').map((it) => it.trim())
  const unknown = kinds.find((it) => !(widenings as readonly string[]).includes(it))
  if (unknown !== undefined) throw new InvalidArgumentError(`${unknown} is none of ${widenings.join(', ')}, all.`)
  return new Set(kinds as Widening[])
}

const formatOf = ({ to }: Options) => formats.find(({ name }) => name === to)!
const toStandardOutput = ({ out }: Options): boolean => out === undefined || out === '-'

/** What cannot be asked for together. */
function faultIn(options: Options): string | undefined {
  const { to, table, include, bom } = options
  const isTables = tableFormats.some(({ name }) => name === to)
  if (table !== undefined && !isTables) return '--table goes with csv, ndjson and parquet.'
  if (formatOf(options).file(options) === undefined && toStandardOutput(options))
    return `${to} is a folder of files: give --out FOLDER${isTables ? ' or --table NAME' : ''}.`
  if (include && !factsOnly.includes(to)) return `--include goes with ${factsOnly.join(', ')}.`
  if (bom && to !== 'csv') return '--bom goes with csv.'
  return undefined
}

/** Exports articles: they are kept in a record of their own for as long as it takes, so that all else is as with any record. */
async function withRecordOf(places: readonly string[], options: Options): Promise<void> {
  const { plain, actors } = options
  if (actors) await ownActors(actors)
  const record = await mkdtemp(join(tmpdir(), 'onrecord-'))
  // Taken away even when a pipe is closed early (`| head`) or the run is stopped.
  const clean = () => rmSync(record, { recursive: true, force: true })
  const stop = () => process.exit(SIGINT_STATUS)
  process.once('exit', clean).once('SIGINT', stop)
  try {
    const writer = await openWriter(record)
    const threads = startThreads({ plain, actors })
    const progress = startAddProgress(extentOf(places))
    try {
      const { failed } = await addInputs(writer, openSources(places, sourcesOf(options, progress.log)), {
        read: (input) => (input.error ? read(input) : threads.read(input)),
        width: threads.width,
        reader: readerVersion(actors),
        how: plain ? 'plain' : '',
        onProgress: progress.advance,
      })
      if (failed > 0) process.exitCode = 1
    } finally {
      progress.stop()
      await threads.close()
      writer.close()
    }
    await exportRecord({ ...options, record })
  } finally {
    clean()
    process.off('exit', clean).off('SIGINT', stop)
  }
}

async function exportRecord(options: Options): Promise<void> {
  const format = formatOf(options)
  const record = await withCorrections(await openRecord(options.record))
  const condition = conditionOf(options)
  // What is wrong with a condition is told before a file is begun.
  const connection = await openChosen(record, condition)
  const sink = toStandardOutput(options)
    ? streamSink()
    : await sinkAt(options.out!, format.file(options), { force: options.force, description: descriptionOf(options) })
  try {
    if ('copy' in format) await format.copy(connection, sink, options)
    else await writeReadings(format.write, record, condition, sink, options)
    await sink.finish()
  } catch (error) {
    await sink.giveUp()
    throw error
  } finally {
    connection.closeSync()
  }
}

async function writeReadings(
  write: (typeof readingFormats)[number]['write'],
  record: Snapshot,
  condition: string,
  sink: OpenSink,
  options: ExportOptions,
): Promise<void> {
  const progress = startProgress()
  async function* shown() {
    for await (const reading of readingsOf(record, condition)) {
      yield reading
      progress.advance(reading.id)
    }
  }
  try {
    await write(shown(), sink, options)
  } finally {
    progress.stop()
  }
}

/** What was asked for, for those who find the files later. */
function descriptionOf(options: Options): string {
  const { to, table, include, bom, guard } = options
  const asked = [
    ['table', table],
    ['include', include && [...include].join(',')],
    ['bom', bom],
    ...filters.map((name) => [name, options[name]]),
  ] as const
  const words = asked.flatMap(([name, value]) =>
    value === undefined ? [] : ` --${name} ${value === true ? '' : value}`,
  )
  return `onrecord ${version()} export --to ${to}${words.join('').trimEnd()}${guard ? '' : ' --no-guard'}`
}
