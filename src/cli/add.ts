import type { Command } from 'commander'
import { read } from '../read.ts'
import { addressesIn, openWriter, rowsIn, type Snapshot } from '../record/index.ts'
import { addressKey, extentOf, openSources } from '../sources/index.ts'
import { type Added, addInputs, DEFAULT_BATCH, readerVersion, startThreads } from '../workers/index.ts'
import { startAddProgress } from './add-progress.ts'
import { guarded } from './guarded.ts'
import { type InputOptions, positive, sourcesOf, withSources } from './inputs.ts'
import { type OwnOptions, ownOf, withOwn } from './read.ts'
import { counted, onRecord, type RecordOptions, waiting } from './record.ts'
import { SIGINT_STATUS, stopOnSignal } from './stop.ts'
import { pagesOf, webOf, withPages } from './web-options.ts'

const examples = `
Examples:
  $ onrecord add news/                              every article of a folder, into ./record
  $ onrecord add archive.ndjson.gz --record syria   a database download, into ./syria
  $ onrecord add news/                              again: only what is new is read
  $ onrecord add nexis.docx factiva.rtf             exports of databases, many articles a file
  $ onrecord add table.xlsx --map text=Body         a table; which column is what is guessed and shown
  $ onrecord add CC-NEWS-*.warc.gz                  Common Crawl News, as it is
  $ onrecord add crawl/ --cdx index.cdxj --url example.org/politics --since 2016-07
  $ onrecord add https://news.example/talks         a page of the web, under its own address, once
  $ onrecord add news/ --again                      what an older onrecord read is read anew
  $ onrecord add news/ --ontology mine/ --record m  with event types of your own, into ./m (docs/ontology.md)
  $ onrecord add archive.ndjson --limit 1000        a first thousand; the same command goes on

A run that is stopped (Ctrl-C) keeps what it read; a run that is killed loses at most one batch. The same command goes on.
Exit status: 0 all added, 1 something could not be read (the rest was), 2 wrong usage, 130 stopped.`

interface Options extends InputOptions, OwnOptions, RecordOptions {
  jobs?: number
  limit?: number
  batch: number
  again?: boolean
  remember?: boolean
  keepPages?: boolean
  wait?: number
}

/** `onrecord add INPUT...`: reads articles and keeps what is read. */
export function addAdd(program: Command): void {
  const command = program
    .command('add')
    .description('Read articles and keep who said what, who did what, what was promised.')
  withPages(withOwn(waiting(onRecord(withSources(command)))))
    .option('--jobs <n>', 'articles to read at once (default: one a core)', positive)
    .option('--limit <n>', 'read at most this many', positive)
    .option('--batch <n>', 'articles to write at once', positive, DEFAULT_BATCH)
    .option('--again', 'read anew what an older version of onrecord has read')
    .option('--remember', 'add what was forgotten (onrecord forget), too')
    .addHelpText('after', examples)
    .action(guarded(add))
}

async function add(places: string[], options: Options): Promise<void> {
  const { record: folder, plain, actors, ontology, plover, again, remember, batch, limit } = options
  // What is wrong with them is told here, once, and not by every thread.
  await ownOf(options)
  const own = { actors, ontology, plover }
  const writer = await openWriter(folder, options.wait)
  const threads = startThreads({ plain, ...own }, options.jobs)
  const progress = startAddProgress(extentOf(places))
  const stop = stopOnSignal(progress.log)
  let passed = 0
  try {
    const known = await addressesIn(writer.record, addressKey)
    const web = {
      ...webOf(options),
      ...pagesOf(options),
      isKnown: (address: string) => !again && known.has(addressKey(address)),
      onKnown: () => (passed += 1),
      signal: stop.signal,
    }
    const added = await addInputs(writer, openSources(places, { ...sourcesOf(options, progress.log), web }), {
      read: (input) => (input.error ? read(input) : threads.read(input)),
      width: threads.width,
      reader: readerVersion(actors, own),
      how: plain ? 'plain' : '',
      again,
      remember,
      batch,
      limit,
      signal: stop.signal,
      onProgress: progress.advance,
    })
    progress.stop()
    process.stdout.write(`${summary({ ...added, known: added.known + passed }, writer.record, options)}\n`)
    if (added.failed > 0) process.exitCode = 1
    if (stop.signal.aborted) {
      process.stderr.write('Stopped. What was read is kept; the same command goes on from here.\n')
      process.exitCode = SIGINT_STATUS
    }
  } finally {
    progress.stop()
    stop.off()
    await threads.close()
    writer.close()
  }
}

function summary(added: Added, record: Snapshot, { again, remember }: Options): string {
  const parts = [
    `${counted(added.added, 'article')} added`,
    added.copies > 0 && `${counted(added.copies, 'further input')} of articles on record`,
    added.known > 0 && `${counted(added.known, 'input')} known already`,
    added.older > 0 &&
      !again &&
      `${counted(added.older, 'input')} known from an older reader (--again reads them anew)`,
    added.forgotten > 0 && !remember && `${counted(added.forgotten, 'input')} forgotten before (--remember adds them)`,
    added.failed > 0 && `${counted(added.failed, 'input')} failed`,
    added.limited && 'more to come (--limit)',
  ]
  return `${parts.filter(Boolean).join(' · ')}\n${record.folder}: ${counted(rowsIn(record, 'documents'), 'article')}, ${counted(rowsIn(record, 'statements'), 'statement')}, ${counted(rowsIn(record, 'events'), 'event')}, ${counted(rowsIn(record, 'commitments'), 'commitment')}`
}
