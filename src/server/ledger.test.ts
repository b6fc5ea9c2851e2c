import { expect, test } from 'vitest'
import type { Reading } from '../reading.ts'
import { readingFor } from '../record/fixture.ts'
import { jsonOf, tryWorkbench } from './fixture.ts'

const text = 'Ruritania promised Strelsau to open the mountain border by 20 July.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

/** An article of its own that tells of the same promise, and what became of it. */
const told = (id: string, published: string, status: 'open' | 'kept'): Reading => ({
  ...readingFor(id),
  published,
  text: `${text} This is article ${id}.`,
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
      history: status === 'open' ? [] : [{ status, date: published, evidence: at('promised') }],
      confidence: 0.8,
    },
  ],
})

test('one commitment of many articles is one row, with its reports and its steps; its files hold the same', async () => {
  const { get } = await tryWorkbench([told('a', '2016-07-01', 'open'), told('b', '2016-07-19', 'kept')])
  const { rows, total } = await jsonOf(get('/api/ledger'))
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({ kind: 'promise', status: 'kept', source: 'RUR', target: 'STR', reports: 2 })
  expect(rows[0]!.told_in).toMatchObject([
    { document: 'a', row: 'c1', published: '2016-07-01' },
    { document: 'b', row: 'c1', published: '2016-07-19' },
  ])
  expect(rows[0]!.history).toMatchObject([
    {
      status: 'kept',
      document: 'b',
      evidence: 'promised',
      start_char: at('promised').start,
      end_char: at('promised').end,
    },
  ])
  expect(await jsonOf(get('/api/ledger.json'))).toEqual(rows)
})

test('it is narrowed by kind, status, party by code or name, overdue and words', async () => {
  const { get } = await tryWorkbench([told('a', '2016-07-01', 'open'), told('b', '2016-07-19', 'kept')])
  const counts = Object.fromEntries(
    await Promise.all(
      [
        'kind=threat',
        'kind=threat,promise',
        'status=kept',
        'status=open',
        'actor=str',
        'source=STR',
        'actor=Ruritania',
        'overdue=true',
        'overdue=false',
        'q=mountain',
        'q=valley',
      ].map(async (it) => [it, (await jsonOf(get(`/api/ledger?${it}`))).total]),
    ),
  )
  expect(counts).toEqual({
    'kind=threat': 0,
    'kind=threat,promise': 1,
    'status=kept': 1,
    'status=open': 0,
    'actor=str': 1,
    'source=STR': 0,
    'actor=Ruritania': 1,
    'overdue=true': 0,
    'overdue=false': 1,
    'q=mountain': 1,
    'q=valley': 0,
  })
})

test('it follows the record and its corrections', async () => {
  const { app, get, add } = await tryWorkbench([told('a', '2016-07-01', 'open')])
  const status = async (): Promise<unknown[][]> => {
    const { rows, behind } = await jsonOf(get('/api/ledger'))
    // On a busy machine the one from before may answer first.
    return behind ? status() : rows.map((it) => [it.status, it.reports])
  }
  expect(await status()).toEqual([['open', 1]])
  await add(told('b', '2016-07-19', 'kept'))
  expect(await status()).toEqual([['kept', 2]])
  const correction = {
    action: 'reject',
    table: 'commitments',
    document: 'b',
    row: 'c1',
    who: 'Antonia',
    why: 'It is another border.',
  }
  const answer = await app.request('http://localhost/api/corrections', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(correction),
  })
  expect(answer.status).toBe(201)
  expect(await status()).toEqual([['open', 1]])
})
