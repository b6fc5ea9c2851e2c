import { type Command, InvalidArgumentError, Option } from 'commander'
import { loadActors, type Vocabulary, vocabularyWith } from '../actors/index.ts'
import { coded } from '../errors.ts'
import { read } from '../read.ts'
import type { Reading } from '../reading.ts'
import { DEFAULT_MAX_BYTES, type InputFormat, inputFormats, openSources } from '../sources/index.ts'
import { openOutput } from './output.ts'
import { pageOf, styles } from './page.ts'
import { startProgress } from './progress.ts'

const examples = `
Examples:
  $ onrecord read article.html                       one page, for people
  $ onrecord read news/ 'more/*.txt.gz'              folders and globs; gzip is unpacked
  $ onrecord read --json archive.ndjson > out.ndjson one reading a line
  $ cat note.txt | onrecord read --plain -           finished text, unchanged, from standard input
  $ onrecord read note.txt --actors mine.csv         with actors of your own (see onrecord actors --help)

Exit status: 0 all read, 1 something could not be read (the rest was), 2 wrong usage.`

interface Options {
  from?: InputFormat
  plain?: boolean
  json?: boolean
  out?: string
  maxBytes: number
  actors?: string[]
}

/** `onrecord read FILE...`: prints what is read from articles. */
export function addRead(program: Command): void {
  program
    .command('read')
    .description('Read articles and print who said what, who did what to whom, and what was promised.')
    .argument('<input...>', 'files, folders, globs, or - for standard input')
    .addOption(
      new Option('--from <format>', 'what the inputs are, where name and content do not say').choices(inputFormats),
    )
    .option('--plain', 'take the input as finished body text, unchanged')
    .option('--json', 'print one reading a line (NDJSON)')
    .option('--out <file>', 'write to a file instead of standard output')
    .option('--actors <file...>', 'your own actors (dictionary, CSV or NDJSON); they win over the registry')
    .option('--max-bytes <n>', 'refuse an article larger than this, unpacked', positive, DEFAULT_MAX_BYTES)
    .addHelpText('after', examples)
    .action(run)
}

function positive(text: string): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n) || n <= 0) throw new InvalidArgumentError('It must be a whole number above 0.')
  return n
}

async function run(places: string[], options: Options): Promise<void> {
  const progress = startProgress()
  const show = options.json
    ? (reading: Reading) => `${JSON.stringify(reading)}\n`
    : forPeople(options.out !== undefined)
  try {
    const output = await openOutput(options.out)
    const actors = options.actors && (await ownActors(options.actors, progress.log))
    for await (const input of openSources(places, options)) {
      const reading = await read(input, { plain: options.plain, actors })
      for (const error of reading.errors ?? []) {
        progress.log(`error ${error.code}: ${error.message}`)
        process.exitCode = 1
      }
      progress.advance(input.uri)
      if (options.json || !reading.errors) await output.write(show(reading))
    }
    await output.close()
  } catch (error) {
    const { code, message } = coded(error)
    progress.log(`error ${code}: ${message}`)
    process.exitCode = 1
  } finally {
    progress.stop()
  }
}

/** The registry with the actors of some files; lines that could not be read are told, and the rest counts. */
export async function ownActors(files: string[], log: (line: string) => void): Promise<Vocabulary> {
  const { entries, faults } = await loadActors(files)
  for (const { file, line, reason } of faults) log(`warning W_ACTORS_LINE: ${file}:${line} was left out: ${reason}.`)
  return vocabularyWith(entries)
}

/** Pages for a terminal in its width and with colour, for a pipe or a file without. */
function forPeople(toFile: boolean): (reading: Reading) => string {
  const style = styles(!toFile && process.stdout.isTTY === true && !process.env.NO_COLOR)
  const width = Math.min(process.stdout.columns ?? 100, 120)
  return (reading) => pageOf(reading, { width, style })
}
