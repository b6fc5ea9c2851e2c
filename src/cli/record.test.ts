import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { read } from '../read.ts'
import type { Reading } from '../reading.ts'
import { openRecord, readingsOf, rowsIn } from '../record/index.ts'
import { openSources } from '../sources/index.ts'
import { runHere as onrecord } from './fixture.ts'
import { duration } from './record.ts'

const base = mkdtempSync(join(tmpdir(), 'onrecord-cli-record-'))
const folder = join(base, 'record')
const briefs = join(packageRoot, 'examples', 'briefs')

const on = (...args: string[]) => onrecord([...args, '--record', folder])
const answer = async (sql: string) => JSON.parse((await on('sql', sql, '--format', 'json')).stdout)

describe('a record of the example briefs, from end to end', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    const missing = join(base, 'missing.txt')
    const added = await on('add', briefs, missing, '--batch', '12')
    expect(added.stderr).toBe(`error E_NOT_FOUND: ${missing} does not exist. Check the path.\n`)
    expect(added.status).toBe(1)
    expect(added.stdout).toMatch(
      /^30 articles added · 1 input failed\n.*: 30 articles, \d+ statements, \d+ events, \d+ commit/,
    )
  }, 300_000)

  test('holds what the pipeline reads, reading by reading', async () => {
    const kept: Reading[] = []
    for await (const reading of readingsOf(await openRecord(folder))) kept.push(reading)
    const expected: Reading[] = []
    for await (const input of openSources([briefs])) expected.push(await read(input))
    expect(kept).toEqual(expected)
    expect((await openRecord(folder)).manifest.segments).toHaveLength(3)
  })

  test('the same again changes nothing; status and check tell how it stands', async () => {
    const before = readFileSync(join(folder, 'manifest.json'), 'utf8')
    expect(await on('add', briefs)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^0 articles added · 30 inputs known/),
    })
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(before)
    const status = JSON.parse((await on('status', '--json')).stdout)
    expect(status).toMatchObject({
      segments: 3,
      rows: { documents: 30, errors: 1 },
      from: '2011-08-18',
      to: '2016-12-22',
    })
    expect((await on('status')).stdout).toContain('articles    30, 2011-08-18 to 2016-12-22\n')
    expect(await on('check')).toMatchObject({ status: 0, stdout: '3 segments, all well\n' })
  })

  test('is asked in every format', async () => {
    expect(
      (await on('sql', 'SELECT kind, count(*) AS n FROM commitments GROUP BY ALL ORDER BY n DESC')).stdout,
    ).toMatch(/^kind +n\n─+ {2}─+\n/)
    expect(
      await answer('SELECT count(*) AS n FROM statements WHERE document NOT IN (SELECT id FROM documents)'),
    ).toEqual([{ n: 0 }])
    expect((await on('sql', 'SELECT 1 AS one;', '--format', 'csv')).stdout).toBe('one\r\n1\r\n')
    const limited = await on('sql', 'FROM sentences', '--format', 'ndjson', '--limit', '2')
    expect(limited.stdout.split('\n')).toHaveLength(3)
    expect(limited.stderr).toBe('The first 2 rows; there are more (--limit 0 gives all).\n')
    const out = join(base, 'out.parquet')
    expect((await on('sql', 'FROM dyads', '--format', 'parquet', '--out', out)).status).toBe(0)
    expect(existsSync(out)).toBe(true)
    expect(await on('sql', 'DROP TABLE statements')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^error E_SQL: /),
    })
  })

  test('is compacted, forgets a document and a person, and stays whole', async () => {
    expect((await on('compact')).stdout).toBe('3 segments before, 1 now\n')
    const [{ id }] = await answer("SELECT id FROM documents WHERE uri LIKE '%red-line%'")
    expect((await on('forget', id, 'John Kerry', '--dry-run')).stdout).toMatch(
      /^Would go: 1 document, 1 actor in \d+ documents that/,
    )
    expect((await on('forget', id, 'John Kerry')).stdout).toMatch(
      /^Forgotten: 1 document, 1 actor in \d+ documents that stay\n/,
    )
    expect(
      await answer("SELECT count(*) AS n FROM documents WHERE text LIKE '%Kerry%' OR title LIKE '%Kerry%'"),
    ).toEqual([{ n: 0 }])
    expect(readdirSync(join(folder, 'segments'))).toHaveLength(1)
    expect((await on('check')).stdout).toBe('1 segment, all well\n')
    expect((await on('add', briefs)).stdout).toMatch(
      /^0 articles added · 29 inputs known already · 1 input forgotten before/,
    )
  })

  test('a damaged file is told, taken out on request, and its inputs may be added again', async () => {
    const file = join(folder, 'segments', readdirSync(join(folder, 'segments'))[0]!, 'statements.parquet')
    writeFileSync(file, readFileSync(file).fill(0, 0, 100).subarray(0, 2000))
    expect(await on('sql', 'SELECT count(*) FROM statements WHERE act = 1')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('error E_SEGMENT: '),
    })
    const checked = await on('check', '--drop')
    expect(checked).toMatchObject({ status: 1, stdout: '1 segment taken out. Add their inputs again.\n' })
    expect(checked.stderr).toContain(`error E_SEGMENT: ${file}: It has 2000 bytes`)
    expect((await on('add', briefs, '--limit', '2')).stdout).toMatch(/^2 articles added · .*more to come/)
  })
})

test('Ctrl-C finishes what is being read, keeps it, and the same command goes on', { timeout: 300_000 }, async () => {
  const stopped = join(base, 'stopped')
  const add = () => onrecord(['add', briefs, '--record', stopped, '--jobs', '1'])
  const running = add()
  while (process.listenerCount('SIGINT') === 0) await sleep(10)
  process.emit('SIGINT')
  expect(await running).toMatchObject({
    status: 130,
    stderr: expect.stringMatching(
      /^Stopping: .*\nStopped\. What was read is kept; the same command goes on from here\.\n$/,
    ),
  })
  const kept = rowsIn(await openRecord(stopped), 'documents')
  expect(kept).toBeLessThan(30)
  expect(await add()).toMatchObject({ status: 0, stdout: expect.stringContaining(`${30 - kept} articles added`) })
  expect(rowsIn(await openRecord(stopped), 'documents')).toBe(30)
})

test('without a record, the commands say how to make one', async () => {
  const nowhere = join(base, 'nowhere')
  expect(await onrecord(['status', '--record', nowhere])).toMatchObject({
    status: 1,
    stderr: `error E_NO_RECORD: ${nowhere}: there is no record. Make one: onrecord add INPUT... --record ${nowhere}\n`,
  })
  expect(existsSync(nowhere)).toBe(false)
})

test('durations for people', async () => {
  expect([4.4, 250, 7260].map(duration)).toEqual(['4 s', '4 min 10 s', '2 h 1 min'])
})
