import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ask, askToParquet, type Limits } from './ask.ts'
import { batchOf, readingFor } from './fixture.ts'
import { openDuckDB, openRecord, openWriter } from './index.ts'

const base = mkdtempSync(join(tmpdir(), 'onrecord-ask-'))
const folder = join(base, "record's")
beforeAll(async () => {
  const writer = await openWriter(folder)
  await writer.append(batchOf(['a', 'b', 'c'].map((id) => readingFor(id))))
  writer.close()
})

async function answer(sql: string, limits?: Limits) {
  const { columns, rows, more, close } = await ask(await openRecord(folder), sql, limits)
  const all = []
  for await (const row of rows) all.push(row)
  close()
  return { columns, rows: all, more: more() }
}

describe('a question', () => {
  test('is answered from tables and views; counts are numbers', async () => {
    expect(await answer('SELECT count(*) AS n, sum(1.5) AS s, min(published) AS day FROM statements -- all;')).toEqual({
      columns: ['n', 's', 'day'],
      rows: [[3, 4.5, '2016-07-14']],
      more: false,
    })
    expect((await answer('SELECT content FROM statements LIMIT 1')).rows[0]).toEqual([
      [{ start_char: 11, end_char: 22 }],
    ])
    expect((await answer('DESCRIBE quotes')).rows).toHaveLength(15)
  })

  test('has an end in rows and in time', async () => {
    expect(await answer('SELECT id FROM documents ORDER BY id', { rows: 2 })).toMatchObject({
      rows: [['a'], ['b']],
      more: true,
    })
    expect(await answer('SELECT id FROM documents', { rows: 3 })).toMatchObject({ more: false })
    const endless = 'SELECT count(*) FROM range(1000000000) a, range(1000000000) b'
    await expect(answer(endless, { seconds: 0.3 })).rejects.toMatchObject({ code: 'E_SQL_TIME' })
  })

  test('that cannot be answered says why', async () => {
    await expect(answer('SELECT nothing FROM statements')).rejects.toMatchObject({
      code: 'E_SQL',
      message: expect.stringContaining('"nothing"'),
    })
  })
})

test('nothing but reading: what writes, opens files or changes settings is refused, and the record is untouched', async () => {
  const secret = join(base, 'secret.csv')
  writeFileSync(secret, 'a\n1\n')
  const files = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => [
      name,
      statSync(join(folder, name)).mtimeMs,
    ])
  const before = files()
  const segment = (await openRecord(folder)).manifest.segments[0]!.tables.documents!.file
  for (const sql of [
    'DROP VIEW statements',
    'CREATE TABLE t AS SELECT 1',
    'INSERT INTO documents VALUES (1)',
    `COPY (SELECT 1) TO '${join(base, 'x.csv').replaceAll("'", "''")}'`,
    `COPY (SELECT 1) TO '${join(folder, segment).replaceAll("'", "''")}' (FORMAT parquet)`,
    `ATTACH '${base}/y.duckdb' AS y`,
    'SET enable_external_access = true',
    `EXPLAIN ANALYZE COPY (SELECT 1) TO '${join(folder, segment).replaceAll("'", "''")}' (FORMAT parquet)`,
    'INSTALL httpfs',
    `SELECT * FROM '${secret}'`,
    `SELECT * FROM read_text('/etc/passwd')`,
    `SELECT * FROM read_text('${folder.replaceAll("'", "''")}/../secret.csv')`,
    `SELECT * FROM glob('/etc/*')`,
    'SELECT 1; DROP VIEW statements',
    'PRAGMA database_list; SELECT 1',
    'SELECT getenv($$HOME$$)',
    '',
  ]) {
    await expect(answer(sql), sql).rejects.toMatchObject({ code: 'E_SQL' })
  }
  expect(files()).toEqual(before)
  expect(existsSync(join(base, 'x.csv'))).toBe(false)
})

test('an answer as Parquet', async () => {
  const path = join(base, 'out.parquet')
  await askToParquet(await openRecord(folder), 'SELECT id FROM documents ORDER BY id -- all', path, { rows: 2 })
  const connection = await openDuckDB(await openRecord(folder))
  expect((await connection.runAndReadAll(`FROM '${path}'`)).getRows()).toEqual([['a'], ['b']])
  connection.closeSync()
  const elsewhere = askToParquet(await openRecord(folder), 'SELECT 1', join(base, 'no', 'such', 'folder.parquet'))
  await expect(elsewhere).rejects.toMatchObject({ code: 'E_WRITE' })
  const tricky = askToParquet(await openRecord(folder), `SELECT 1) TO '${base}/evil.csv'; COPY (SELECT 1`, path)
  await expect(tricky).rejects.toMatchObject({ code: 'E_SQL' })
})
