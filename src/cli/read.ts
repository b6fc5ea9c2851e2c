import { type Command, InvalidArgumentError, Option } from 'commander'
import { type OwnEvents, ownEvents } from '../events/index.ts'
import { type ReadOptions, read } from '../read.ts'
import type { Reading } from '../reading.ts'
import { surerThan } from '../sure.ts'
import { collected, ownActors } from './actors.ts'
import { type InputOptions, printEach, withInputs } from './inputs.ts'
import { pageOf, styles } from './page.ts'

const examples = `
Examples:
  $ onrecord read article.html                       one page, for people
  $ onrecord read news/ 'more/*.txt.gz'              folders and globs; gzip is unpacked
  $ onrecord read --json archive.ndjson > out.ndjson one reading a line
  $ cat note.txt | onrecord read --plain -           finished text, unchanged, from standard input
  $ onrecord read --min-confidence .8 news/          only what is right four times in five or more
  $ onrecord read --actors mine.csv note.txt         with actors of your own (see onrecord actors --help)
  $ onrecord read --ontology mine/ news/             with event types and patterns of your own (docs/ontology.md)

Exit status: 0 all read, 1 something could not be read (the rest was), 2 wrong usage.`

/** Options of {@link withOwn}. */
export interface OwnOptions extends OwnEvents {
  actors?: string[]
}

interface Options extends InputOptions, OwnOptions {
  json?: boolean
  minConfidence?: number
}

/** The options of a command that say by what events are read. */
export const withOwn = (command: Command): Command =>
  command
    .option('--actors <file>', 'your own actors, which win over the registry; may be given again', collected)
    .option('--ontology <folder>', "your own event types, codes and patterns instead of PLOVER's")
    .addOption(
      new Option('--plover <types>', 'names of the present manual, or those before 2021').choices(['16', '18']),
    )

/** What those options ask of a reading; faults are thrown where the first article is read, with the other errors. */
export async function ownOf({ actors, ...events }: OwnOptions): Promise<ReadOptions> {
  return {
    ...(actors && { actors: await ownActors(actors) }),
    events: ownEvents(events),
  }
}

/** `onrecord read FILE...`: prints what is read from articles. */
export function addRead(program: Command): void {
  const command = program
    .command('read')
    .description('Read articles and print who said what, who did what to whom, and what was promised.')
  withOwn(withInputs(command))
    .option('--json', 'print one reading a line (NDJSON)')
    .option('--min-confidence <n>', 'leave out rows less sure than this, 0 to 1, and what stands in them', share)
    .addHelpText('after', examples)
    .action(async (places: string[], options: Options) => {
      const page = forPeople(options.out !== undefined)
      const own = ownOf(options)
      // Said where the first article is read, with the other errors.
      own.catch(() => {})
      await printEach(places, options, async (input) => {
        const whole = await read(input, { plain: options.plain, ...(await own) })
        const reading = options.minConfidence === undefined ? whole : surerThan(whole, options.minConfidence)
        if (options.json) return { text: `${JSON.stringify(reading)}\n`, errors: reading.errors }
        return { text: reading.errors ? '' : page(reading), errors: reading.errors }
      })
    })
}

function share(text: string): number {
  const n = Number(text)
  if (text.trim() === '' || !(n >= 0 && n <= 1)) throw new InvalidArgumentError('It must be a number from 0 to 1.')
  return n
}

/** Pages for a terminal in its width and with colour, for a pipe or a file without. */
function forPeople(toFile: boolean): (reading: Reading) => string {
  const style = styles(!toFile && process.stdout.isTTY === true && !process.env.NO_COLOR)
  const width = Math.min(process.stdout.columns ?? 100, 120)
  return (reading) => pageOf(reading, { width, style })
}
