/**
 * `npm run bench -- queue [--full]`: many machines, here as processes on one. What the queue adds to reading (CPU seconds of the worker
 * with the queue against `onrecord add` without), and two workers against one by the clock, each kept to a core of its own, as if
 * it were a machine of one core. `--full` proves as well, over 50,000 articles, that nothing is lost, doubled or torn.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../src/package-root.ts'
import { startPostgres } from '../src/queue/fixture.ts'
import { openQueue } from '../src/queue/index.ts'
import { prove } from '../src/queue/proof.ts'
import { articles, say, timed } from './bench-add.ts'
import { round } from './data.ts'

const ARTICLES = 800
const BATCH = 50
const main = join(packageRoot, 'dist', 'cli', 'main.js')

export async function bench(data: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const postgres = await startPostgres()
  try {
    const news = join(folder, 'news.ndjson')
    const rows: string[] = []
    for await (const { id, body } of articles(data || undefined, ARTICLES)) {
      if (typeof body?.data === 'string') rows.push(JSON.stringify({ id, text: body.data }))
    }
    writeFileSync(news, rows.join('\n'))
    const url = ['--queue', postgres.url, '--name']
    const queueing = await timed(() => onrecord(['queue', news, '--batch', `${BATCH}`, ...url, 'alone']))
    say(`queueing ${rows.length} articles`, round(rows.length / queueing.clock, 0), 'a second, the start included')

    const add = await cpuOf(['add', news, '--jobs', '1', '--batch', `${BATCH}`, '--record', join(folder, 'add')])
    const alone = await cpuOf(worker(postgres.url, 'alone', join(folder, 'alone')))
    say('CPU of add', round(add.cpu, 1), 'seconds')
    say('CPU of a worker with the queue', round(alone.cpu, 1), 'seconds')
    say('overhead of the queue', round(100 * (alone.cpu / add.cpu - 1), 1), '% (aim: under 3)')

    for (const name of ['one', 'two']) await onrecord(['queue', news, '--batch', `${BATCH}`, ...url, name])
    const work = (name: string, core: number) => onrecord(worker(postgres.url, name, join(folder, name)), core)
    const one = await timed(() => work('one', 0))
    const two = await timed(() => Promise.all([work('two', 0), work('two', 1)]))
    say('one worker, one core', round(rows.length / one.clock, 2), 'articles a second by the clock')
    say('two workers, a core each', round(rows.length / two.clock, 2), 'articles a second by the clock')
    say('two workers to one', round(one.clock / two.clock), '(aim: 1.8 and more, on an idle machine)')
    await segmentsOf(postgres.url)
  } finally {
    await postgres.remove()
    rmSync(folder, { recursive: true })
  }
  if (process.argv.includes('--full')) await proof()
}

const worker = (url: string, name: string, record: string): string[] => [
  ...['work', '--queue', url, '--name', name, '--record', record, '--jobs', '1', '--until-empty'],
]

/** Runs the built command, on one core alone where that is asked for and the system can. */
async function onrecord(args: readonly string[], core?: number): Promise<void> {
  const command = [process.execPath, main, ...args]
  const pinned = core !== undefined && process.platform === 'linux' ? ['taskset', '-c', `${core}`, ...command] : command
  const child = spawn(pinned[0]!, pinned.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] })
  let text = ''
  child.stderr.on('data', (part) => (text += part))
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error(`onrecord ${args.join(' ')} ended with status ${status}: ${text}`)
}

/** Seconds by the clock and of the processor that the built command takes, as it tells when it ends. */
async function cpuOf(args: readonly string[]): Promise<{ clock: number; cpu: number }> {
  const told =
    'process.on("exit", () => { const { user, system } = process.cpuUsage(); process.stderr.write("CPU " + (user + system) / 1e6 + "\\n") })'
  const began = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(told)}`, main, ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let text = ''
  child.stderr.on('data', (part) => (text += part))
  const [status] = await once(child, 'exit')
  const cpu = /CPU ([\d.]+)\n$/.exec(text)?.[1]
  if (status !== 0 || !cpu) throw new Error(text)
  return { clock: (performance.now() - began) / 1000, cpu: Number(cpu) }
}

/** How long a batch holds the record, which bounds how many workers one record bears. */
async function segmentsOf(url: string): Promise<void> {
  const queue = await openQueue(url, 'two')
  const [row] = await queue.query<{ seconds: number; added: number }>(
    'SELECT sum(seconds)::float AS seconds, sum(added)::int AS added FROM onrecord.segment WHERE queue = $1',
    [queue.name],
  )
  await queue.close()
  say('writing, one worker at a time', round((1000 * row!.seconds) / row!.added, 1), 'ms an article by the clock')
}

async function proof(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-proof-'))
  try {
    console.log(JSON.stringify(await prove({ articles: 50_000, batch: 500, faults: 24, pause: 20, folder }), null, 1))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
