import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../reading.ts'
import { batchOf, readingFor } from './fixture.ts'
import { openDuckDB, openRecord, readingsOf } from './index.ts'
import { openWriter } from './writer.ts'

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'onrecord-record-')), 'record')

async function all(folder: string, where?: string): Promise<Reading[]> {
  const readings: Reading[] = []
  for await (const reading of readingsOf(await openRecord(folder), where)) readings.push(reading)
  return readings
}
async function rows(folder: string, sql: string) {
  const connection = await openDuckDB(await openRecord(folder))
  return (await connection.runAndReadAll(sql)).getRowsJson()
}
const [a, b, c] = [readingFor('a'), readingFor('b'), readingFor('c')]
/** A record of two segments: a and b, c. */
async function twoSegments() {
  const folder = newFolder()
  const writer = await openWriter(folder)
  await writer.append(batchOf([a, b]))
  await writer.append(batchOf([c]))
  return { folder, writer }
}

describe('a record', () => {
  test('gives readings back as they were put in, in order, or those asked for', async () => {
    const { folder, writer } = await twoSegments()
    writer.close()
    expect(await all(folder)).toEqual([a, b, c])
    expect(await all(folder, "id IN (SELECT document FROM statements WHERE content_text LIKE '%open c')")).toEqual([c])
  })

  test('is asked in SQL, with views', async () => {
    const { folder, writer } = await twoSegments()
    writer.close()
    expect(await rows(folder, 'SELECT speaker, quote, document FROM quotes ORDER BY document LIMIT 1')).toEqual([
      ['Ruritania', 'will open a', 'a'],
    ])
    expect(await rows(folder, 'FROM dyads')).toEqual([['RUR', 'STR', '2016-07-01', '3', '3', '3', '0', '0', '0', 8]])
    expect(await rows(folder, 'SELECT count(*) FROM clusters')).toEqual([['3']])
  })

  test('that is empty has its tables', async () => {
    const folder = newFolder()
    ;(await openWriter(folder)).close()
    expect(await rows(folder, 'FROM events')).toEqual([])
    expect(await all(folder)).toEqual([])
  })

  test('supersedes what a newer reading replaces, in one step', async () => {
    const { folder, writer } = await twoSegments()
    const newer = readingFor('b', 'the bridge')
    await writer.append(batchOf([newer], '2.0'), { documents: ['b'], inputs: ['k-b'] })
    writer.close()
    expect(new Set((await all(folder)).map((it) => it.text))).toEqual(new Set([a.text, c.text, newer.text]))
    expect(await rows(folder, "SELECT input, reader FROM inputs WHERE document = 'b'")).toEqual([['k-b', '2.0']])
    expect((await openRecord(folder)).manifest.segments).toHaveLength(3)
  })

  test('forgets: no row of the document, and not a byte of its text on the disk', async () => {
    const folder = newFolder()
    const writer = await openWriter(folder)
    const secret = readingFor('b', 'the Zaphod Bridge')
    await writer.append(batchOf([a, secret]))
    await writer.append(batchOf([c]))
    const before = (await openRecord(folder)).manifest.segments
    await writer.forget({ documents: ['b'], inputs: ['k-b'] }, ['k-b'])
    writer.close()
    expect(await all(folder)).toEqual([c, a])
    for (const table of ['documents', 'inputs', 'statements', 'mentions', 'events']) {
      const column = table === 'documents' ? 'id' : 'document'
      expect(await rows(folder, `SELECT count(*) FROM ${table} WHERE ${column} = 'b'`)).toEqual([['0']])
    }
    const names = readdirSync(join(folder, 'segments'))
    expect(names).not.toContain(before[0]!.id)
    expect(names.sort()).toEqual((await openRecord(folder)).manifest.segments.map(({ id }) => id).sort())
    expect((await openRecord(folder)).manifest.forgotten).toEqual(['k-b'])
  })

  test('merges segments into one with the same content; readers of before keep their files', async () => {
    const { folder, writer } = await twoSegments()
    const before = await openRecord(folder)
    await writer.merge([before.manifest.segments], () => {})
    writer.close()
    expect((await openRecord(folder)).manifest.segments).toHaveLength(1)
    expect(await all(folder)).toEqual([a, b, c])
    const old: Reading[] = []
    for await (const reading of readingsOf(before)) old.push(reading)
    expect(old).toEqual([a, b, c])
  })
})

describe('what goes wrong', () => {
  test('two writers: the second is told who writes, or waits', async () => {
    const { folder, writer } = await twoSegments()
    await expect(openWriter(folder)).rejects.toMatchObject({ code: 'E_LOCKED' })
    const waiting = openWriter(folder, 30)
    setTimeout(() => writer.close(), 300)
    ;(await waiting).close()
  })

  test('what a killed run left is swept, and never seen', async () => {
    const { folder, writer } = await twoSegments()
    writer.close()
    const { manifest } = await openRecord(folder)
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify({ ...manifest, segments: manifest.segments.slice(0, 1) }),
    )
    expect(await all(folder)).toEqual([a, b])
    ;(await openWriter(folder)).close()
    expect(readdirSync(join(folder, 'segments'))).toEqual([manifest.segments[0]!.id])
  })

  test('no record, a manifest of something else, a file where the folder should be', async () => {
    const folder = newFolder()
    await expect(openRecord(folder)).rejects.toMatchObject({ code: 'E_NO_RECORD' })
    ;(await openWriter(folder)).close()
    writeFileSync(join(folder, 'manifest.json'), '{"format": 99}')
    await expect(openWriter(folder)).rejects.toMatchObject({ code: 'E_MANIFEST' })
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe('{"format": 99}')
    await expect(openWriter(join(folder, 'manifest.json'))).rejects.toMatchObject({ code: 'E_WRITE' })
  })
})
