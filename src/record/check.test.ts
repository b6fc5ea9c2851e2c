import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeEach, expect, test } from 'vitest'
import { sumOf } from './disk.ts'
import { batchOf, readingFor } from './fixture.ts'
import { checkRecord, currentSchema, groupsOf, knownIn, openDuckDB, openRecord, openWriter } from './index.ts'

let folder: string
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'onrecord-check-')), 'record')
  const writer = await openWriter(folder)
  await writer.append(batchOf([readingFor('a')]))
  await writer.append(batchOf([readingFor('b')]))
  writer.close()
})

const problems = async () => {
  const found = []
  for await (const { file, problem } of checkRecord(await openRecord(folder))) {
    found.push(`${file.slice(file.lastIndexOf('/') + 1)}: ${problem}`)
  }
  return found
}
const pathOf = async (table: string, n = 0) =>
  join(folder, (await openRecord(folder)).manifest.segments[n]!.tables[table]!.file)

/** Writes a table of the first segment anew and makes the manifest say so, as if onrecord had written it. */
async function rewritten(table: string, select: string, schema?: string) {
  const path = await pathOf(table)
  const connection = await (await DuckDBInstance.create()).connect()
  await connection.run(`CREATE TABLE t AS FROM '${path}'`)
  const copied = await connection.runAndReadAll(`COPY (${select}) TO '${path}' (FORMAT parquet)`)
  connection.closeSync()
  const { manifest } = await openRecord(folder)
  const segment = manifest.segments[0]!
  segment.schema = schema ?? segment.schema
  const file = segment.tables[table]!
  Object.assign(file, await sumOf(path), { rows: Number(copied.getRows()[0]![0]) })
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
}

test('all is well', async () => {
  expect(await problems()).toEqual([])
})

test('files: another content, another length, gone', async () => {
  const statements = await pathOf('statements')
  const bytes = readFileSync(statements)
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(statements, bytes)
  appendFileSync(await pathOf('events'), 'x')
  rmSync(await pathOf('documents', 1))
  expect((await problems()).map((it) => it.replace(/\d+/g, 'n'))).toEqual([
    'statements.parquet: Its content is not what was written: the sha-n is another.',
    'events.parquet: It has n bytes, not n as the manifest says.',
    'documents.parquet: It is not there.',
  ])
})

test('whoever needs a damaged file is told so, and the record stays as it is', async () => {
  for (const table of ['documents', 'inputs'] as const) {
    const path = await pathOf(table)
    writeFileSync(path, readFileSync(path).fill(0, 4, 200))
  }
  const { manifest } = await openRecord(folder)
  await expect(knownIn(await openRecord(folder), 'any')).rejects.toMatchObject({ code: 'E_SEGMENT' })
  const writer = await openWriter(folder)
  await expect(writer.merge([manifest.segments], () => {})).rejects.toMatchObject({ code: 'E_SEGMENT' })
  writer.close()
  expect((await openRecord(folder)).manifest).toEqual(manifest)
})

test('rows: words that are not at their place, of no document, there twice; columns of something else', async () => {
  await rewritten('mentions', 'SELECT * REPLACE (start_char + 1 AS start_char) FROM t')
  await rewritten('events', "SELECT * REPLACE ('z' AS document) FROM t")
  expect(await problems()).toEqual([
    'mentions.parquet: 1 rows do not hold the words of their place.',
    'events.parquet: 1 rows are of no document of the segment.',
  ])
  await rewritten('events', 'SELECT document, id FROM t')
  expect(await problems()).toEqual(['events.parquet: Its columns are not those of this version of onrecord.'])
})

test('a document that is there twice', async () => {
  const writer = await openWriter(folder)
  await writer.append(batchOf([readingFor('a')], 'another reader'))
  writer.close()
  expect(await problems()).toEqual([
    'record: 1 documents are there more than once.',
    'record: 1 inputs are there more than once.',
  ])
})

test('what an older version wrote is well, is asked with what it lacks as null, and compacted to this version', async () => {
  await rewritten('events', 'SELECT * EXCLUDE (rule) FROM t', 'older')
  expect(await problems()).toEqual([])
  const asked = async () => {
    const connection = await openDuckDB(await openRecord(folder))
    return (await connection.runAndReadAll('SELECT document, rule FROM events ORDER BY document')).getRows()
  }
  expect(await asked()).toEqual([
    ['a', null],
    ['b', 'agree'],
  ])
  const writer = await openWriter(folder)
  await writer.merge(groupsOf(writer.record.manifest.segments, currentSchema()), () => {})
  expect(writer.record.manifest.segments.map(({ schema }) => schema)).toEqual([currentSchema()])
  writer.close()
  expect(await asked()).toEqual([
    ['a', null],
    ['b', 'agree'],
  ])
  expect(await problems()).toEqual([])
})
