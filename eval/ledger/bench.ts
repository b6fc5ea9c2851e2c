/**
 * `npm run bench -- ledger [--full]`: the ledger of a record of 20,000 articles (100,000 with `--full`) from nothing, after a day's
 * addition of 300, and questions to it. Articles are real readings varied (`readings.ts`), of PolNeAR train where the measuring data is,
 * else of the example briefs.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'
import { read } from '../../src/read.ts'
import type { Reading } from '../../src/reading.ts'
import { ask, openLedger, openRecord, openWriter, rowsIn, type Writer } from '../../src/record/index.ts'
import { openSources } from '../../src/sources/index.ts'
import { round } from '../data.ts'
import { variation } from './readings.ts'

const REAL = 200
const ARTICLES = { usual: 20_000, full: 100_000 }
const A_DAY = 300
const BATCH = 1000
const questions = {
  'every commitment, by day': 'FROM ledger ORDER BY first_reported NULLS LAST, id',
  'threats that were carried out': "FROM ledger WHERE kind = 'threat' AND status = 'carried-out'",
  'what two states have open': 'FROM open_offers',
  'who keeps their word': 'FROM who_keeps_their_word',
  'what is told both ways': 'FROM contradictions',
}

export async function bench(data?: string): Promise<void> {
  const count = ARTICLES[process.argv.includes('--full') ? 'full' : 'usual']
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const vary = variation(await realReadings(data), A_DAY)
    const writer = await openWriter(folder)
    await timed(`storing ${count} articles`, () => store(writer, vary, 0, count))
    await timed('the ledger from nothing', () => make(folder))
    for (let day = 0; day < 3; day++) {
      await store(writer, vary, count + day * A_DAY, A_DAY)
      await timed(`after a day's ${A_DAY} more`, () => make(folder))
    }
    writer.close()
    const record = await openRecord(folder)
    console.log(`  of ${rowsIn(record, 'commitments')} commitments and ${rowsIn(record, 'events')} events`)
    for (const [name, sql] of Object.entries(questions)) await timed(name, () => answer(folder, sql))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function realReadings(data?: string): Promise<Reading[]> {
  const place = data ? join(data, 'attribution', 'train.ndjson.gz') : join(packageRoot, 'examples', 'briefs')
  const readings: Reading[] = []
  for await (const input of openSources([place])) {
    if (readings.length === REAL) break
    readings.push(await read(input, { plain: data !== undefined }))
  }
  return readings
}

async function store(writer: Writer, vary: (n: number) => Reading, from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n += BATCH) {
    const readings = Array.from({ length: Math.min(BATCH, from + count - n) }, (_, k) => vary(n + k))
    await writer.append({
      readings: readings.map((reading) => ({
        reading,
        provenance: { input: reading.id, reader: 'bench', added: '2026-01-01T00:00:00.000Z' },
      })),
      inputs: [],
      errors: [],
    })
  }
}

async function make(folder: string): Promise<void> {
  const { connection } = await openLedger(await openRecord(folder))
  connection.closeSync()
}

async function answer(folder: string, sql: string): Promise<void> {
  const { rows, close } = await ask(await openRecord(folder), sql)
  for await (const _ of rows);
  close()
}

async function timed(name: string, work: () => Promise<void>): Promise<void> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  const clock = (performance.now() - began) / 1000
  const megabytes = Math.round(process.memoryUsage.rss() / 1e6)
  console.log(`${name.padEnd(32)}${round(clock)} s, ${round((user + system) / 1e6)} of the processor; ${megabytes} MB`)
}
