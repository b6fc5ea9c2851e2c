import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../reading.ts'
import { filesOf, reading } from './fixture.ts'
import type { About } from './format.ts'
import { type Format, readingFormats, type Sink, widenings } from './index.ts'

const format = (name: string): Format => readingFormats.find((it) => it.name === name)!
const contentOf = async (name: string, readings: Reading[] = [reading], include = new Set(widenings)) =>
  [...(await filesOf(format(name), readings, { include })).values()][0]!

/** The columns as the data sets publish them. */
const published = {
  icews:
    'Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude',
  polecat:
    'Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version',
}
const widths = { petrarch: 11, icews: 20, gdelt: 61, polecat: 40 }

test('ICEWS and POLECAT begin with the published names of their columns', async () => {
  for (const [name, columns] of Object.entries(published)) {
    expect((await contentOf(name)).split('\n')[0]!.split('\t')).toEqual(columns.split('|'))
  }
})

describe('DuckDB reads every table, rows and columns as written', () => {
  test.each(Object.entries(widths))('%s has %i columns', async (name, width) => {
    const content = await contentOf(name)
    const path = join(mkdtempSync(join(tmpdir(), 'onrecord-tab-')), 'events.txt')
    writeFileSync(path, content)
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const options = `delim = '\t', quote = '', escape = '', header = false, all_varchar = true, auto_detect = false`
    const columns = Array.from({ length: width }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ')
    const read = await connection.runAndReadAll(
      `SELECT * FROM read_csv('${path}', ${options}, columns = {${columns}}, nullstr = '~none~')`,
    )
    expect(read.getRows().map((row) => row.map((cell) => cell ?? '').join('\t'))).toEqual(
      content.split('\n').slice(0, -1),
    )
    connection.closeSync()
  })
})

test('whatever a text holds, each row keeps its columns', () => {
  const nasty = fc.array(fc.constantFrom('a', '\t', '\n', '\r\n', '"', '🕊', '\u2028', '\u0085', ' '), { maxLength: 8 })
  return fc.assert(
    fc.asyncProperty(nasty, async (pieces) => {
      const words = pieces.join('')
      const actors = reading.actors.map((it) => ({ ...it, name: words }))
      const strange = { ...reading, id: words, actors, source: { ...reading.source, outlet: words, uri: words } }
      for (const [name, width] of Object.entries(widths)) {
        const lines = (await contentOf(name, [strange])).split('\n').slice(0, -1)
        expect(lines.map((line) => line.split('\t').length)).toEqual(lines.map(() => width))
      }
    }),
    { numRuns: 30 },
  )
})

test('codes keep their leading zeros and dates their form', async () => {
  const rows = (await contentOf('gdelt')).slice(0, -1).split('\n')
  const retreat = rows.at(-1)!.split('\t')
  expect(retreat.slice(1, 5)).toEqual(['20160714', '201607', '2016', '2016.5315'])
  expect(retreat.slice(25, 35)).toEqual(['0', '0874', '087', '08', '2', '10.0', '1', '1', '1', ''])
  expect(retreat.slice(59)).toEqual(['20160715080000', 'https://wire.example/news/1'])
})

test('an article without a date leaves the cells of the date empty', async () => {
  const { published: _, ...undated } = reading
  const events = reading.events.map(({ date: _, ...it }) => it)
  const [row] = (await contentOf('gdelt', [{ ...undated, events }])).split('\n')
  expect(row!.split('\t').slice(1, 5)).toEqual(['', '', '', ''])
})

test('datapackage.json says what stands for nothing, and which columns are text', async () => {
  const about = new Map<string, About>()
  for (const name of ['polecat', 'gdelt']) {
    const sink: Sink = {
      open: async (_, it) => {
        about.set(name, it!)
        return { write: async () => {}, close: async () => {}, sum: () => '' }
      },
      place: async () => {},
    }
    await format(name).write((async function* () {})(), sink, {})
  }
  expect(about.get('polecat')!.missingValues).toEqual(['', 'None'])
  expect(about.get('gdelt')!.fields!.find(({ name }) => name === 'EventCode')!.type).toBe('string')
})
