import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Reading } from '../../reading.ts'
import { ask } from '../ask.ts'
import { batchOf, readingFor } from '../fixture.ts'
import { openWriter } from '../writer.ts'

const folder = await mkdtemp(join(tmpdir(), 'onrecord-ledger-test-'))
afterAll(() => rm(folder, { recursive: true }))

const text = 'Ruritania promised Strelsau to open the mountain border by 20 July.'
function promised(id: string, published: string, status: 'open' | 'kept' = 'open'): Reading {
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  return {
    ...readingFor(id),
    published,
    text,
    sentences: [{ start: 0, end: text.length }],
    actors: [],
    statements: [],
    events: [],
    commitments: [
      {
        id: 'c1',
        kind: 'promise',
        source: [{ ...at('Ruritania'), actor: 'rur', country: 'RUR' }],
        target: [{ ...at('Strelsau'), actor: 'str', country: 'STR' }],
        about: at('open the mountain border'),
        deadline: { ...at('by 20 July'), date: '2016-07-20' },
        history: [{ status, date: published, evidence: at('promised') }],
        confidence: 0.8,
        rule: 'verb.promise',
      },
    ],
  }
}

const rowsOf = async (record: Parameters<typeof ask>[0], sql: string) => {
  const answer = await ask(record, sql)
  const rows = []
  for await (const row of answer.rows) rows.push(row)
  answer.close()
  return rows
}

test('the ledger follows the record: added to, past a deadline, kept after all, forgotten', async () => {
  const writer = await openWriter(folder)
  const status = () => rowsOf(writer.record, 'SELECT status, reports, source, target FROM ledger')
  await writer.append(batchOf([promised('a', '2016-07-01')]))
  expect(await status()).toEqual([['open', 1, 'RUR', 'STR']])
  expect(await rowsOf(writer.record, 'SELECT days FROM due_soon')).toEqual([[19]])
  expect(await rowsOf(writer.record, 'SELECT count(*) FROM open_offers')).toEqual([[1]])

  await writer.append(batchOf([promised('b', '2016-08-01')]))
  expect(await status()).toEqual([['lapsed', 2, 'RUR', 'STR']])
  expect(await rowsOf(writer.record, 'SELECT status, sourcing, rule FROM ledger_history')).toEqual([
    ['lapsed', 'computed', 'deadline.past'],
  ])

  await writer.append(batchOf([promised('c', '2016-08-02', 'kept')]))
  expect(await status()).toEqual([['kept', 3, 'RUR', 'STR']])
  const judged = 'commitments, judged, said_kept, judged_by_outlet, judged_by_others, by_others_only'
  // Nobody is named who says so: the outlet tells it itself, and is no other.
  expect(await rowsOf(writer.record, `SELECT ${judged} FROM who_keeps_their_word`)).toEqual([[1, 1, 1, 1, 0, 0]])
  // Two are kept: that of the record as it stands, and the one before, for who still reads it.
  expect(await readdir(join(folder, 'ledger'))).toHaveLength(2)

  await writer.forget({ documents: ['c'], inputs: ['k-c'] }, ['k-c'])
  expect(existsSync(join(folder, 'ledger'))).toBe(false)
  expect(await status()).toEqual([['lapsed', 2, 'RUR', 'STR']])
  writer.close()
}, 60_000)
