/**
 * `npm run bench -- search`: how long search takes over a record of 2 million statements. 200,000 of them are made up and
 * written straight into segments (no net reads them); the rest are the same segments again under other names. The record is kept
 * in the temporary folder for the next run.
 */
import { link, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { batchOf } from '../../src/record/fixture.ts'
import {
  openRecord,
  openWriter,
  rowsIn,
  type SearchOptions,
  type Segment,
  type Snapshot,
  search,
  searchConnection,
} from '../../src/record/index.ts'
import { round } from '../data.ts'
import { madeReadings } from './readings.ts'

/** Articles of a segment, as `onrecord compact` leaves them. */
const ARTICLES = 2000
const MADE_SEGMENTS = 5
const SEGMENTS = 50
const ROUNDS = 3

/** Queries from seldom to frequent words, with what bears on their cost. */
const queries: [name: string, query: string, options?: SearchOptions][] = [
  ['two words', 'ceasefire convoy'],
  ['two words, the most frequent', 'government minister'],
  ['two words with facets', 'ceasefire convoy', { facets: true }],
  ['two most frequent words with facets', 'government minister', { facets: true }],
  ['a phrase', '"on condition of anonymity"'],
  ['a word by a speaker after a day', 'ceasefire speaker:elphberg after:2016'],
  ['a speaker with facets', 'speaker:"rudolf elphberg"', { facets: true }],
  ['statements by a country, no word', 'kind:statement country:RUR form:direct', { facets: true }],
]

export async function bench(): Promise<void> {
  const folder = join(tmpdir(), 'onrecord-bench-search')
  const record = (await kept(folder)) ?? (await make(folder))
  const bytes = (table: string) => record.manifest.segments.reduce((sum, it) => sum + it.tables[table]!.bytes, 0)
  console.log(
    `record     ${rowsIn(record, 'statements')} statements, ${rowsIn(record, 'entries')} entries, ${rowsIn(record, 'postings')} postings in ${record.manifest.segments.length} segments; index ${round((bytes('postings') + bytes('entries')) / 1e6, 0)} MB`,
  )
  const connection = await searchConnection()
  for (const [name, query, options] of queries) {
    const cold = await timed(() => search(record, query, options))
    const warm: Timed[] = []
    for (let n = 0; n < ROUNDS; n++) warm.push(await timed(() => search(record, query, { ...options, connection })))
    const middle = warm.sort((a, b) => a.wall - b.wall)[Math.floor(ROUNDS / 2)]!
    console.log(
      `${name.padEnd(38)} ${String(middle.total).padStart(8)} found  ${ms(middle)}; on a new connection ${ms(cold)}`,
    )
  }
  connection.closeSync()
}

interface Timed {
  total: number
  /** Milliseconds by the clock, and of all processors together. */
  wall: number
  cpu: number
}
const ms = ({ wall, cpu }: Timed): string => `${round(wall, 0)} ms (${round(cpu, 0)} of CPU)`

async function timed(work: () => Promise<{ total: number }>): Promise<Timed> {
  const [before, start] = [process.cpuUsage(), performance.now()]
  const { total } = await work()
  const { user, system } = process.cpuUsage(before)
  return { total, wall: performance.now() - start, cpu: (user + system) / 1000 }
}

/** The record of an earlier run, if it is whole. */
async function kept(folder: string): Promise<Snapshot | undefined> {
  const record = await openRecord(folder).catch(() => undefined)
  return record && rowsIn(record, 'documents') === SEGMENTS * ARTICLES ? record : undefined
}

async function make(folder: string): Promise<Snapshot> {
  await rm(folder, { recursive: true, force: true })
  const writer = await openWriter(folder)
  for (let n = 0; n < MADE_SEGMENTS; n++) {
    process.stderr.write(`making segment ${n + 1} of ${MADE_SEGMENTS}\n`)
    await writer.append(batchOf(madeReadings(n * ARTICLES, (n + 1) * ARTICLES)))
  }
  writer.close()
  const { manifest } = await openRecord(folder)
  const segments: Segment[] = []
  for (let n = 0; n < SEGMENTS; n++) segments.push(await again(folder, manifest.segments[n % MADE_SEGMENTS]!, n))
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, segments }))
  return openRecord(folder)
}

/** A segment once more, under a name of its own; its files are linked, so that the system holds them in memory once. */
async function again(folder: string, segment: Segment, n: number): Promise<Segment> {
  const id = `again-${n}`
  await mkdir(join(folder, 'segments', id))
  for (const { file } of Object.values(segment.tables)) {
    await link(join(folder, file), join(folder, file.replace(segment.id, id)))
  }
  const moved = ([table, it]: [string, Segment['tables'][string]]) => [
    table,
    { ...it, file: it.file.replace(segment.id, id) },
  ]
  return { ...segment, id, tables: Object.fromEntries(Object.entries(segment.tables).map(moved)) }
}
