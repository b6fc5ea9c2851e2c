/**
 * `npm run bench -- serve [--full]`: the workbench with many readers while the record grows. Over 10,000 made-up articles, 100,000
 * with `--full` (which takes twenty minutes to make; both are kept in the temporary folder for the next run). First every page once,
 * by one reader; then fifty readers for a minute, each opening a page a second after the last one came, while another
 * process adds articles. The server is a process of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { batchOf } from '../src/record/fixture.ts'
import { openRecord, openWriter, rowsIn } from '../src/record/index.ts'
import { serve } from '../src/server/index.ts'
import { round } from './data.ts'
import { type Random, random } from './random.ts'
import { servedReadings } from './serve-readings.ts'

const ARTICLES = { usual: 10_000, full: 100_000 }
const SEGMENT = 2000
const READERS = 50
const SECONDS = 60
/** Milliseconds that a reader looks at a page. */
const LOOKED_AT = 1000
/** What `add` keeps at once meanwhile, and milliseconds from one to the next. */
const ADDED = { articles: 100, every: 5000 }

/** What readers open: how often of a hundred times, and the requests of the page. */
const pages: [name: string, often: number, requests: (chance: Random, articles: number) => string[]][] = [
  ['front', 20, () => ['status', 'documents?limit=100']],
  ['article', 35, (chance, n) => article(`made-${chance.between(0, n - 1)}`)],
  [
    'search',
    20,
    (chance) => [
      `search?q=${chance.of(['ceasefire convoy', 'border envoy', '"the ministry" treaty', 'speaker:elphberg', 'kind:commitment'])}`,
    ],
  ],
  ['statements', 10, (chance) => [`statements?speaker=${chance.of(['RUR', 'KRV', 'GLT', 'BRD'])}`]],
  ['ledger', 10, (chance) => [`ledger?kind=${chance.of(['offer', 'threat', 'promise'])}`]],
  ['actors', 5, () => ['actors']],
]
const article = (id: string) => [`documents/${id}`, `stories/${id}`]

export async function bench(): Promise<void> {
  const size = process.argv.includes('--full') ? 'full' : 'usual'
  const folder = join(tmpdir(), `onrecord-bench-serve-${size}`)
  await made(folder, ARTICLES[size])
  const { child: server, address } = await started(folder)
  try {
    await alone(address, ARTICLES[size])
    await together(address, folder, ARTICLES[size])
  } finally {
    server.kill()
  }
}

/** Makes what the record lacks. */
async function made(folder: string, articles: number): Promise<void> {
  const record = await openRecord(folder).catch(() => undefined)
  const writer = await openWriter(folder)
  for (let n = record ? rowsIn(record, 'documents') : 0; n < articles; n += SEGMENT) {
    process.stderr.write(`making article ${n} of ${articles}\n`)
    await writer.append(batchOf(servedReadings(n, Math.min(articles, n + SEGMENT))))
  }
  writer.close()
}

/** This file in a process of its own: as the server, or as the one who adds. */
const another = (...args: string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', import.meta.filename, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })

async function started(folder: string): Promise<{ child: ChildProcess; address: string }> {
  const child = another('as-server', folder)
  const [address] = await once(child.stdout!, 'data')
  return { child, address: String(address).trim() }
}

async function alone(address: string, articles: number): Promise<void> {
  for (const [name, , requests] of pages) {
    const times: number[] = []
    for (let n = 0; n < 5; n++) times.push(await timeOf(address, requests(random(n + 1), articles)))
    console.log(
      `${name.padEnd(12)} first ${round(times[0]!, 0)} ms, then ${round(Math.min(...times.slice(1)), 0)} to ${round(Math.max(...times.slice(1)), 0)} ms`,
    )
  }
}

async function together(address: string, folder: string, articles: number): Promise<void> {
  const adder = another('as-adder', folder)
  const until = performance.now() + SECONDS * 1000
  const times = new Map<string, number[]>(pages.map(([name]) => [name, []]))
  const faults: string[] = []
  const reader = async (n: number) => {
    const chance = random(n + 1000)
    await pause((n / READERS) * LOOKED_AT)
    while (performance.now() < until) {
      const [name, , requests] = chosen(chance)
      await timeOf(address, requests(chance, articles)).then(
        (ms) => times.get(name)!.push(ms),
        (fault) => faults.push(`${name}: ${fault.message}`),
      )
      await pause(LOOKED_AT)
    }
  }
  await Promise.all(Array.from({ length: READERS }, (_, n) => reader(n)))
  adder.kill()
  const all = [...times.values()].flat()
  for (const [name, own] of [['all', all] as const, ...times]) {
    console.log(
      `${name.padEnd(12)} ${String(own.length).padStart(5)} pages, half within ${round(share(own, 0.5), 0)} ms, 95 of 100 within ${round(share(own, 0.95), 0)} ms, the slowest ${round(Math.max(0, ...own), 0)} ms`,
    )
  }
  console.log(`faults       ${faults.length}${faults.length > 0 ? `, the first: ${faults[0]}` : ''}`)
}

function chosen(chance: Random): (typeof pages)[number] {
  const all = pages.flatMap((page) => Array.from({ length: page[1] }, () => page))
  return chance.of(all)
}

/** Milliseconds until all that a page asks for is there. */
async function timeOf(address: string, requests: readonly string[]): Promise<number> {
  const began = performance.now()
  await Promise.all(
    requests.map(async (it) => {
      const answer = await fetch(`${address}api/${it}`)
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${it} gave ${answer.status}`)
    }),
  )
  return performance.now() - began
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const share = (times: readonly number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? 0

/** Adds articles until it is ended. */
async function adding(folder: string): Promise<void> {
  const writer = await openWriter(folder)
  for (;;) {
    const from = rowsIn(writer.record, 'documents')
    await writer.append(batchOf(servedReadings(from, from + ADDED.articles)))
    await pause(ADDED.every)
  }
}

const [, , role, folder] = process.argv
if (role === 'as-server') console.log((await serve({ record: folder! })).address)
if (role === 'as-adder') await adding(folder!)
