import { createReadStream, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { articleOf } from '../../article/index.ts'
import { all, codes, textOf } from '../fixture.ts'
import { type Notice, openSources } from '../index.ts'
import { packed, pageAbout, warcRecord } from './fixture.ts'
import { recordsOf } from './records.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-warc-'))
function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const info = warcRecord({ type: 'warcinfo', block: 'software: test\r\n' })
const [bridge, harbour] = [pageAbout('the bridge is shut'), pageAbout('the harbour is open')]

describe.each(['plain', 'packed'])('a WARC file, %s', (how) => {
  const build = (records: Buffer[]) => {
    if (how === 'packed') return packed(records)
    const offsets = records.map((_, i) => records.slice(0, i).reduce((sum, { length }) => sum + length, 0))
    return { bytes: Buffer.concat(records), offsets }
  }

  test('gives its HTML pages of status 200, with address, time and place, whatever it is called', async () => {
    const { bytes, offsets } = build([
      info,
      warcRecord({ type: 'request', headers: { 'Content-Type': 'application/http' }, block: 'GET / HTTP/1.1\r\n\r\n' }),
      warcRecord({ url: 'https://wire.example/bridge', block: bridge }),
      warcRecord({ url: 'https://wire.example/gone', status: 404, block: bridge }),
      warcRecord({ url: 'https://wire.example/a.png', http: { 'Content-Type': 'image/png' }, block: 'x' }),
      warcRecord({ type: 'resource', headers: { 'Content-Type': 'text/html' }, block: harbour }),
      warcRecord({ type: 'conversion', headers: { 'Content-Type': 'text/plain' }, block: 'Words of a page.' }),
      warcRecord({ url: 'https://wire.example/unsaid', http: {}, block: harbour }),
    ])
    const path = file(`named-otherwise-${how}.txt`, bytes)
    const inputs = await all([path])
    expect(inputs.map(({ uri, format, url, body }) => [uri, format, url, body?.kind])).toEqual([
      [`${path}:${offsets[2]}`, 'warc', 'https://wire.example/bridge', 'html'],
      [`${path}:${offsets[5]}`, 'warc', 'https://wire.example/a', 'html'],
      [`${path}:${offsets[6]}`, 'warc', 'https://wire.example/a', 'text'],
      [`${path}:${offsets[7]}`, 'warc', 'https://wire.example/unsaid', 'html'],
    ])
    expect(inputs[0]).toMatchObject({ retrieved: '2016-07-14T08:00:00Z', contentType: 'text/html; charset=utf-8' })
    expect(textOf(inputs[0])).toBe(bridge)
  })

  test('cut off or damaged, says where; what stands before is kept', async () => {
    const { bytes, offsets } = build([info, warcRecord({ block: bridge }), warcRecord({ block: harbour })])
    const cut = await all([file(`cut-${how}`, bytes.subarray(0, bytes.length - 150))])
    expect(codes(cut)).toEqual([undefined, how === 'packed' ? 'E_GZIP_TRUNCATED' : 'E_WARC'])
    expect(cut[1]?.error?.message).toContain(`byte ${how === 'packed' ? offsets[1] : offsets[2]} `.trim())

    const damaged = Buffer.from(bytes)
    damaged.fill(0x41, offsets[2]! + 2, offsets[2]! + 60)
    expect(codes(await all([file(`damaged-${how}`, damaged)]))).toEqual([
      undefined,
      how === 'packed' ? 'E_GZIP_CORRUPT' : 'E_WARC',
    ])
  })

  test('a revisit is the page that it found unchanged, at its own address and time', async () => {
    const digest = { 'WARC-Payload-Digest': 'sha1:AAAA' }
    const { bytes } = build([
      warcRecord({ url: 'https://wire.example/bridge', headers: digest, block: bridge }),
      warcRecord({ type: 'revisit', url: 'https://wire.example/b2', date: '2016-07-20T00:00:00Z', headers: digest }),
      warcRecord({ type: 'revisit', url: 'https://wire.example/bridge', date: '2016-07-21T00:00:00Z' }),
      warcRecord({ type: 'revisit', headers: { 'WARC-Payload-Digest': 'sha1:BBBB' } }),
    ])
    const notices: Notice[] = []
    const inputs = await all([file(`revisit-${how}`, bytes)], { notice: (it) => notices.push(it) })
    expect(inputs.map((it) => [it.url, it.retrieved, textOf(it) === bridge])).toEqual([
      ['https://wire.example/bridge', '2016-07-14T08:00:00Z', true],
      ['https://wire.example/b2', '2016-07-20T00:00:00Z', true],
      ['https://wire.example/bridge', '2016-07-21T00:00:00Z', true],
    ])
    expect(notices.map(({ code }) => code)).toEqual(['W_REVISIT'])
    expect(notices[0]?.message).toContain('1 of its records')
  })
})

test('a file packed as a whole is read too, and one that warcio writes', async () => {
  const whole = gzipSync(Buffer.concat([info, warcRecord({ block: bridge }), warcRecord({ block: harbour })]))
  expect((await all([file('whole.gz', whole)])).map(textOf)).toEqual([bridge, harbour])
  const record = WARCRecord.create(
    { url: 'https://wire.example/x', type: 'response', httpHeaders: { 'Content-Type': 'text/html' } },
    [Buffer.from(harbour)],
  )
  const written = await WARCSerializer.serialize(record, { gzip: true })
  expect((await all([file('warcio', Buffer.from(written))])).map(textOf)).toEqual([harbour])
})

describe('what transport did to a page is undone', () => {
  const chunks = (body: Buffer) =>
    Buffer.concat([
      Buffer.from(`${(9).toString(16)};x=1\r\n`),
      body.subarray(0, 9),
      Buffer.from(`\r\n${(body.length - 9).toString(16)}\r\n`),
      body.subarray(9),
      Buffer.from('\r\n0\r\n\r\n'),
    ])
  const page = Buffer.from(bridge)
  test.each<[string, Record<string, string>, Buffer]>([
    ['chunks', { 'Transfer-Encoding': 'chunked' }, chunks(page)],
    ['gzip in chunks', { 'transfer-encoding': 'chunked', 'content-encoding': 'gzip' }, chunks(gzipSync(page))],
    ['deflate', { 'Content-Encoding': 'deflate' }, deflateSync(page)],
    ['deflate without its head', { 'Content-Encoding': 'deflate' }, deflateRawSync(page)],
    ['brotli', { 'Content-Encoding': 'br' }, brotliCompressSync(page)],
    ['gzip twice', { 'Content-Encoding': 'gzip, gzip' }, gzipSync(gzipSync(page))],
    ['headers of what a crawler undid', { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' }, page],
    ['brotli that a crawler undid', { 'Content-Encoding': 'br' }, page],
  ])('%s', async (name, http, block) => {
    const record = warcRecord({ http: { 'Content-Type': 'text/html', ...http }, block })
    expect(textOf((await all([file(name.replaceAll(' ', '-'), record)]))[0])).toBe(bridge)
  })

  test('a page over the limit, unpacked or not, or in an unknown packing is refused; its neighbours are read', async () => {
    const html = { 'Content-Type': 'text/html' }
    const bomb = gzipSync(Buffer.alloc(5_000_000, 'a'))
    const { bytes } = packed([
      warcRecord({ http: { ...html, 'Content-Encoding': 'gzip' }, block: bomb }),
      warcRecord({
        http: { ...html, 'Content-Encoding': 'br' },
        block: brotliCompressSync(Buffer.alloc(5_000_000, 'a')),
      }),
      warcRecord({ http: html, block: 'a'.repeat(2_000_000) }),
      warcRecord({ http: { ...html, 'Content-Encoding': 'zstd' }, block: Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0]) }),
      warcRecord({ block: harbour }),
    ])
    const inputs = await all([file('bombs', bytes)], { maxBytes: 1_000_000 })
    expect(codes(inputs)).toEqual(['E_TOO_LARGE', 'E_TOO_LARGE', 'E_TOO_LARGE', 'E_PACKING', undefined])
  })

  test('the character set is that of the HTTP header', async () => {
    const block = Buffer.from(pageAbout('a caf\xe9 of Port Amber is shut'), 'latin1')
    const http = { 'Content-Type': 'text/html; charset=iso-8859-1' }
    const [input] = await all([file('latin', warcRecord({ http, block }))])
    expect(articleOf(input!).article.text).toContain('café')
    expect(articleOf(input!).warnings).toEqual([])
  })

  test('a page that its crawler cut off is read with a warning', async () => {
    const [input] = await all([file('short', warcRecord({ headers: { 'WARC-Truncated': 'length' }, block: bridge }))])
    expect(articleOf(input!).warnings).toMatchObject([{ code: 'W_PAGE_CUT' }])
  })
})

test.each([
  ['no length', 'WARC/1.0\r\nWARC-Type: response\r\n\r\n'],
  ['a bad length', 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n'],
  ['only a version', 'WARC/1.0\r\n'],
  ['blank lines', `${warcRecord({ type: 'metadata' })}\r\n  \r\nnothing\r\n\r\n`],
  ['a head without end', `WARC/1.0\r\n${'X: y\r\n'.repeat(400_000)}`],
  ['a line without end', `WARC/1.0 ${'x'.repeat(2_000_000)}`],
])('a damaged file is refused: %s', async (name, content) => {
  expect(codes(await all([file(name.replaceAll(' ', '-'), content)]))).toEqual(['E_WARC'])
})

describe('by an index', () => {
  const digest = { 'WARC-Payload-Digest': 'sha1:AAAA' }
  const warc = packed([
    info,
    warcRecord({ url: 'https://wire.example/2016/bridge', headers: digest, block: bridge }),
    warcRecord({ url: 'https://other.example/harbour', block: harbour }),
    warcRecord({ type: 'revisit', url: 'https://wire.example/2016/again', headers: digest }),
  ])
  const path = file('crawl.warc.gz', warc.bytes)
  const line = (key: string, time: string, n: number, more: object) =>
    `${key} ${time} ${JSON.stringify({ offset: String(warc.offsets[n]), filename: 'crawl/crawl.warc.gz', status: '200', mime: 'text/html', ...more })}`
  const lines = [
    line('example,wire)/2016/again', '20160720000000', 3, {
      url: 'https://wire.example/2016/again',
      mime: 'warc/revisit',
      digest: 'AAAA',
      status: '-',
    }),
    line('example,wire)/2016/bridge', '20160714080000', 1, { url: 'https://wire.example/2016/bridge', digest: 'AAAA' }),
    line('example,other)/harbour', '20170101000000', 2, { url: 'https://other.example/harbour' }),
    line('example,other)/a.png', '20170101000000', 2, { url: 'https://other.example/a.png', mime: 'image/png' }),
  ]
  const cdx = file('index.cdxj', `${lines.join('\n')}\n`)
  const urls = async (select: object) => (await all([path], { select: { cdx, ...select } })).map(({ url }) => url)

  test('only the selected pages are read, revisits after the page they mean', async () => {
    expect(await urls({})).toEqual([
      'https://wire.example/2016/bridge',
      'https://other.example/harbour',
      'https://wire.example/2016/again',
    ])
    expect(await urls({ url: ['wire.example/2016'] })).toEqual([
      'https://wire.example/2016/bridge',
      'https://wire.example/2016/again',
    ])
    expect(await urls({ url: ['wire.exam', '*/harbour'] })).toEqual(['https://other.example/harbour'])
    expect(await urls({ since: '2016-07-15', until: '2016' })).toEqual(['https://wire.example/2016/again'])
    const [first] = await all([path], { select: { cdx, until: '2016-07-14' } })
    expect([first?.uri, textOf(first)]).toEqual([`${path}:${warc.offsets[1]}`, bridge])
  })

  test('a CDX of eleven columns is read; what is wrong with an index is said', async () => {
    const old = file(
      'old.cdx',
      ` CDX N b a m s k r M S V g\nexample,wire)/ 20160714080000 https://wire.example/2016/bridge text/html 200 AAAA - - 900 ${warc.offsets[1]} crawl.warc.gz\n`,
    )
    expect((await all([path], { select: { cdx: old } })).map(({ url }) => url)).toEqual([
      'https://wire.example/2016/bridge',
    ])
    const bad = file(
      'bad.cdxj',
      [
        'not an index',
        line('x', '20160714080000', 1, { url: 'https://wire.example/x', filename: 'elsewhere.warc.gz' }),
        line('x', '20160714080000', 1, { url: 'https://wire.example/x', offset: '7' }),
        lines[1],
      ].join('\n'),
    )
    const inputs = await all([path], { select: { cdx: bad } })
    expect(codes(inputs)).toEqual(['E_CDX', 'E_CDX', 'E_WARC', undefined])
    expect(codes(await all([path], { select: { cdx: join(folder, 'none.cdxj') } }))).toEqual(['E_NOT_FOUND'])
  })
})

test('200 MB are read in constant memory, and the file is let go of early', { timeout: 120_000 }, async () => {
  const picture = gzipSync(
    warcRecord({ http: { 'Content-Type': 'video/mp4' }, block: Buffer.alloc(4_000_000, 'film') }),
  )
  const page = gzipSync(warcRecord({ block: bridge }))
  const path = file('large.warc.gz', Buffer.concat(Array.from({ length: 50 }, () => [picture, page]).flat()))
  let [pages, most] = [0, 0]
  const before = process.memoryUsage.rss()
  for await (const input of openSources([path])) {
    if (!input.error) pages += 1
    most = Math.max(most, process.memoryUsage.rss() - before)
  }
  expect(pages).toBe(50)
  expect(most).toBeLessThan(120_000_000)

  const stream = createReadStream(path)
  for await (const { type } of recordsOf(stream, path)) {
    expect(type).toBe('response')
    break
  }
  expect(stream.destroyed).toBe(true)
})
