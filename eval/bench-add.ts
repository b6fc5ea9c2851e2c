/**
 * `npm run bench -- add [--full]`: the record. Reading and storing together, as `onrecord add` does it; storing alone, to many articles;
 * and questions over millions of statements. Over PolNeAR train where the measuring data is, else over the example briefs.
 *
 * Storing takes readings that are real (of the articles before) and varied: new ids, and every tenth word of a text replaced by
 * another of its length, so that offsets hold and files do not compress as copies would. Questions go over a manifest that lists
 * the same files several times: every row is read, from files that the system has at hand.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../src/package-root.ts'
import type { Reading } from '../src/reading.ts'
import { openDuckDB, openRecord, openWriter, readingsOf, rowsIn, type Snapshot } from '../src/record/index.ts'
import { type Input, openSources } from '../src/sources/index.ts'
import { addInputs, startThreads } from '../src/workers/index.ts'
import { round } from './data.ts'

const ARTICLES = { usual: 200, full: 840 }
const STORED = { usual: 5_000, full: 100_000 }
/** Statements that questions go over. */
const STATEMENTS = 5_000_000
const MEMORY_EVERY = 10_000

export async function bench(data?: string): Promise<void> {
  const size = process.argv.includes('--full') ? 'full' : 'usual'
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    await reading(join(folder, 'read'), data, ARTICLES[size])
    await storing(join(folder, 'read'), join(folder, 'stored'), STORED[size])
    await asking(join(folder, 'stored'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const say = (name: string, value: number | string, unit: string): void =>
  console.log(`${name.padEnd(44)}${value} ${unit}`)
const megabytes = (bytes: number): number => Math.round(bytes / 1e6)

/** Seconds by the clock and of the processor, all threads. */
export async function timed(work: () => Promise<unknown>): Promise<{ clock: number; cpu: number }> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { clock: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 }
}

export async function* articles(data: string | undefined, limit: number): AsyncGenerator<Input> {
  const place = data ? join(data, 'attribution', 'train.ndjson.gz') : join(packageRoot, 'examples', 'briefs')
  let n = 0
  while (n < limit) {
    for await (const input of openSources([place])) {
      if (n++ >= limit) return
      yield { ...input, id: `${input.id ?? input.uri}-${n}` }
    }
  }
}

/** Reading and storing together, on all cores. */
async function reading(folder: string, data: string | undefined, limit: number): Promise<void> {
  const writer = await openWriter(folder)
  const threads = startThreads()
  // The first reading loads the models.
  for await (const input of articles(data, 1)) await threads.read(input)
  const { read, width } = threads
  const { clock, cpu } = await timed(() => addInputs(writer, articles(data, limit), { read, width, reader: 'bench' }))
  const kept = rowsIn(writer.record, 'documents')
  await threads.close()
  writer.close()
  say(`reading and storing ${kept} articles`, round(kept / clock, 1), 'a second')
  say('', round(kept / cpu, 1), 'a CPU second, all threads')
  say('', megabytes(process.memoryUsage.rss()), 'MB of memory at the end')
}

/** Storing alone, from readings of the articles before. */
async function storing(from: string, folder: string, count: number): Promise<void> {
  const real: Reading[] = []
  for await (const it of readingsOf(await openRecord(from))) real.push(it)
  const vary = variation(real)
  const writer = await openWriter(folder)
  let peak = 0
  let done = 0
  async function* inputs(): AsyncGenerator<Input> {
    for (let n = 0; n < count; n++) {
      yield { uri: `${n}`, id: `${n}`, format: 'text', body: { kind: 'text', data: `${n}` } }
    }
  }
  const options = {
    read: async ({ id }: Input) => vary(Number(id)),
    width: 8,
    reader: 'bench',
    onProgress: () => {
      peak = Math.max(peak, process.memoryUsage.rss())
      done += 1
      if (done % MEMORY_EVERY === 0) say(`  memory at ${done} articles`, megabytes(process.memoryUsage.rss()), 'MB')
    },
  }
  const { clock, cpu } = await timed(() => addInputs(writer, inputs(), options))
  const { record } = writer
  const files = record.manifest.segments.flatMap(({ tables }) => Object.values(tables))
  const bytes = files.reduce((sum, it) => sum + it.bytes, 0)
  say(`storing ${count} articles`, round(count / clock, 1), 'a second')
  say('', round(count / cpu, 1), 'a CPU second')
  say('', megabytes(peak), 'MB of memory at most')
  say('', megabytes(bytes), `MB on disk, ${record.manifest.segments.length} segments`)
  const again = await timed(() => addInputs(writer, inputs(), { ...options, onProgress: undefined }))
  say('  the same again', round(again.clock, 1), 'seconds')
  writer.close()
}

/** Words of some readings by their length, some hundreds each: what stands in for one another. */
export function wordsByLength(real: readonly Reading[]): Map<number, string[]> {
  const byLength = new Map<number, string[]>()
  for (const [word] of real.flatMap(({ text }) => [...text.matchAll(/\p{L}+/gu)])) {
    const words = byLength.get(word.length) ?? []
    if (words.length < 500) byLength.set(word.length, [...words, word])
  }
  return byLength
}

/** Makes the n-th reading of as many as are wanted. */
export function variation(real: readonly Reading[]): (n: number) => Reading {
  const byLength = wordsByLength(real)
  return (n) => {
    const reading = real[n % real.length]!
    let k = n * 7919
    const text = reading.text.replace(/\p{L}+/gu, (word) => {
      k = (k * 1103515245 + 12345) % 2147483648
      const words = byLength.get(word.length)!
      return k % 10 === 0 ? words[k % words.length]! : word
    })
    return { ...reading, id: `${n}`, text }
  }
}

const questions = {
  'statements by sourcing': 'SELECT sourcing, count(*) FROM statements GROUP BY 1',
  'statements by country and month':
    "SELECT source_country, date_trunc('month', published) AS month, count(*), avg(confidence) FROM statements GROUP BY ALL",
  'the twenty who say most': 'SELECT source_name, count(*) AS n FROM statements GROUP BY 1 ORDER BY n DESC LIMIT 20',
  'denials by outlet':
    "SELECT d.outlet, count(*) FROM statements s JOIN documents d ON d.id = s.document WHERE s.act = 'deny' GROUP BY 1",
  dyads: 'SELECT source, target, sum(events) AS n FROM dyads GROUP BY ALL ORDER BY n DESC LIMIT 20',
}

/** Questions over millions of statements. */
async function asking(folder: string): Promise<void> {
  const once = await openRecord(folder)
  const times = Math.max(1, Math.ceil(STATEMENTS / rowsIn(once, 'statements')))
  const segments = Array.from({ length: times }, () => once.manifest.segments).flat()
  const record: Snapshot = { ...once, manifest: { ...once.manifest, segments } }
  const opening = await timed(async () => (await openDuckDB(record)).closeSync())
  say('opening', round(opening.clock), `seconds, ${segments.length} segments`)
  const connection = await openDuckDB(record)
  for (const [name, sql] of Object.entries(questions)) {
    await connection.runAndReadAll(sql)
    const { clock, cpu } = await timed(() => connection.runAndReadAll(sql))
    say(name, round(clock), `seconds (${round(cpu)} of the processor) over ${rowsIn(record, 'statements')} statements`)
  }
  connection.closeSync()
}
