/** A watch over servers of this machine, into a record. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDuckDB, openRecord } from '../record/index.ts'
import { type Page, servePages, type TestServer } from '../sources/web/fixture.ts'
import { lookOnce } from './fixture.ts'
import { loadState } from './state.ts'

const base = mkdtempSync(join(tmpdir(), 'onrecord-watch-'))
let folder: string
let server: TestServer
let pages: Record<string, Page | string>

beforeEach(async () => {
  folder = join(mkdtempSync(join(base, 'r-')), 'record')
  pages = {}
  server = await servePages(pages)
})
afterEach(() => server.close())
afterAll(() => rmSync(base, { recursive: true, force: true }))

const feedOf = (items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>`
const item = (path: string, more = ''): string =>
  `<item><guid isPermaLink="false">${path}</guid><link>${server.origin}${path}</link>${more}</item>`
const article = (text: string, head = ''): string => `<html><head>${head}</head><body><p>${text}</p></body></html>`
const at = (path: string): string => server.origin + path
const look = (...paths: string[]) => lookOnce(folder, paths.map(at))

/** Addresses, formats and texts of what is on record. */
async function documents(): Promise<string[]> {
  const connection = await openDuckDB(await openRecord(folder))
  const rows = await connection.runAndReadAll('SELECT uri, format, id FROM documents ORDER BY uri')
  return rows.getRowsJson().map(([uri, format, id]) => `${String(uri).replace(server.origin, '')} ${format} ${id}`)
}

describe('what is new in a feed', { timeout: 60_000 }, () => {
  test('is read from its own page and added once; nothing is fetched twice', async () => {
    pages['/feed'] = feedOf([item('/a'), item('/b?utm_source=feed')])
    pages['/a'] = article('One.')
    pages['/b'] = article('Two.', '<link rel="canonical" href="/b">')
    expect(await look('/feed')).toMatchObject({ looked: 1, added: 2, failed: 0, faults: [] })
    expect(await documents()).toEqual(['/a html One.', '/b html Two.'])
    expect(server.asked.toSorted()).toEqual(['/a', '/b?utm_source=feed', '/feed', '/robots.txt'])

    server.asked.length = 0
    pages['/feed'] = feedOf([item('/c'), item('/a'), item('/b?utm_source=feed')])
    pages['/c'] = article('Three.')
    expect(await look('/feed')).toMatchObject({ added: 1 })
    expect(server.asked.toSorted()).toEqual(['/c', '/feed', '/robots.txt'])
    expect(await documents()).toHaveLength(3)
  })

  test('is one article where two feeds list it, or under its AMP address', async () => {
    pages['/one'] = feedOf([item('/a')])
    pages['/two'] = feedOf([item('/a'), item('/a/amp/'), item('/other')])
    pages['/a'] = article('One.')
    pages['/other'] = article('One, shortened.', '<link rel="canonical" href="/a">')
    expect(await look('/one')).toMatchObject({ added: 1 })
    expect(await look('/two')).toMatchObject({ added: 0 })
    expect(await documents()).toEqual(['/a html One.'])
    expect(server.asked).not.toContain('/a/amp/')
  })

  test('is not asked for where the server says that nothing has changed', async () => {
    const given: unknown[] = []
    pages['/feed'] = ({ headers }, response) => {
      given.push([headers['if-none-match'], headers['if-modified-since']])
      if (headers['if-none-match'] === '"v1"') return response.writeHead(304).end()
      const modified = 'Tue, 24 Nov 2026 10:00:00 GMT'
      response.writeHead(200, { etag: '"v1"', 'last-modified': modified }).end(feedOf([item('/a')]))
    }
    pages['/a'] = article('One.')
    expect(await look('/feed')).toMatchObject({ added: 1 })
    expect(await look('/feed')).toMatchObject({ looked: 1, added: 0, unreached: 0 })
    expect(given).toEqual([
      [undefined, undefined],
      ['"v1"', 'Tue, 24 Nov 2026 10:00:00 GMT'],
    ])
  })

  test('is read from the feed itself where the page is refused or holds no article, if that is more than a teaser', async () => {
    const whole = `<description>&lt;p&gt;${'The envoy left. '.repeat(40).trim()}&lt;/p&gt;</description>`
    pages['/feed'] = feedOf([
      item('/refused', whole),
      item('/empty', whole.replaceAll('envoy', 'king')),
      item('/teaser'),
    ])
    pages['/refused'] = (_, response) => response.writeHead(403).end()
    pages['/empty'] = '<html><body>Please switch on scripts.</body></html>'
    expect(await look('/feed')).toMatchObject({ added: 2, failed: 1, faults: ['E_STATUS'] })
    expect((await documents()).map((it) => it.slice(0, 30))).toEqual([
      '/empty feed The king left. The',
      '/refused feed The envoy left. ',
    ])
    server.asked.length = 0
    await look('/feed')
    expect(server.asked).toEqual(['/robots.txt', '/feed'])
  })

  test('is tried again where its page cannot be had for now, also when the feed has forgotten it', async () => {
    pages['/feed'] = feedOf([item('/a')])
    pages['/a'] = (_, response) => response.writeHead(500).end()
    expect(await look('/feed')).toMatchObject({ added: 0, failed: 0, waiting: 1, faults: ['E_UNAVAILABLE'] })
    pages['/feed'] = feedOf([])
    pages['/a'] = article('One.')
    expect(await look('/feed')).toMatchObject({ added: 1, waiting: 0 })
  })

  test('never leads into a file, nor off the web', async () => {
    const bad = (link: string) => `<item><link>${link}</link></item>`
    pages['/feed'] = feedOf([bad('file:///etc/passwd'), bad('javascript:alert(1)'), bad('ftp://wire.example/a')])
    expect(await look('/feed')).toMatchObject({ added: 0, failed: 3, faults: ['E_ADDRESS', 'E_ADDRESS', 'E_ADDRESS'] })
    const list = join(base, 'list.opml')
    const outline = (address: string) => `<outline type="rss" text="x" xmlUrl="${address}"/>`
    writeFileSync(
      list,
      `<opml version="2.0"><body>${outline('file:///etc/passwd')}${outline(at('/none'))}</body></opml>`,
    )
    const { faults, looked, unreached } = await lookOnce(folder, [list])
    expect({ faults, looked, unreached }).toEqual({ faults: ['E_ADDRESS', 'E_STATUS'], looked: 1, unreached: 1 })
  })
})

test('a feed that cannot be had is left alone for as long as it asks', { timeout: 60_000 }, async () => {
  pages['/feed'] = (_, response) => response.writeHead(503, { 'retry-after': '600' }).end()
  expect(await look('/feed')).toMatchObject({ looked: 1, unreached: 1, faults: ['E_UNAVAILABLE'] })
  expect(await look('/feed')).toMatchObject({ looked: 0 })
  expect(server.asked.filter((path) => path === '/feed')).toHaveLength(1)
  const { after, failures } = (await loadState(folder)).feeds[at('/feed')]!
  expect(failures).toBe(1)
  expect(Date.parse(after!) - Date.now()).toBeGreaterThan(500_000)
})

test('a record has one watch at a time', { timeout: 60_000 }, async () => {
  let second: Promise<unknown> | undefined
  pages['/feed'] = (_, response) => {
    second ??= lookOnce(folder, [at('/feed')]).catch((error) => error.code)
    second.then(() => response.end(feedOf([])))
  }
  await look('/feed')
  expect(await second).toBe('E_LOCKED')
})

test('two hundred feeds at once, each with articles of its own', { timeout: 120_000 }, async () => {
  const feeds = Array.from({ length: 200 }, (_, n) => `/feed/${n}`)
  for (const [n, feed] of feeds.entries()) {
    pages[feed] = feedOf([item(`/${n}/a`), item(`/${n}/b`)])
    for (const name of ['a', 'b']) pages[`/${n}/${name}`] = article(`${name} of ${n}.`)
  }
  expect(await look(...feeds)).toMatchObject({ looked: 200, added: 400, failed: 0, faults: [] })
  expect(server.asked).toHaveLength(new Set(server.asked).size)
  expect(server.asked).toHaveLength(601)
})

test('a feed of ten thousand items is read, and what is on record of it is not asked for', {
  timeout: 120_000,
}, async () => {
  const all = Array.from({ length: 10_000 }, (_, n) => item(`/n/${n % 20}?utm_source=${n}`))
  pages['/feed'] = feedOf(all)
  for (let n = 0; n < 20; n++) pages[`/n/${n}`] = article(`Number ${n}.`)
  expect(await look('/feed')).toMatchObject({ added: 20, failed: 0 })
  expect(server.asked).toHaveLength(22)
})

test('killed in the middle of anything, it loses nothing and adds nothing twice', { timeout: 300_000 }, async () => {
  const [feeds, each] = [['/f1', '/f2', '/f3'], 40]
  for (const feed of feeds) {
    const paths = Array.from({ length: each }, (_, n) => `${feed}/${n}`)
    pages[feed] = (_, response) => response.writeHead(200, { etag: '"1"' }).end(feedOf(paths.map((path) => item(path))))
    for (const path of paths) pages[path] = (_, response) => void setTimeout(() => response.end(article(path)), 5)
  }
  for (let run = 0; run < 4; run++) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/watch/fixture.ts', folder, ...feeds.map(at)])
    const ended = new Promise((done) => child.on('exit', done))
    await new Promise((done) => child.stdout.once('data', done))
    await sleep(Math.random() * 2000)
    child.kill('SIGKILL')
    await ended
  }
  await look(...feeds)
  const wanted = feeds.flatMap((feed) => Array.from({ length: each }, (_, n) => `${feed}/${n} html ${feed}/${n}`))
  expect(await documents()).toEqual(wanted.toSorted())
  expect(await look(...feeds)).toMatchObject({ added: 0, copies: 0, waiting: 0 })
})
