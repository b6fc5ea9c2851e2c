import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addCorrection, correctionsIn, correctionsPath, withCorrections } from './corrections.ts'
import { batchOf, readingFor } from './fixture.ts'
import { openDuckDB, openRecord, openWriter, readingsOf, search, statusOf } from './index.ts'

async function recordOf(...ids: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-corrections-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const writer = await openWriter(folder)
  await writer.append(batchOf(ids.map((id) => readingFor(id))))
  writer.close()
  return folder
}

async function seen(folder: string, sql: string) {
  const connection = await openDuckDB(await withCorrections(await openRecord(folder)))
  const rows = (await connection.runAndReadAll(sql)).getRowsJson()
  connection.closeSync()
  return rows
}

const by = { who: 'Antonia', why: 'The envoy asked a question.' }

test('a rejected row is gone from views and readings, and comes back when that is undone', async () => {
  const folder = await recordOf('a', 'b')
  const { id } = await addCorrection(folder, { action: 'reject', table: 'statements', document: 'a', row: 's1', ...by })
  expect(await seen(folder, 'SELECT document FROM quotes')).toEqual([['b']])
  const readings = await allOf(readingsOf(await withCorrections(await openRecord(folder))))
  expect(readings.map(({ statements }) => statements.length)).toEqual([0, 1])
  await addCorrection(folder, { action: 'undo', undoes: id, who: 'Antonia' })
  expect(await seen(folder, 'SELECT document FROM quotes ORDER BY 1')).toEqual([['a'], ['b']])
})

test('codes are corrected, the latest word holds, nothing of the machine’s reading changes', async () => {
  const folder = await recordOf('a')
  const place = { action: 'correct', table: 'events', document: 'a', row: 'e1', ...by } as const
  await addCorrection(folder, { ...place, changes: { type: 'REJECT', quad: 3 } })
  await addCorrection(folder, { ...place, changes: { type: 'THREATEN', mode: null } })
  expect(await seen(folder, 'SELECT type, quad, mode, cameo FROM events')).toEqual([['THREATEN', 3, null, '057']])
  const [reading] = await allOf(readingsOf(await withCorrections(await openRecord(folder))))
  expect(reading!.events[0]).toEqual({ ...readingFor('a').events[0], type: 'THREATEN', quad: 3 })
  expect(await allOf(readingsOf(await openRecord(folder)))).toEqual([readingFor('a')])
})

test('who says it and to whom it is done may be somebody else: columns, mentions and readings follow', async () => {
  const folder = await recordOf('a')
  const king = { id: 'x-king', name: 'the king', kind: 'person', country: 'STR' } as const
  const place = { action: 'correct', document: 'a', ...by } as const
  await addCorrection(folder, { ...place, table: 'statements', row: 's1', changes: { source: king } })
  await addCorrection(folder, { ...place, table: 'events', row: 'e1', changes: { target: king } })
  expect(await seen(folder, 'SELECT source_actor, source_name, source_country, source_sector FROM statements')).toEqual(
    [['x-king', 'the king', 'STR', null]],
  )
  expect(
    await seen(folder, 'SELECT target_name, targets[1].actor, targets[1].country, targets[1].text FROM events'),
  ).toEqual([['the king', 'x-king', 'STR', 'envoy']])
  const [reading] = await allOf(readingsOf(await withCorrections(await openRecord(folder))))
  const [before] = await allOf(readingsOf(await openRecord(folder)))
  const { start, end } = before!.statements[0]!.source!
  expect(reading!.statements[0]!.source).toEqual({ start, end, actor: 'x-king', country: 'STR' })
  expect(reading!.actors.at(-1)).toEqual({ ...king, mentions: [] })
})

test('search, its totals and its counts follow corrections', async () => {
  const folder = await recordOf('a', 'b')
  const found = async () => search(await withCorrections(await openRecord(folder)), 'kind:statement', { facets: true })
  const before = await found()
  expect(before.total).toBe(2)
  const place = { table: 'statements', row: 's1', ...by } as const
  const { id } = await addCorrection(folder, { action: 'reject', document: 'a', ...place })
  const king = { id: 'x-king', name: 'the king', kind: 'person' } as const
  await addCorrection(folder, { action: 'correct', document: 'b', ...place, changes: { source: king, act: 'deny' } })
  const after = await found()
  expect(after.total).toBe(1)
  expect(after.hits).toMatchObject([{ document: 'b', speaker: 'the king', act: 'deny' }])
  expect(after.facets!.speaker).toEqual([{ value: 'the king', count: 1 }])
  expect((await statusOf(await withCorrections(await openRecord(folder)))).rows.statements).toBe(1)
  await addCorrection(folder, { action: 'undo', undoes: id, who: 'Antonia' })
  expect((await found()).total).toBe(2)
})

test('a row that is counted with another is out; hostile words stay words', async () => {
  const folder = await recordOf("it's")
  await addCorrection(folder, { action: 'merge', table: 'statements', document: "it's", row: 's1', into: 's2', ...by })
  expect(await seen(folder, 'FROM statements')).toEqual([])
  expect(await seen(folder, 'SELECT count(*)::INTEGER FROM events')).toEqual([[1]])
})

test('the file only grows, line by line; half a line is no correction', async () => {
  const folder = await recordOf('a')
  const place = { action: 'reject', table: 'events', document: 'a', row: 'e1', ...by } as const
  await addCorrection(folder, place)
  const first = await readFile(correctionsPath(folder), 'utf8')
  await appendFile(correctionsPath(folder), '{"id": "half')
  expect(await correctionsIn(folder)).toHaveLength(1)
  await addCorrection(folder, place)
  expect(await readFile(correctionsPath(folder), 'utf8')).toMatch(first)
  expect(await correctionsIn(folder)).toHaveLength(2)
  await appendFile(correctionsPath(folder), '{"action": "drop"}\n')
  await expect(correctionsIn(folder)).rejects.toThrow(/corrections\.ndjson:3/)
})

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
