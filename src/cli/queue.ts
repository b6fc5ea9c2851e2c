import { type Command, InvalidArgumentError, Option } from 'commander'
import { openOutput } from '../output.ts'
import {
  enqueue,
  failedBatches,
  openQueue,
  prometheusText,
  type Queue,
  type QueueStatus,
  retryFailed,
  statusOf,
} from '../queue/index.ts'
import { openSources } from '../sources/index.ts'
import { guarded } from './guarded.ts'
import { type InputOptions, positive, sourcesOf, withSources } from './inputs.ts'
import { startLine } from './progress.ts'
import { counted, duration } from './record.ts'
import { SIGINT_STATUS, stopOnSignal } from './stop.ts'

const examples = `
Examples:
  $ export ONRECORD_QUEUE=postgres://me@db.example/news
  $ onrecord queue archive/ more.ndjson.gz      cut articles into batches and queue them; what was queued is passed over
  $ onrecord work --record /shared/news         on each machine: read them into one record
  $ onrecord queue status                       how far it is; also --json, --prometheus
  $ onrecord queue failed                       batches that were tried often enough and put aside
  $ onrecord queue retry                        queue them again; or those named: onrecord queue retry 3f2a

More in docs/guide/at-scale.md. Exit status: 0 all queued, 1 something went wrong, 2 wrong usage, 130 stopped.`

/** Articles a batch: some ten seconds of reading, so that little is lost with a worker, and a segment of a megabyte or two. */
const DEFAULT_BATCH = 500
const DEFAULT_RETRIES = 5

export interface QueueOptions {
  queue: string
  name: string
}

/** Adds the options that say which queue. */
export const onQueue = (command: Command): Command =>
  command
    .addOption(
      new Option('--queue <url>', 'the PostgreSQL of the queue: postgres://user@host/database')
        .env('ONRECORD_QUEUE')
        .makeOptionMandatory(),
    )
    .option('--name <name>', 'the queue in that database, one for each record', queueName, 'news')

function queueName(text: string): string {
  if (!/^[\w-]{1,60}$/.test(text)) throw new InvalidArgumentError('It must be letters, digits, - and _, 60 at most.')
  return text
}

interface Options extends InputOptions, QueueOptions {
  batch: number
  retries: number
}

/** `onrecord queue INPUT...`: articles for many machines to read. */
export function addQueue(program: Command): void {
  const queue = program
    .command('queue')
    .description('Queue articles for many machines to read (onrecord work), and see how far they are.')
    .addHelpText('after', examples)
  const put = withSources(queue.command('add', { isDefault: true }).description('Queue articles.'))
  onQueue(put)
    .option('--batch <n>', 'articles of a batch', positive, DEFAULT_BATCH)
    .option('--retries <n>', 'how often a batch is tried again before it is put aside', positive, DEFAULT_RETRIES)
    .addHelpText('after', examples)
    .action(guarded(add))
  onQueue(queue.command('status').description('How many articles are done, being read, waiting, put aside.'))
    .option('--json', 'print one JSON object')
    .option('--prometheus', "print Prometheus's text format")
    .action(guarded(status))
  onQueue(queue.command('failed').description('List the batches that were put aside, and why.'))
    .option('--json', 'print one JSON object a line')
    .action(guarded(failed))
  onQueue(queue.command('retry').description('Queue batches again that were put aside.'))
    .argument('[batch...]', 'the beginnings of their ids; all where none is given')
    .action(guarded(retry))
}

async function withQueue({ queue: url, name }: QueueOptions, use: (queue: Queue) => Promise<void>): Promise<void> {
  const queue = await openQueue(url, name)
  try {
    await use(queue)
  } finally {
    await queue.close()
  }
}

async function print(text: string): Promise<void> {
  const output = await openOutput()
  await output.write(text)
  await output.close()
}

const add = (places: string[], options: Options): Promise<void> =>
  withQueue(options, async (queue) => {
    const line = startLine()
    const stop = stopOnSignal(line.log, 'Stopping: what is queued stays queued. Once more stops at once.')
    const { batch, retries, plain } = options
    const sources = sourcesOf(options, line.log)
    const inputs = openSources(places, { ...sources, web: { ...sources.web, signal: stop.signal } })
    try {
      const { batches, queued, known } = await enqueue(queue, inputs, {
        batch,
        retries,
        plain,
        signal: stop.signal,
        onBatch: ({ queued, known }) => line.show(`${counted(queued, 'article')} queued · ${known} queued before`),
      })
      line.stop()
      const before = known > 0 ? ` · ${counted(known, 'input')} queued before` : ''
      await print(`${counted(queued, 'article')} queued in ${batches} batch${batches === 1 ? '' : 'es'}${before}\n`)
      if (stop.signal.aborted) process.exitCode = SIGINT_STATUS
    } finally {
      line.stop()
      stop.off()
    }
  })

const status = (options: QueueOptions & { json?: boolean; prometheus?: boolean }): Promise<void> =>
  withQueue(options, async (queue) => {
    const found = await statusOf(queue)
    if (options.prometheus) await print(prometheusText(found))
    else await print(options.json ? `${JSON.stringify(found)}\n` : statusPage(found))
  })

/** The status for people. */
export function statusPage({ queue, batches, articles, workers, rate, left }: QueueStatus): string {
  const all = Object.values(articles).reduce((sum, n) => sum + n, 0)
  const share = all === 0 ? '' : ` (${Math.floor((100 * articles.done) / all)} %)`
  const line = (label: string, state: keyof typeof articles, more = '') =>
    `  ${label.padEnd(12)}${counted(articles[state], 'article')} in ${batches[state].toLocaleString('en')} batches${more}\n`
  const speed = rate > 0 ? `, ${rate.toFixed(rate < 10 ? 1 : 0)} articles a second` : ''
  const until = left !== null && left > 0 ? `, ${duration(left)} left` : ''
  return [
    `${queue}: ${counted(workers, 'worker')}${speed}${until}\n`,
    line('done', 'done', share),
    line('being read', 'reading'),
    line('waiting', 'waiting'),
    line('put aside', 'failed', batches.failed > 0 ? ' (onrecord queue failed)' : ''),
  ].join('')
}

const failed = (options: QueueOptions & { json?: boolean }): Promise<void> =>
  withQueue(options, async (queue) => {
    const found = await failedBatches(queue)
    if (options.json) await print(found.map((it) => `${JSON.stringify(it)}\n`).join(''))
    else if (found.length === 0) await print('No batch was put aside.\n')
    else {
      const lines = found.map((it) => `${it.batch}  ${it.failed}  ${counted(it.articles, 'article')}  ${it.fault}\n`)
      await print(`${lines.join('')}Queue them again: onrecord queue retry\n`)
    }
  })

const retry = (batches: string[], options: QueueOptions): Promise<void> =>
  withQueue(options, async (queue) => {
    const count = await retryFailed(queue, batches)
    await print(`${count} batch${count === 1 ? '' : 'es'} queued again\n`)
  })
