import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { itemsIn, loadActors } from './load.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-load-'))
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('the ending tells the format, gzipped or not, with either line end', async () => {
  const names = async (path: string) => (await loadActors([path])).entries.map(({ name }) => name)
  expect(await names(file('a.csv', 'name,country\r\nStrelsau Guard,AUT\r\n'))).toEqual(['Strelsau Guard'])
  expect(await names(file('a.jsonl', '{"name":"Strelsau Guard","kind":"group"}'))).toEqual(['Strelsau Guard'])
  expect(await names(file('a.txt.gz', gzipSync('STRELSAU_GUARD_ [AUTMIL]\n')))).toEqual(['Strelsau Guard'])
})

test('each fault of each file has its file, line and reason', async () => {
  const [one, two] = [file('one.csv', 'name,country\nA,XXZ\nB,FRA\n'), file('two.txt', 'C_ [USA\nD_ [USA]\n')]
  const { entries, faults } = await loadActors([one, two])
  expect(entries.map(({ name }) => name)).toEqual(['B', 'D'])
  expect(faults.map((it) => [it.file, it.line, it.reason])).toEqual([
    [one, 2, '"XXZ" is no country code: write ISO 3166-1 alpha-3, such as DEU'],
    [two, 1, 'a "[" is not closed'],
    [two, 1, '"C_" has no code'],
  ])
})

test('500,000 lines are given one by one, and none is kept', async () => {
  const path = file('large.txt', 'IVO_PETROV_\n\t[RUSGOV 930601-990805]\n'.repeat(250_000))
  let heap = 0
  let count = 0
  const before = process.memoryUsage().heapUsed
  for await (const item of itemsIn(path)) {
    if ('entry' in item && ++count % 25_000 === 0) heap = Math.max(heap, process.memoryUsage().heapUsed - before)
  }
  expect(count).toBe(250_000)
  // 250,000 entries held would be more than 100 MB.
  expect(heap).toBeLessThan(100e6)
}, 120_000)

test('what is not there, a folder, and what is not gzip are coded', async () => {
  mkdirSync(join(folder, 'inner'))
  for (const path of [join(folder, 'none.csv'), join(folder, 'inner'), file('bad.csv.gz', 'plain')])
    await expect(loadActors([path])).rejects.toMatchObject({ code: 'E_ACTORS' })
})
