/** Servers that mean harm, and those that do not know better: each is bounded, and told by a code. */
import { createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { servePages, serveRaw, type TestServer } from './fixture.ts'
import type { WebLimits } from './limits.ts'
import { openWeb, type WebOptions } from './web.ts'

const open: TestServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((it) => it.close()))
})
async function raw(answer: (socket: Socket, request: string) => void): Promise<TestServer> {
  const server = await serveRaw((socket, request) => {
    if (!request.startsWith('GET /robots.txt')) return answer(socket, request)
    socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
  })
  open.push(server)
  return server
}
async function pages(of: Parameters<typeof servePages>[0]): Promise<TestServer> {
  const server = await servePages(of)
  open.push(server)
  return server
}

/** What becomes of a page, at limits that make a test quick. */
async function outcome(address: string, limits: Partial<WebLimits> = {}, options: WebOptions = {}) {
  const web = openWeb({ allowPrivate: true, pauseMs: 0, limits: { maxBytes: 100_000, ...limits }, ...options })
  return await web.get(address).then(
    ({ status, bytes }) => `${status} ${bytes.length}`,
    (error) => error.code,
  )
}

const head = (...lines: string[]) =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${lines.map((it) => `${it}\r\n`).join('')}\r\n`

describe('bodies', () => {
  test('that unpack to more than the limit are cut off, whatever packs them', async () => {
    const bomb = Buffer.alloc(20_000_000)
    const [gzip, br] = [gzipSync(bomb), brotliCompressSync(bomb)]
    const server = await pages({
      '/gzip': (_, to) => to.writeHead(200, { 'content-encoding': 'gzip' }).end(gzip),
      '/br': (_, to) => to.writeHead(200, { 'content-encoding': 'br' }).end(br),
      '/fair': (_, to) => to.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('fair')),
    })
    expect(gzip.length + br.length).toBeLessThan(100_000)
    expect(await outcome(`${server.origin}/gzip`)).toBe('E_TOO_LARGE')
    expect(await outcome(`${server.origin}/br`)).toBe('E_TOO_LARGE')
    expect(await outcome(`${server.origin}/fair`)).toBe('200 4')
  })

  test('that are packed twice, or not as they say, are refused', async () => {
    const server = await pages({
      '/twice': (_, to) => to.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('x'))),
      '/plain': (_, to) => to.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed at all'),
      '/short': (_, to) => to.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('cut short').subarray(0, 20)),
    })
    for (const path of ['/twice', '/plain', '/short']) expect(await outcome(server.origin + path)).toBe('E_FETCH')
  })

  test('that never end are ended', async () => {
    const server = await raw((socket) => {
      socket.write(head())
      const timer = setInterval(() => socket.write(Buffer.alloc(50_000)), 1)
      socket.on('close', () => clearInterval(timer))
    })
    expect(await outcome(`${server.origin}/`)).toBe('E_TOO_LARGE')
  })

  test('that drip are ended: for their pace, and for their time', async () => {
    const server = await raw((socket) => {
      socket.write(head())
      const timer = setInterval(() => socket.write('.'), 10)
      socket.on('close', () => clearInterval(timer))
    })
    expect(await outcome(`${server.origin}/`, { paceMs: 300, paceBytes: 1000 })).toBe('E_SLOW')
    expect(await outcome(`${server.origin}/`, { totalMs: 500 })).toBe('E_SLOW')
  })

  test('that break off before their end are no pages', async () => {
    const server = await raw((socket, request) => {
      if (request.startsWith('GET /length')) socket.end(`${head('Content-Length: 5000')}too little`)
      else socket.end(`${head('Transfer-Encoding: chunked')}ff\r\ntoo little`)
    })
    expect(await outcome(`${server.origin}/length`)).toBe('E_FETCH')
    expect(await outcome(`${server.origin}/chunks`)).toBe('E_FETCH')
  })

  test('that go on after their end are read to their end, and what follows is no other answer', async () => {
    const other = `${head('Content-Length: 5')}other`
    const server = await raw((socket) => socket.end(`${head('Content-Length: 3')}one${other}`))
    expect(await outcome(`${server.origin}/a`)).toBe('200 3')
    expect(await outcome(`${server.origin}/b`)).toBe('200 3')
  })
})

describe('heads', () => {
  test('that are too long, or never end, are refused', async () => {
    const server = await raw((socket, request) => {
      if (request.startsWith('GET /long')) socket.end(`${head(`X-Long: ${'x'.repeat(70_000)}`)}`)
      else {
        socket.write('HTTP/1.1 200 OK\r\n')
        const timer = setInterval(() => socket.write('X-More: more\r\n'.repeat(1000)), 1)
        socket.on('close', () => clearInterval(timer))
      }
    })
    expect(await outcome(`${server.origin}/long`)).toBe('E_FETCH')
    expect(await outcome(`${server.origin}/many`)).toBe('E_FETCH')
  })

  test('that do not come, or only announce others, are not waited for', async () => {
    const server = await raw((socket, request) => {
      if (request.startsWith('GET /silent')) return
      const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 10)
      socket.on('close', () => clearInterval(timer))
    })
    expect(await outcome(`${server.origin}/silent`, { headMs: 300 })).toBe('E_SLOW')
    expect(await outcome(`${server.origin}/hints`, { headMs: 300 })).toBe('E_SLOW')
  })

  test('that are no HTTP are refused', async () => {
    const server = await raw((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'))
    expect(await outcome(`${server.origin}/`)).toBe('E_FETCH')
  })
})

describe('redirects', () => {
  const to =
    (location: string, status = 302): Parameters<typeof servePages>[0][string] =>
    (_, response) =>
      response.writeHead(status, { location }).end()

  test('in a circle, without end, and off the web are not followed', async () => {
    const server = await pages({
      '/a': to('/b'),
      '/b': to('/a'),
      '/more': (request, response) =>
        response.writeHead(302, { location: `/more?${request.url!.length}${request.url!.slice(5)}` }).end(),
      '/file': to('file:///etc/passwd'),
      '/ftp': to('ftp://wire.example/'),
      '/data': to('data:text/html,<p>Ruritania'),
      '/password': to('http://ada:secret@127.0.0.1/'),
      '/well': to('/well/there'),
      '/well/there': 'There.',
    })
    expect(await outcome(`${server.origin}/a`)).toBe('E_REDIRECT')
    expect(await outcome(`${server.origin}/more?`)).toBe('E_REDIRECT')
    for (const path of ['/file', '/ftp', '/data', '/password'])
      expect(await outcome(server.origin + path)).toBe('E_ADDRESS')
    expect(await outcome(`${server.origin}/well`)).toBe('200 6')
  })

  test('to a private address are refused, though the first address was none', async () => {
    const server = await pages({ '/a': to('http://127.0.0.2/'), '/b': to('http://inside.example/') })
    const resolve: WebOptions['resolve'] = async () => [{ address: '10.0.0.7', family: 4 }]
    const publicly = (address: string) => address === '127.0.0.1'
    for (const path of ['/a', '/b'])
      expect(await outcome(server.origin + path, {}, { resolve, publicly, allowPrivate: false })).toBe('E_PRIVATE')
    expect(server.asked).toEqual(['/robots.txt', '/a', '/robots.txt', '/b'])
  })
})

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[fd00:ec2::254]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://localhost/',
])('%s is refused, however it is written', async (address) => {
  expect(await outcome(address, {}, { allowPrivate: false })).toBe('E_PRIVATE')
})

describe('names', () => {
  test('are asked for once a connection, and what answered is what is connected to', async () => {
    const server = await pages({ '/a': 'One.' })
    const asked: string[] = []
    const resolve: WebOptions['resolve'] = async (name) => {
      asked.push(name)
      return [{ address: '127.0.0.1', family: 4 }]
    }
    expect(await outcome(`http://wire.example:${server.port}/a`, {}, { resolve })).toBe('200 4')
    // Once for robots.txt, once for the page: there is no second question whose answer was not checked.
    expect(asked).toEqual(['wire.example', 'wire.example'])
  })

  test('that change their address between two requests are refused at the second', async () => {
    const server = await pages({ '/a': 'One.' })
    let asked = 0
    const resolve: WebOptions['resolve'] = async () => [{ address: `127.0.0.${asked++ === 0 ? 1 : 2}`, family: 4 }]
    const publicly = (address: string) => address === '127.0.0.1'
    const address = `http://wire.example:${server.port}/a`
    expect(await outcome(address, {}, { resolve, publicly, allowPrivate: false })).toBe('E_PRIVATE')
    expect(server.asked).toEqual(['/robots.txt'])
  })

  test('with a public and a private address are refused whole', async () => {
    const resolve: WebOptions['resolve'] = async () => [
      { address: '1.1.1.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    expect(await outcome('http://both.example/', {}, { resolve, allowPrivate: false })).toBe('E_PRIVATE')
  })
})

test('a certificate that nobody vouches for is refused, after the server was told whom we want', async () => {
  const names: string[] = []
  const server = createServer({
    key,
    cert,
    SNICallback(name, done) {
      names.push(name)
      done(null)
    },
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  try {
    const resolve: WebOptions['resolve'] = async () => [{ address: '127.0.0.1', family: 4 }]
    expect(await outcome(`https://wire.example:${port}/`, {}, { resolve })).toBe('E_FETCH')
    expect(names).toEqual(['wire.example'])
  } finally {
    await new Promise((done) => server.close(done))
  }
})

describe('robots.txt', () => {
  const rules = 'User-agent: *\nDisallow: /all\n\nUser-agent: onrecord\nDisallow: /private\nCrawl-delay: 0.2\n'

  test('is asked for once a site, and heeded, also behind a redirect', async () => {
    const server = await pages({
      '/robots.txt': (_, response) => response.end(rules),
      '/all': 'For us.',
      '/private/1': 'Not for us.',
      '/there': (_, response) => response.writeHead(301, { location: '/private/1' }).end(),
    })
    const web = openWeb({ allowPrivate: true, pauseMs: 0 })
    expect((await web.get(`${server.origin}/all`)).status).toBe(200)
    await expect(web.get(`${server.origin}/private/1`)).rejects.toMatchObject({ code: 'E_ROBOTS' })
    await expect(web.get(`${server.origin}/there`)).rejects.toMatchObject({ code: 'E_ROBOTS' })
    expect(server.asked).toEqual(['/robots.txt', '/all', '/there'])
  })

  test('of a site that has a fault of its own allows nothing; none at all allows everything', async () => {
    const broken = await pages({ '/robots.txt': (_, response) => response.writeHead(503).end(), '/a': 'One.' })
    const none = await pages({ '/a': 'One.' })
    expect(await outcome(`${broken.origin}/a`)).toBe('E_UNAVAILABLE')
    expect(await outcome(`${none.origin}/a`)).toBe('200 4')
  })
})

test('a host is asked one page at a time, by an honest name', async () => {
  let [open, most] = [0, 0]
  const names = new Set<string | undefined>()
  const server = await pages(
    Object.fromEntries(
      ['/1', '/2', '/3', '/4'].map((path) => [
        path,
        (request, response) => {
          open += 1
          most = Math.max(most, open)
          names.add(request.headers['user-agent'])
          setTimeout(() => {
            open -= 1
            response.end(path)
          }, 20)
        },
      ]),
    ),
  )
  const web = openWeb({ allowPrivate: true, pauseMs: 5, contact: 'mailto:ada@wire.example' })
  await Promise.all(['/1', '/2', '/3', '/4'].map((path) => web.get(server.origin + path)))
  expect(most).toBe(1)
  expect([...names]).toEqual([expect.stringMatching(/^onrecord\/\d+\.\d+\.\d+ \(.*\+mailto:ada@wire\.example\)$/)])
})

/** A key and its certificate for wire.example that vouches for itself: made for this test, used nowhere. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgyRneTfVFXz+SK+vp
5wL/9RoecoXtfyXctuyMR6+sRXahRANCAAQaXaE49SQC2m8LaxeeeUvKkiaGhBpi
mjhUT5DP+3bRdbzYSnoaL1XeKNV3zK84HalBiT0PeJ8/9lsUHt5sIASY
-----END PRIVATE KEY-----`
const cert = `-----BEGIN CERTIFICATE-----
MIIBhTCCASugAwIBAgIUFGYvTsT/5HEV0VhUivbrQ4hxuoMwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMd2lyZS5leGFtcGxlMCAXDTI2MTEyNDE5MDYyNFoYDzIxMjYx
MDMxMTkwNjI0WjAXMRUwEwYDVQQDDAx3aXJlLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAQaXaE49SQC2m8LaxeeeUvKkiaGhBpimjhUT5DP+3bRdbzY
SnoaL1XeKNV3zK84HalBiT0PeJ8/9lsUHt5sIASYo1MwUTAdBgNVHQ4EFgQUO04M
Wlmn9Q3+fSOj8Yel6qCaST8wHwYDVR0jBBgwFoAUO04MWlmn9Q3+fSOj8Yel6qCa
ST8wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAihpXg7E5HhLi
j6FsnTiieJIcJ0U486uUOWKpew1lE9UCIBB0MEZZyoeio7nPLla5w+ggfAPaef1x
RWvHwJX3KyF1
-----END CERTIFICATE-----`
