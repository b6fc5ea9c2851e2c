import type { Command } from 'commander'
import { DEFAULT_LEASE, openQueue, type WorkEvent, work } from '../queue/index.ts'
import { read } from '../read.ts'
import { type Pool, readerVersion, startThreads } from '../workers/index.ts'
import { collected, ownActors } from './actors.ts'
import { guarded } from './guarded.ts'
import { positive } from './inputs.ts'
import { startLine } from './progress.ts'
import { onQueue, type QueueOptions } from './queue.ts'
import { counted, onRecord, type RecordOptions } from './record.ts'
import { SIGINT_STATUS, stopOnSignal } from './stop.ts'

const examples = `
Examples:
  $ onrecord work --queue postgres://me@db.example/news --record /shared/news     read what is queued, and wait for more
  $ onrecord work --queue postgres://me@db.example/news --until-empty             end when all is read

Run it on as many machines as you like, each over the same folder; its storage must honour file locks (a local disk, NFS 4).
A worker may be stopped or killed at any moment: its batch goes to another, and no article is added twice. Ctrl-C or SIGTERM
lets it finish what it has in hand. More in docs/guide/at-scale.md.
Exit status: 0 all read, 1 it could not go on, 2 wrong usage, 130 stopped.`

interface Options extends QueueOptions, RecordOptions {
  jobs?: number
  untilEmpty?: boolean
  lease: number
  actors?: string[]
}

/** `onrecord work`: reads what is queued into a record that all workers share. */
export function addWork(program: Command): void {
  const command = program.command('work').description('Read queued articles (onrecord queue) into a shared record.')
  onRecord(onQueue(command))
    .option('--jobs <n>', 'articles to read at once (default: one a core)', positive)
    .option('--until-empty', 'end when nothing waits and nobody reads')
    .option('--lease <seconds>', 'a worker not heard of for so long has lost its batch', positive, DEFAULT_LEASE)
    .option('--actors <file>', 'your own actors, which win over the registry; may be given again', collected)
    .addHelpText('after', examples)
    .action(guarded(start))
}

async function start({ queue: url, name, record, jobs, untilEmpty, lease, actors }: Options): Promise<void> {
  // Lines that cannot be read are told here, once, and not by every thread.
  if (actors) await ownActors(actors)
  const queue = await openQueue(url, name, true)
  const line = startLine()
  const stop = stopOnSignal(line.log)
  const pools = new Map<boolean, Pool>()
  const threads = (plain: boolean): Pool => {
    const pool = pools.get(plain) ?? startThreads({ plain, actors }, jobs)
    pools.set(plain, pool)
    return pool
  }
  let done = 0
  try {
    await work(queue, {
      record,
      read: (input, plain) => (input.error ? read(input) : threads(plain).read(input)),
      width: threads(false).width,
      reader: readerVersion(actors),
      lease,
      untilEmpty,
      signal: stop.signal,
      onEvent(event) {
        if (event.kind === 'done') done += event.articles
        if (event.kind === 'waiting' && !event.fault) line.show(`${counted(done, 'article')} read · waiting for more`)
        else line.log(told(event))
      },
    })
    if (stop.signal.aborted) process.exitCode = SIGINT_STATUS
  } finally {
    line.stop()
    stop.off()
    await Promise.all([...pools.values()].map((pool) => pool.close()))
    await queue.close()
  }
}

/** An event as a line of a log. */
function told(event: WorkEvent): string {
  if (event.kind === 'waiting') return `warning: ${event.fault}. Tried again in a moment.`
  const batch = event.batch.slice(0, 12)
  if (event.kind === 'lost') return `${batch}: read too late; another worker has it. Give a longer --lease.`
  if (event.kind === 'failed') return `warning: ${batch} could not be read (${event.fault}) and goes back to the queue.`
  const { added, copies, known, failed } = event.added
  const rest = [
    copies > 0 && `${copies} copies`,
    known > 0 && `${known} known`,
    failed > 0 && `${failed} not readable`,
  ].filter(Boolean)
  const rate = (event.articles / event.seconds).toFixed(1)
  return `${batch}: ${[`${counted(added, 'article')} added`, ...rest].join(', ')} (${rate}/s)`
}
