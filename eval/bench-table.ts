/**
 * `npm run bench`: one table in one run. Reading against peers that do a part of it; then storing, searching, SQL and the ledger at
 * 1,000 and 10,000 articles (`--full`: 100,000), where the cost of an article or of a question must not grow with the record
 * more than its rows do; then the rows of a million articles; memory; start. CPU seconds of all threads where not said otherwise: on a busy
 * machine the clock tells of the neighbours. Prints Markdown for docs/performance.md and draws docs/speed.svg.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import compromise from 'compromise'
import { parseHTML } from 'linkedom'
import { articleOf } from '../src/article/index.ts'
import { analyse } from '../src/language/index.ts'
import { packageRoot } from '../src/package-root.ts'
import { read } from '../src/read.ts'
import type { Reading } from '../src/reading.ts'
import { openDuckDB, openLedger, openRecord, openWriter, rowsIn, type Snapshot, search } from '../src/record/index.ts'
import type { Input } from '../src/sources/index.ts'
import { addInputs } from '../src/workers/index.ts'
import { articles, timed, variation } from './bench-add.ts'
import { round } from './data.ts'
import { type Line, plotOf } from './plot.ts'
import { winkReader } from './wink.ts'

/** Articles that are really read, and that the stored ones are variations of. */
const READ = 84
const MILLION = 1_000_000
const ROUNDS = 3

export async function benchTable(data: string | undefined): Promise<void> {
  const sizes = [1_000, 10_000, ...(process.argv.includes('--full') ? [100_000] : [])]
  console.log(
    `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
  )
  const inputs: Input[] = []
  for await (const input of articles(data, READ)) inputs.push(input)
  const readings = await reading(inputs, data)
  await growing(readings, sizes)
  starting()
}

const row = (...cells: (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`)
const head = (...cells: string[]): void => {
  row(...cells)
  row(...cells.map(() => '---'))
}

/** Items a CPU second, the best of some rounds after one to warm up. */
async function rate<T>(items: readonly T[], work: (item: T) => unknown): Promise<number> {
  let best = 0
  for (let n = 0; n <= ROUNDS; n++) {
    const { cpu } = await timed(async () => {
      for (const item of items) await work(item)
    })
    if (n > 0) best = Math.max(best, items.length / cpu)
  }
  return best
}

/** A statement as one would find it in an afternoon: a quotation, or a sentence with a word for saying. */
const CUE =
  /“[^”]+”|"[^"]+"|[^.!?]*\b(?:said|says|told|according to|warned|denied|claimed|added|announced)\b[^.!?]*[.!?]/giu

/** What is read, against what does a part of it. */
async function reading(inputs: readonly Input[], data: string | undefined): Promise<Reading[]> {
  const readings: Reading[] = []
  for (const input of inputs) readings.push(await read(input))
  const texts = readings.map(({ text }) => text)
  const language = await rate(texts, analyse)
  const whole = await rate(inputs, (input) => read(input))
  head('articles a CPU second, one process', 'onrecord', 'peer, same run', 'ratio')
  const against = (what: string, ours: number, peer: string, theirs: number) =>
    row(what, round(ours, 1), `${peer}: ${round(theirs, 1)}`, round(ours / theirs, 3))
  against('sentences, tags, trees, names', language, 'winkNLP, sentences and tags', await rate(texts, winkReader()))
  against('the same', language, 'compromise, sentences and tags', await rate(texts, (text) => compromise(text).json()))
  against('whole readings', whole, 'cue words in a regular expression', await rate(texts, (text) => text.match(CUE)))
  const pages = data ? pagesIn(join(data, 'articles', 'html')) : []
  if (pages.length > 0) {
    const ours = await rate(pages, (page) =>
      articleOf({ uri: 'page', format: 'html', body: { kind: 'html', data: page } }),
    )
    const theirs = await rate(pages, (page) => new Readability(parseHTML(page.toString()).document as never).parse())
    against('pages to articles', ours, 'Readability on linkedom', theirs)
  }
  console.log()
  return readings
}

const pagesIn = (folder: string): Buffer[] =>
  readdirSync(folder).map((name) => gunzipSync(readFileSync(join(folder, name))))

/** One record that grows, asked at each size. */
async function growing(real: readonly Reading[], sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const vary = variation(real)
  const [frequent, seldom] = frequentWords(real)
  const lines: Line[] = []
  const put = (name: string, unit: string, x: number, y: number) => {
    const line = lines.find((it) => it.name === name)
    if (line) line.points.push([x, y])
    else lines.push({ name, unit, points: [[x, y]] })
  }
  let peak = 0
  let from = 0
  try {
    for (const size of sizes) {
      const writer = await openWriter(join(folder, 'record'))
      async function* inputs(): AsyncGenerator<Input> {
        for (let n = from; n < size; n++)
          yield { uri: `${n}`, id: `${n}`, format: 'text', body: { kind: 'text', data: `${n}` } }
      }
      let made = 0
      const { cpu } = await timed(() =>
        addInputs(writer, inputs(), {
          read: async ({ id }) => {
            const began = performance.now()
            const reading = vary(Number(id))
            made += (performance.now() - began) / 1000
            peak = Math.max(peak, process.memoryUsage.rss())
            return reading
          },
          width: 8,
          reader: 'bench',
        }),
      )
      put('storing, an article', 'ms', size, (1000 * Math.max(0, cpu - made)) / (size - from))
      from = size
      const { record } = writer
      writer.close()
      for (const [name, seconds] of await asked(record, `${frequent} ${seldom}`)) put(name, 'ms', size, 1000 * seconds)
    }
    head('CPU ms, by articles in the record', ...sizes.map((it) => it.toLocaleString('en')))
    for (const { name, points } of lines) row(name, ...points.map(([, y]) => round(y, 1)))
    console.log()
    await million(await openRecord(join(folder, 'record')), `${frequent} ${seldom}`)
    console.log(`memory at most: ${Math.round(peak / 1e6)} MB\n`)
    writeFileSync(join(packageRoot, 'docs', 'speed.svg'), plotOf(lines, sizes))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A frequent and a less frequent word of the texts, to search for both. */
function frequentWords(readings: readonly Reading[]): [string, string] {
  const counts = new Map<string, number>()
  for (const { text } of readings) {
    for (const word of new Set(text.toLowerCase().match(/(?<!\p{L})[a-z]{7,}(?!\p{L})/gu))) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const words = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word)
  return [words[0]!, words[20]!]
}

const questions = {
  'SQL: statements by country and month':
    "SELECT source_country, date_trunc('month', published) AS month, count(*) FROM statements GROUP BY ALL",
  'SQL: the view dyads, summed':
    'SELECT source, target, sum(events) AS n FROM dyads GROUP BY ALL ORDER BY n DESC LIMIT 20',
}

/** CPU seconds of some questions, each asked once before. */
async function asked(record: Snapshot, words: string): Promise<[string, number][]> {
  const found: [string, number][] = []
  const time = async (name: string, work: () => Promise<unknown>) => {
    await work()
    found.push([name, (await timed(work)).cpu])
  }
  await time('search: two words', () => search(record, words))
  const connection = await openDuckDB(record)
  for (const [name, sql] of Object.entries(questions)) await time(name, () => connection.runAndReadAll(sql))
  connection.closeSync()
  const made = await timed(async () => (await openLedger(record)).connection.closeSync())
  found.push(['the ledger, made', made.cpu])
  const ledger = await openLedger(record)
  await time('the ledger, asked', () =>
    ledger.connection.runAndReadAll('SELECT kind, status, count(*) FROM ledger GROUP BY ALL'),
  )
  ledger.connection.closeSync()
  return found
}

/** The rows of a million articles: the same segments listed as often as that takes. */
async function million(record: Snapshot, words: string): Promise<void> {
  const times = Math.ceil(MILLION / rowsIn(record, 'documents'))
  const segments = Array.from({ length: times }, () => record.manifest.segments).flat()
  const many: Snapshot = { ...record, manifest: { ...record.manifest, segments } }
  head(
    `over ${rowsIn(many, 'statements').toLocaleString('en')} statements in ${segments.length} segments`,
    'CPU s',
    'by the clock, s',
  )
  const tell = async (name: string, work: () => Promise<unknown>) => {
    const { cpu, clock } = await timed(work)
    row(name, round(cpu), round(clock))
  }
  const connection = await openDuckDB(many)
  for (const [name, sql] of Object.entries(questions)) await tell(name, () => connection.runAndReadAll(sql))
  connection.closeSync()
  await tell('search: two words', () => search(many, words))
  await tell('search: two words among statements', () => search(many, `kind:statement ${words}`))
  console.log()
}

/** How long the built command takes to answer. */
function starting(): void {
  head('start of the command', 'by the clock, the least of five, ms', 'aim')
  const least = (args: readonly string[]): number => {
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now()
      const { status } = spawnSync(process.execPath, [join(packageRoot, 'dist', 'cli', 'main.js'), ...args])
      if (status !== 0) throw new Error(`onrecord ${args.join(' ')} failed. Build it first: npm run build`)
      return performance.now() - began
    })
    return Math.round(Math.min(...times))
  }
  row('`onrecord --version`', least(['--version']), 150)
  const page = join(packageRoot, 'examples', 'briefs', '2012-08-20-red-line.html')
  row('`onrecord read` of one page', least(['read', page]), 1000)
}
