import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { readingFor } from '../record/fixture.ts'
import { jsonOf, readingOn, tryWorkbench } from './fixture.ts'

test('a document comes as the reading it was added as', async () => {
  const reading = { ...readingFor('a/b c'), captions: ['A gate'] }
  const { get } = await tryWorkbench([reading, readingFor('other')])
  const answer = await get(`/api/documents/${encodeURIComponent('a/b c')}`)
  expect(answer.status).toBe(200)
  expect(await jsonOf(answer)).toMatchObject({
    reading,
    copies: [],
    reader: '1.0-test',
  })
})

test('what is not there is said in the one shape of faults', async () => {
  const { get } = await tryWorkbench([readingFor('a')])
  expect(await jsonOf(get('/api/stories/a'))).toMatchObject({
    documents: [{ document: 'a', origin: true }],
    differences: {},
  })
  for (const path of [
    '/api/documents/nobody',
    '/api/stories/nobody',
    '/api/actors/nobody',
    '/api/nothing',
    '/api/x/y/z',
  ]) {
    const answer = await get(path)
    expect([path, answer.status, (await jsonOf(answer)).error.code]).toEqual([path, 404, 'E_NO_PAGE'])
  }
})

test('a cell of a CSV file never begins as a formula', async () => {
  const formula = '=HYPERLINK("http://example.org","open")'
  const reading = { ...readingFor('a'), title: formula, source: { ...readingFor('a').source, outlet: '+1', uri: '@x' } }
  const { get } = await tryWorkbench([reading])
  for (const name of ['documents.csv', 'statements.csv', 'search.csv?q=kind:statement']) {
    const text = await (await get(`/api/${name}`)).text()
    expect(text).toContain(`"'=HYPERLINK(""http://example.org"",""open"")"`)
    expect(text).toContain("'+1")
    expect(text).not.toMatch(/(?:^|[,\n])"?[=+@]/)
  }
})

test('a list is filtered, newest first, page by page', async () => {
  const days = ['2016-01-01', '2016-01-03', '2016-01-02']
  const { get } = await tryWorkbench(days.map((day, n) => readingOn(day, `d${n}`)))
  const first = await jsonOf(get('/api/statements?limit=2&speaker=RUR'))
  expect(first).toMatchObject({ total: 3, rows: [{ published: '2016-01-03' }, { published: '2016-01-02' }] })
  const second = await jsonOf(get(`/api/statements?limit=2&speaker=RUR&cursor=${first.next}`))
  expect(second.rows).toMatchObject([{ published: '2016-01-01' }])
  expect(second.next).toBeUndefined()
  expect(await jsonOf(get('/api/statements?since=2016-01-03'))).toMatchObject({ total: 1 })
  expect(await jsonOf(get('/api/statements?q=will open d1&outlet='))).toMatchObject({ total: 1 })
  expect(await jsonOf(get("/api/statements?q='; DROP VIEW statements; --"))).toMatchObject({ total: 0 })
  expect(await jsonOf(get('/api/statements?q=%25'))).toMatchObject({ total: 0 })
})

test('a parameter that there is not, or cannot be so, is named', async () => {
  const { get } = await tryWorkbench([readingFor('a')])
  const faults = {
    '?speeker=usa': /speeker/,
    '?since=yesterday': /since.*YYYY-MM-DD/,
    '?limit=0': /limit/,
    '?cursor=x': /cursor/,
  }
  for (const [query, message] of Object.entries(faults)) {
    const answer = await get(`/api/statements${query}`)
    expect(answer.status).toBe(400)
    expect((await jsonOf(answer)).error).toMatchObject({ code: 'E_PARAMETER', message: expect.stringMatching(message) })
  }
})

test('events by actor, country and direction; actors; pairs', async () => {
  const { get } = await tryWorkbench([readingFor('a'), readingFor('b')])
  const total = async (query: string) => (await jsonOf(get(`/api/events?${query}`))).total
  expect(
    await Promise.all(
      ['source=rur', 'source=RUR', 'target=STR', 'target=RUR', 'actor=RUR', 'claim=false', 'month=2016-07'].map(total),
    ),
  ).toEqual([2, 2, 2, 0, 2, 0, 2])
  expect(await jsonOf(get('/api/actors?q=rurit'))).toMatchObject({ rows: [{ id: 'rur', documents: 2 }] })
  expect(await jsonOf(get('/api/actors/rur'))).toMatchObject({ name: 'Ruritania', said: 2, did: 2, promised: 0 })
  expect(await jsonOf(get('/api/pairs?a=RUR&b=STR'))).toMatchObject({
    a: { name: 'Ruritania' },
    months: [{ month: '2016-07', source: 'RUR', target: 'STR', events: 2, claims: 2, goldstein: 8, articles: 2 }],
  })
})

test('every list can be had as a file of all that it shows', async () => {
  const { get } = await tryWorkbench([readingOn('2016-01-01', 'a'), readingOn('2016-01-02', 'b')])
  const shown = (await jsonOf(get('/api/statements'))).rows
  expect(await jsonOf(get('/api/statements.json'))).toEqual(shown)
  const lines = (await (await get('/api/statements.ndjson')).text()).trim().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(shown)
  const csv = (await (await get('/api/statements.csv?q=open b')).text()).trim().split('\r\n')
  expect(csv[0]).toBe(Object.keys(shown[0]!).join(','))
  expect(csv).toHaveLength(2)
  const parquet = await (await get('/api/statements.parquet')).arrayBuffer()
  const rows = await parquetReadObjects({ file: parquet })
  expect(rows.map((row) => row.document)).toEqual(['b', 'a'])
  for (const name of ['documents', 'events', 'commitments', 'ledger', 'actors']) {
    const { rows, total } = await jsonOf(get(`/api/${name}`))
    expect(await jsonOf(get(`/api/${name}.json`))).toEqual(rows)
    expect(total ?? rows.length).toBe(rows.length)
  }
})

test('what others add is seen by the next request; what has not changed is not sent again', async () => {
  const { get, add } = await tryWorkbench([readingFor('a')])
  const first = await get('/api/statements')
  const etag = first.headers.get('etag')!
  expect((await get('/api/statements', { 'if-none-match': etag })).status).toBe(304)
  await add(readingFor('b'))
  const second = await get('/api/statements', { 'if-none-match': etag })
  expect([second.status, (await jsonOf(second)).total]).toEqual([200, 2])
})

test('many readers while the record grows: no answer fails', async () => {
  const { get, add } = await tryWorkbench([readingFor('a')])
  const reading = Array.from({ length: 40 }, (_, n) => get(n % 2 ? '/api/statements' : '/api/documents/a'))
  await add(readingFor('b'))
  const later = Array.from({ length: 10 }, () => get('/api/statements'))
  const statuses = (await Promise.all([...reading, ...later])).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200]))
})

test('SQL is answered, read only, with an end', async () => {
  const { get } = await tryWorkbench([readingFor('a')])
  const ask = (sql: string, ending = '') => get(`/api/sql${ending}?q=${encodeURIComponent(sql)}`)
  expect(await jsonOf(ask('SELECT id, act FROM statements'))).toEqual({
    columns: ['id', 'act'],
    rows: [['s1', 'say']],
    more: false,
  })
  expect(await (await ask('SELECT id FROM statements', '.csv')).text()).toBe('id\r\ns1\r\n')
  expect(await jsonOf(ask('FROM range(5000)'))).toMatchObject({ more: true })
  const bad = [
    'DROP VIEW statements',
    'SELECT 1; SELECT 2',
    "COPY statements TO '/tmp/onrecord-out.csv'",
    "ATTACH '/tmp/onrecord-out.db'",
    "SELECT * FROM read_text('/etc/passwd')",
    "FROM '/etc/passwd'",
    "FROM glob('/etc/*')",
    'INSTALL httpfs',
    "SELECT * FROM read_csv('https://example.org/a.csv')",
    'SET enable_external_access = true',
  ]
  for (const sql of bad) {
    const answer = await ask(sql)
    expect([sql, answer.status, (await jsonOf(answer)).error?.code]).toEqual([sql, 400, 'E_SQL'])
    expect([sql, (await ask(sql, '.parquet')).status]).toEqual([sql, 400])
  }
})

test('the API is described, with every list and its parameters', async () => {
  const { get } = await tryWorkbench([readingFor('a')])
  const { openapi, paths, components } = await jsonOf(get('/api/openapi.json'))
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/api/documents/{id}', '/api/statements', '/api/events.parquet', '/api/sql.csv']),
  )
  const speaker = paths['/api/statements']!.get.parameters.find(({ name }: { name: string }) => name === 'speaker')
  expect(speaker).toMatchObject({
    in: 'query',
    description: expect.stringContaining('Who said it'),
    schema: { type: 'string' },
  })
  expect(components.schemas.Reading!.properties).toHaveProperty('statements')
})

test('a fault of the record is told, not hidden', async () => {
  const { get, folder } = await tryWorkbench([readingFor('a')])
  await writeFile(join(folder, 'manifest.json'), '{')
  const answer = await get('/api/statements')
  expect([answer.status, (await jsonOf(answer)).error.code]).toEqual([500, 'E_MANIFEST'])
})

test('a correction is kept with who and why, applied to lists and files, and undone', async () => {
  const { app, get } = await tryWorkbench([readingFor('a')])
  const post = (body: object) =>
    app.request('http://localhost/api/corrections', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const place = { table: 'statements', document: 'a', row: 's1', who: 'Antonia', why: 'Nobody said so.' }
  const kept = await post({ action: 'reject', ...place })
  expect(kept.status).toBe(201)
  const { id } = (await kept.json()) as { id: string }
  expect(await jsonOf(get('/api/statements'))).toMatchObject({ total: 0 })
  expect(await (await get('/api/sql.csv?q=SELECT count(*) AS n FROM statements')).text()).toBe('n\r\n0\r\n')
  expect(await jsonOf(get('/api/documents/a'))).toMatchObject({
    reading: { statements: [] },
    corrections: [{ correction: { who: 'Antonia', why: 'Nobody said so.' } }],
  })
  expect((await post({ action: 'undo', undoes: id, who: 'Rudolf' })).status).toBe(201)
  expect(await jsonOf(get('/api/statements'))).toMatchObject({ total: 1 })
  expect(await jsonOf(get('/api/corrections'))).toMatchObject({ rows: [{ undone: { who: 'Rudolf' } }] })
  const bad = [
    [400, { action: 'reject', ...place, who: '' }],
    [400, { action: 'correct', ...place, changes: {} }],
    [400, { action: 'correct', ...place, changes: { document: 'b' } }],
    [400, { action: 'reject', ...place, table: 'documents' }],
    [404, { action: 'reject', ...place, row: 's9' }],
    [404, { action: 'undo', undoes: crypto.randomUUID(), who: 'Rudolf' }],
  ] as const
  for (const [status, body] of bad) expect([body, (await post(body)).status]).toEqual([body, status])
})
