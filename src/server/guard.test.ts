import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readingFor } from '../record/fixture.ts'
import { jsonOf, tryWorkbench } from './fixture.ts'

const codeOf = async (answer: Response) => [answer.status, (await jsonOf(answer)).error.code]

test('a name that is not ours is not answered: no rebinding of names', async () => {
  const { get } = await tryWorkbench([readingFor('a')], { hosts: ['archive.example'] })
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', ''])
    expect(await codeOf(await get('/api/status', { host }))).toEqual([403, 'E_HOST'])
  for (const host of ['localhost:4180', '127.0.0.1:4180', '[::1]:4180', 'archive.example'])
    expect((await get('/api/status', { host })).status).toBe(200)
})

test('pages of other sites may not write', async () => {
  const { app } = await tryWorkbench([readingFor('a')])
  const post = (headers: Record<string, string>) =>
    app.request('http://localhost/api/corrections', { method: 'POST', headers, body: '{}' })
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[])
    expect(await codeOf(await post(headers))).toEqual([403, 'E_ORIGIN'])
})

test('where a token is asked for, nothing is told without it', async () => {
  const { get } = await tryWorkbench([readingFor('a')], { token: 'open-sesame' })
  for (const path of ['/', '/api/status', '/api/openapi.json', '/api/status?token=wrong'])
    expect(await codeOf(await get(path))).toEqual([401, 'E_TOKEN'])
  expect((await get('/api/status', { authorization: 'Bearer open-sesame' })).status).toBe(200)
  const entered = await get('/search?q=a&token=open-sesame')
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/search?q=a'])
  const cookie = entered.headers.get('set-cookie')!
  expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/)
  expect((await get('/api/status', { cookie: cookie.split(';')[0]! })).status).toBe(200)
})

test('every answer, faults too, says what a browser may load: only our own', async () => {
  const { get } = await tryWorkbench([readingFor('a')])
  for (const path of ['/api/status', '/api/nothing']) {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'.*frame-ancestors 'none'/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('a body over the limit is refused', async () => {
  const { app } = await tryWorkbench([readingFor('a')])
  const body = 'x'.repeat(100_000)
  const answer = await app.request('http://localhost/api/corrections', {
    method: 'POST',
    body,
    headers: { 'content-length': String(body.length) },
  })
  expect(await codeOf(answer)).toEqual([413, 'E_BODY'])
})

test('files of the site are served, and none beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-site-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const site = join(folder, 'web')
  await mkdir(join(site, 'assets'), { recursive: true })
  await writeFile(join(site, 'index.html'), '<title>page</title>')
  await writeFile(join(site, 'assets/a-1.js'), 'let a')
  await writeFile(join(folder, 'secret.js'), 'secret')
  const { get } = await tryWorkbench([readingFor('a')], { site })
  const script = await get('/assets/a-1.js')
  expect([script.headers.get('content-type'), await script.text()]).toEqual(['text/javascript; charset=utf-8', 'let a'])
  expect(script.headers.get('cache-control')).toContain('immutable')
  for (const path of ['/', '/article/a', '/search?q=b'])
    expect(await (await get(path)).text()).toBe('<title>page</title>')
  for (const path of [
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%2f..%2fsecret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
  ])
    expect(await (await get(path)).text()).not.toBe('secret')
  const known = (await get('/')).headers.get('etag')!
  expect((await get('/', { 'if-none-match': known })).status).toBe(304)
})
