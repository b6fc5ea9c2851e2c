import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Reading } from '../reading.ts'
import { batchOf } from '../record/fixture.ts'
import { openWriter, type Snapshot, tables } from '../record/index.ts'
import { reading } from './fixture.ts'
import type { ExportOptions } from './format.ts'
import { folderSink } from './sink.ts'
import { csv, ndjson, parquet, type TableFormat } from './tables.ts'
import { conditionOf, type Filter, openChosen } from './where.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-tables-'))
let count = 0
const fresh = () => join(folder, String(count++))

async function recordOf(readings: readonly Reading[], at: string): Promise<Snapshot> {
  const writer = await openWriter(at)
  await writer.append(batchOf(readings))
  writer.close()
  return writer.record
}

async function written(format: TableFormat, record: Snapshot, options: ExportOptions = {}, filter: Filter = {}) {
  const into = fresh()
  const sink = await folderSink(into, { description: 'a test' })
  const connection = await openChosen(record, conditionOf(filter))
  await format.copy(connection, sink, options)
  connection.closeSync()
  await sink.finish()
  return into
}

async function queried(sql: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const rows = (await connection.runAndReadAll(sql)).getRowObjects()
  connection.closeSync()
  return rows
}

let record: Snapshot
beforeAll(async () => {
  const later: Reading = {
    ...reading,
    id: 'later',
    published: '2017-01-02',
    source: { ...reading.source, outlet: 'The Harbour Gazette' },
  }
  record = await recordOf([reading, later], fresh())
})

describe('csv', () => {
  test('texts that a spreadsheet would run begin with an apostrophe; numbers stay numbers, codes text, lists JSON', async () => {
    const into = await written(csv, record)
    const lines = readFileSync(join(into, 'documents.csv'), 'utf8')
    expect(lines).toContain(',"\'=Talks, and shells",Ada Quill,2016-07-14T20:31:00-04:00,2016-07-14,en,')
    const [header, ...rows] = readFileSync(join(into, 'events.csv'), 'utf8').split('\n')
    const at = (name: string) => header!.split(',').indexOf(name)
    expect(rows[2]!.split(',')[at('goldstein')]).toBe('-10.0')
    const [shelling] = await queried(
      `SELECT cameo, goldstein, "sources" FROM read_csv('${into}/events.csv', types = {'cameo': 'VARCHAR'}) WHERE id = 'e3'`,
    )
    expect(shelling).toMatchObject({ cameo: '194', goldstein: -10 })
    expect(JSON.parse(String(shelling!.sources))).toEqual([
      {
        start_char: 130,
        end_char: 146,
        text: 'Graustark’s army',
        actor: 'x-gra-armies',
        country: 'GRA',
        sector: 'MIL',
      },
    ])
  })

  test('one apostrophe taken off gives every text back, and no cell begins as a formula does', () => {
    const strings = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom(
          '=1+1',
          '+1',
          '-2',
          '@SUM(A1)',
          "'=1",
          "''",
          "'",
          '\t=1',
          '\r\n',
          '"',
          ',',
          '＝1',
          '007',
          '',
          '-10.0',
        ),
      ),
      { minLength: 1, maxLength: 20 },
    )
    return fc.assert(
      fc.asyncProperty(strings, async (titles) => {
        // DuckDB keeps no NUL, and the text of a file no lone surrogate.
        const clean = titles.map((it) => it.replace(/[\0\ud800-\udfff]/gu, ''))
        const made = clean.map((title, n) => ({ ...reading, id: `d${n}`, title }))
        const into = await written(csv, await recordOf(made, fresh()), { table: 'documents' })
        const rows = await queried(
          `SELECT title FROM read_csv('${into}/documents.csv', all_varchar = true, header = true, delim = ',', quote = '"',
            escape = '"', nullstr = '~none~')`,
        )
        const cells = rows.map(({ title }) => String(title))
        expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
        expect(cells.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell))).toEqual(clean)
      }),
      { numRuns: 10 },
    )
  }, 60_000)

  test('cells stay as they are without the guard; a byte order mark for Excel', async () => {
    const into = await written(csv, record, { table: 'documents', guard: false, bom: true })
    const content = readFileSync(join(into, 'documents.csv'), 'utf8')
    expect(content).toMatch(/^\ufeffid,uri,/)
    expect(content).toContain(',"=Talks, and shells",')
  })
})

test('ndjson has a row a line, with lists as lists', async () => {
  const into = await written(ndjson, record, { table: 'events' })
  const rows = readFileSync(join(into, 'events.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows).toHaveLength(10)
  expect(rows[2]).toMatchObject({ id: 'e3', cameo: '194', goldstein: -10, contexts: ['military'], statement: 's2' })
})

test('parquet is read by another reader, every table in one file', async () => {
  const into = await written(parquet, record)
  for (const name of Object.keys(tables)) expect(existsSync(join(into, `${name}.parquet`)), name).toBe(true)
  const file = await asyncBufferFromFile(join(into, 'events.parquet'))
  const rows = await parquetReadObjects({ file, columns: ['id', 'cameo', 'goldstein', 'date'] })
  expect(rows).toHaveLength(10)
  expect(rows[0]).toEqual({ id: 'e1', cameo: '040', goldstein: 1, date: new Date('2016-07-12') })
  expect(rows[2]).toMatchObject({ id: 'e3', cameo: '194', goldstein: -10 })
})

test('a view can be asked for; a table that is not there is coded', async () => {
  const into = await written(ndjson, record, { table: 'quotes' }, { after: '2017' })
  expect(readFileSync(join(into, 'quotes.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(2)
  await expect(written(csv, record, { table: 'nix' })).rejects.toMatchObject({ code: 'E_TABLE' })
})

describe('which documents', () => {
  const ids = async (filter: Filter) => {
    const into = await written(ndjson, record, { table: 'documents' }, filter)
    const lines = readFileSync(join(into, 'documents.ndjson'), 'utf8').split('\n').filter(Boolean)
    return lines.map((line) => JSON.parse(line).id as string)
  }
  test.each<[Filter, string[]]>([
    [{}, [reading.id, 'later']],
    [{ after: '2016-07-14', before: '2016-08' }, [reading.id]],
    [{ before: '2016-07-14' }, []],
    [{ outlet: ['the harbour gazette'] }, ['later']],
    [{ actor: ['NORWAY'], country: ['nor'] }, [reading.id, 'later']],
    [{ actor: ['nobody'] }, []],
    [{ where: "id = 'later' -- only this" }, ['later']],
  ])('%j', async (filter, expected) => expect(await ids(filter)).toEqual(expected))

  test.each([
    [{ where: 'nix = 1' }],
    [{ where: '(' }],
    [{ where: 'true); DROP VIEW documents; SELECT (1' }],
    [{ after: 'tomorrow' }],
    [{ after: '2016-02-30' }],
  ])('a condition that is none is coded: %j', async (filter) => {
    await expect(ids(filter)).rejects.toMatchObject({ code: 'E_WHERE' })
  })

  test('the rows of other tables are those of these documents', async () => {
    const into = await written(ndjson, record, { table: 'dyads' }, { outlet: ['the harbour gazette'] })
    const rows = readFileSync(join(into, 'dyads.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows.find(({ source, target }) => source === 'un' && target === 'GRA')).toMatchObject({
      events: 1,
      month: '2017-01-01',
    })
  })
})

test('datapackage.json says what the columns are, with bytes and sha-256 of every file', async () => {
  const into = await written(csv, record, { table: 'events' })
  const { $schema, resources } = JSON.parse(readFileSync(join(into, 'datapackage.json'), 'utf8'))
  const content = readFileSync(join(into, 'events.csv'))
  expect($schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
  expect(resources).toHaveLength(1)
  expect(resources[0]).toMatchObject({
    name: 'events.csv',
    path: 'events.csv',
    description: 'a test',
    type: 'table',
    format: 'csv',
    encoding: 'utf-8',
    bytes: content.length,
    hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    dialect: { delimiter: ',', header: true },
  })
  const fields: { name: string; type: string; description: string }[] = resources[0].schema.fields
  expect(fields.map(({ name }) => name)).toEqual(tables.events.columns.map(({ name }) => name))
  const type = (name: string) => fields.find((it) => it.name === name)!.type
  expect(['cameo', 'goldstein', 'quad', 'date', 'main', 'sources'].map(type)).toEqual([
    ...['string', 'number', 'integer', 'date', 'boolean', 'array'],
  ])
})

test('an export is added to the package of its folder; what is there is replaced only by force', async () => {
  const into = fresh()
  const put = async (name: string, text: string, force = false) => {
    const sink = await folderSink(into, { force })
    const out = await sink.open(name, { title: name, format: 'txt', mediatype: 'text/plain' })
    await out.write(text)
    await out.close()
    await sink.finish()
  }
  await put('a.txt', 'one')
  await put('b.txt', 'two')
  await expect(put('a.txt', 'three')).rejects.toMatchObject({ code: 'E_EXISTS' })
  await put('a.txt', 'four', true)
  const { resources } = JSON.parse(readFileSync(join(into, 'datapackage.json'), 'utf8'))
  expect(resources.map((it: { path: string; bytes: number }) => [it.path, it.bytes])).toEqual([
    ['b.txt', 3],
    ['a.txt', 4],
  ])
  writeFileSync(join(into, 'datapackage.json'), '[]')
  await expect(put('c.txt', 'five')).rejects.toMatchObject({ code: 'E_EXISTS' })
})
