import { afterAll, beforeAll, expect, test } from 'vitest'
import { servePages, type TestServer } from './fixture.ts'
import { fetchPage } from './page.ts'
import { openWeb, type Web } from './web.ts'

const article = (canonical: string) =>
  `<html><head><link rel="canonical" href="${canonical}"></head><body><p>The envoy left.</p></body></html>`

let server: TestServer
let web: Web
beforeAll(async () => {
  server = await servePages({
    '/talks': article('/talks'),
    '/talks/amp': article('/talks'),
    '/elsewhere': article('http://other.example/talks'),
    '/c/talks': (_, response) => response.end(article(at('/talks'))),
    '/moved': (_, response) => response.writeHead(301, { location: '/talks?utm_source=x' }).end(),
    '/plain': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('The envoy left.'),
    '/picture': (_, response) => response.end(Buffer.from('\x89PNG\r\n', 'latin1')),
    '/feed': '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>',
    '/busy': (_, response) => response.writeHead(503, 'Busy').end(),
    '/gone': (_, response) => response.writeHead(410).end(),
  })
  web = openWeb({ allowPrivate: true, pauseMs: 0, resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
})
afterAll(() => server.close())

/** The port of the test server stands in no expectation. */
const uriOf = async (address: string) => (await fetchPage(web, address)).uri.replace(/:\d+/, '')
const at = (path: string, host = 'wire.example') => `http://${host}:${server.port}${path}`

test('an article stands under its own address, wherever it was met', async () => {
  for (const path of ['/talks', '/talks/amp', '/moved']) expect(await uriOf(at(path))).toBe('http://wire.example/talks')
})

test('a page is not believed about another site', async () => {
  expect(await uriOf(at('/elsewhere'))).toBe('http://wire.example/elsewhere')
})

test('a copy that another keeps of an AMP page is read where the page itself is', async () => {
  server.asked.length = 0
  expect(await uriOf(at('/c/talks', 'wire-example.cdn.ampproject.org'))).toBe('http://wire.example/talks')
  expect(server.asked).toEqual(['/robots.txt', '/c/talks', '/talks'])
})

test('what kind of text it is, what the server said of it, when it was fetched', async () => {
  expect(await fetchPage(web, at('/plain'))).toMatchObject({
    format: 'text',
    contentType: 'text/plain',
    retrieved: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  })
  expect(await fetchPage(web, at('/talks'))).toMatchObject({ format: 'html', url: at('/talks') })
})

test.each([
  ['/picture', 'E_BINARY'],
  ['/feed', 'E_FEED'],
  ['/busy', 'E_UNAVAILABLE'],
  ['/gone', 'E_STATUS'],
  ['/none', 'E_STATUS'],
])('%s is %s', async (path, code) => {
  await expect(fetchPage(web, at(path))).rejects.toMatchObject({ code })
})
