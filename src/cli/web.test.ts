/** `onrecord add https://…`, `watch` and `serve --watch`, from a server of this machine into a record. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { servePages, type TestServer } from '../sources/web/fixture.ts'
import { runHere } from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-web-'))
/** An example brief, with more in its head or at the end of its text. */
const briefPage = (name: string, end = '', head = ''): string =>
  readFileSync(join(packageRoot, 'examples/briefs', name), 'utf8')
    .replace('<head>', `<head>${head}`)
    .replace(/(<\/p>)(?![\s\S]*<\/p>[\s\S]*<\/main>)/, `$1${end}`)
const page = briefPage('2016-10-03-talks-suspended.html', '', '<link rel="canonical" href="/talks">')
const pages: Record<string, string> = { '/talks': page, '/talks/amp': page, '/print': page }

let server: TestServer
beforeAll(async () => {
  server = await servePages(pages)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.close()
})

const onrecord = (...args: string[]) => runHere([...args, '--record', folder])
const add = (...paths: string[]) =>
  onrecord('add', ...paths.map((path) => server.origin + path), '--allow-private', '--pause', '0', '--jobs', '1')

test('a page is added once, whatever address leads to it', { timeout: 120_000 }, async () => {
  const first = await add('/talks/amp', '/print?utm_source=mail', '/talks', '/none')
  expect(first.stdout).toMatch(/^1 article added · 2 inputs known already · 1 input failed\n/)
  expect(first.stderr).toMatch(/^error E_STATUS: http:\S+\/none gives no page: 404 Not Found\. Check the address\.\n$/)
  expect(first.status).toBe(1)
  expect(server.asked).toEqual(['/robots.txt', '/talks/amp', '/print?utm_source=mail', '/none'])

  server.asked.length = 0
  expect((await add('/talks')).stdout).toMatch(/^0 articles added · 1 input known already\n/)
  expect(server.asked).toEqual([])

  const { stdout } = await onrecord('sql', 'SELECT uri, format, retrieved FROM documents', '--format', 'json')
  const retrieved = expect.stringMatching(/^\d{4}-\d\d-\d\dT/)
  expect(JSON.parse(stdout)).toEqual([{ uri: `${server.origin}/talks`, format: 'html', retrieved }])
})

test('this machine is out of reach unless it is meant', { timeout: 60_000 }, async () => {
  const { stderr, status } = await onrecord('add', `${server.origin}/talks`, '--again', '--jobs', '1')
  expect(stderr).toMatch(/^error E_PRIVATE: 127\.0\.0\.1 is an address of this machine/)
  expect(status).toBe(1)
})

const feed = (...paths: string[]): string =>
  `<rss version="2.0"><channel>${paths.map((path) => `<item><link>${server.origin}${path}</link></item>`).join('')}</channel></rss>`

test('a feed is looked at once for cron: a line, and an exit status', { timeout: 120_000 }, async () => {
  pages['/feed'] = feed('/talks', '/pledge')
  pages['/pledge'] = briefPage('2016-10-03-talks-suspended.html')
  const fetching = ['--allow-private', '--pause', '0', '--jobs', '1', '--once']
  const { stdout, stderr, status } = await onrecord('watch', `${server.origin}/feed`, ...fetching)
  expect(stdout).toMatch(/^\d{4}-\d\d-\d\dT[\d:]+Z · 1 feed · 0 articles added · 1 copy\n$/)
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  const other = await onrecord('watch', `${server.origin}/none`, ...fetching)
  expect(other.stderr).toMatch(/^error E_STATUS: /)
  expect(other.status).toBe(1)
})

test('the workbench and a watch in one process', { timeout: 120_000 }, async () => {
  pages['/feed'] = feed('/border')
  pages['/border'] = briefPage(
    '2016-10-03-talks-suspended.html',
    '<p>Two officials said the border would stay shut.</p>',
  )
  const args = [
    'serve',
    '--watch',
    `${server.origin}/feed`,
    '--port',
    '0',
    '--allow-private',
    '--pause',
    '0',
    '--jobs',
    '1',
  ]
  const main = join(packageRoot, 'src/cli/main.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args, '--record', folder], { cwd: packageRoot })
  const ended = new Promise((done) => child.on('exit', done))
  let printed = ''
  await new Promise<void>((done) => {
    child.stdout.on('data', (text) => {
      printed += text
      if (/ added/.test(printed)) done()
    })
    child.on('exit', () => done())
  })
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(printed).toMatch(/The workbench of .* is at\n\n {2}http:[\s\S]* · 1 feed · 1 article added · next /)
})
