import type { Command } from 'commander'
import { read } from '../read.ts'
import { type Cycle, type WatchOptions, watch } from '../watch/index.ts'
import { readerVersion, startThreads } from '../workers/index.ts'
import { guarded } from './guarded.ts'
import { ownOf } from './read.ts'
import { counted, onRecord, type RecordOptions, waiting } from './record.ts'
import { stopOnSignal } from './stop.ts'
import { type WatchingOptions, withWatching } from './watch-options.ts'
import { type FetchOptions, pagesOf, webOf } from './web-options.ts'

const examples = `
Examples:
  $ onrecord watch https://news.example/rss --contact mailto:you@university.example
  $ onrecord watch feeds.opml --every 1h --record syria    the feeds of a reader's list
  $ onrecord watch feeds.opml --once                       one look, for cron

Each new article is fetched from its own page and added once; where the page is refused, the feed's own text is read, if it is more than
a teaser. Ctrl-C ends it; a watch that is killed loses nothing: the same command goes on.
Exit status: 0 ended, 1 not watched, or with --once something could not be had, 2 wrong usage.`

interface Options extends RecordOptions, FetchOptions, WatchingOptions {
  once?: boolean
}

/** `onrecord watch FEED|OPML...`: adds what is new in feeds, again and again. */
export function addWatch(program: Command): void {
  const command = program
    .command('watch')
    .description('Watch feeds and add what is new in them to a record.')
    .argument('<feed...>', 'addresses of feeds (RSS, Atom, RDF, JSON Feed), or OPML lists of them')
  withWatching(waiting(onRecord(command)))
    .option('--once', 'look once, for cron')
    .addHelpText('after', examples)
    .action(guarded(start))
}

async function start(places: string[], options: Options): Promise<void> {
  const stop = stopOnSignal((line) => process.stderr.write(`${line}\n`))
  try {
    await watch({
      ...(await watching(places, options)),
      ...(options.once && { once: true }),
      signal: stop.signal,
      onCycle(cycle, next) {
        process.stdout.write(`${cycleText(cycle, next)}\n`)
        if (options.once && cycle.unreached + cycle.failed + cycle.waiting > 0) process.exitCode = 1
      },
    })
  } finally {
    stop.off()
  }
}

/** What options ask of a watch; its cycles are written to standard output, its faults to standard error. */
export async function watching(
  places: readonly string[],
  options: RecordOptions & FetchOptions & WatchingOptions,
): Promise<WatchOptions> {
  const { record: folder, every, jobs, actors, ontology, plover, maxBytes } = options
  // What is wrong with them is told here, once, and not by every thread.
  await ownOf(options)
  const own = { actors, ontology, plover }
  return {
    places,
    folder,
    everyMs: every,
    web: { ...webOf(options), ...pagesOf(options), limits: { maxBytes } },
    startReaders() {
      const threads = startThreads(own, jobs)
      return { ...threads, read: (input) => (input.error ? read(input) : threads.read(input)) }
    },
    add: { reader: readerVersion(actors, own) },
    wait: options.wait ?? LONG_WAIT,
    onFault: (code, message) => process.stderr.write(`error ${code}: ${message}\n`),
    onCycle: (cycle, next) => process.stdout.write(`${cycleText(cycle, next)}\n`),
  }
}

/** Another writer, such as a long `add`, is waited for: the articles that are found stay in hand. In seconds. */
const LONG_WAIT = 3600

/** "2026-11-24T10:00:00Z · 200 feeds · 12 articles added · 3 known · next 2026-11-24T10:15:12Z" */
export function cycleText(cycle: Cycle, next?: string, now = new Date()): string {
  const short = (iso: string): string => `${iso.slice(0, 19)}Z`
  const parts = [
    short(now.toISOString()),
    counted(cycle.looked, 'feed'),
    cycle.unreached > 0 && `${cycle.unreached} not reached`,
    `${counted(cycle.added, 'article')} added`,
    cycle.copies > 0 && `${cycle.copies} ${cycle.copies === 1 ? 'copy' : 'copies'}`,
    cycle.known + cycle.older > 0 && `${cycle.known + cycle.older} known`,
    cycle.forgotten > 0 && `${cycle.forgotten} forgotten before`,
    cycle.failed > 0 && `${cycle.failed} failed`,
    cycle.waiting > 0 && `${cycle.waiting} to be tried again`,
    next && `next ${short(next)}`,
  ]
  return parts.filter(Boolean).join(' · ')
}
