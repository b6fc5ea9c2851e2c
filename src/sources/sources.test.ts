import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { all, codes, textOf } from './fixture.ts'
import { extentOf } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-sources-'))
function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('files', () => {
  test('are told by name, gzip by content', async () => {
    const html = file('a.html', '<p>Vote delayed</p>')
    const packed = file('b.txt.gz', gzipSync('The vote was delayed.'))
    const inputs = await all([html, packed])
    expect(inputs.map((i) => [i.format, i.body?.kind, textOf(i)])).toEqual([
      ['html', 'html', '<p>Vote delayed</p>'],
      ['text', 'text', 'The vote was delayed.'],
    ])
  })

  test.each([
    ['page', '<!DOCTYPE html><html><body>x</body></html>', 'html'],
    ['rows', '{"text": "x"}\n', 'ndjson'],
    ['note', 'Minister resigns\n\nShe left.', 'text'],
    ['utf16', Buffer.from('\ufeffMinister resigns', 'utf16le'), 'text'],
  ])('without an ending are told by content: %s', async (name, content, format) => {
    expect((await all([file(name, content)]))[0]?.format).toBe(format)
  })

  test('a folder gives its articles by name, and nothing else', async () => {
    const sub = join(folder, 'day')
    mkdirSync(sub)
    for (const name of ['2.txt', '1.html', 'README.md', 'style.css']) writeFileSync(join(sub, name), 'x')
    expect((await all([sub])).map((i) => i.uri)).toEqual([join(sub, '1.html'), join(sub, '2.txt')])
    expect((await all([join(sub, '*.txt')])).map((i) => i.uri)).toEqual([join(sub, '2.txt')])
  })
})

describe('NDJSON', () => {
  test('keeps ids, order and what a row says of itself', async () => {
    const path = file(
      'ok.ndjson',
      '{"id": 7, "text": "One.", "outlet": "Meridian"}\n\n{"html": "<p>Two.</p>", "title": null}',
    )
    expect(await all([path])).toEqual([
      { uri: `${path}:1`, format: 'ndjson', id: '7', outlet: 'Meridian', body: { kind: 'text', data: 'One.' } },
      { uri: `${path}:3`, format: 'ndjson', body: { kind: 'html', data: '<p>Two.</p>' } },
    ])
  })

  test('a bad line says where and why, and its neighbours live', async () => {
    const path = file('bad.ndjson', '{"text": "a"}\n{oops\n{"id": "x"}\n[]\n{"text": 5}\n{"text": "b"}\n')
    const inputs = await all([path])
    expect(codes(inputs)).toEqual([undefined, 'E_NDJSON', 'E_NDJSON', 'E_NDJSON', 'E_NDJSON', undefined])
    expect(inputs[1]?.error?.message).toContain('bad.ndjson:2 is not JSON')
    expect(inputs[2]?.error?.message).toContain('neither "text" nor "html"')
  })

  test('a line that is not UTF-8 is refused', async () => {
    const path = file('latin.ndjson', Buffer.from('{"text": "caf\xe9"}\n{"text": "b"}', 'latin1'))
    expect(codes(await all([path]))).toEqual(['E_NDJSON', undefined])
  })

  test('one line over the limit does not take the rest', async () => {
    const path = file('long.ndjson', `{"text": "${'x'.repeat(500_000)}"}\n{"text": "b"}`)
    const inputs = await all([path], { maxBytes: 1000 })
    expect(codes(inputs)).toEqual(['E_TOO_LARGE', undefined])
    expect(textOf(inputs[1]!)).toBe('b')
  })
})

test('how much there is to read is told beforehand, unpacked; of standard input nobody knows', async () => {
  const sub = join(folder, 'extent')
  mkdirSync(sub)
  writeFileSync(join(sub, 'a.txt'), 'x'.repeat(100))
  writeFileSync(join(sub, 'b.ndjson.gz'), gzipSync('y'.repeat(5000)))
  writeFileSync(join(sub, 'c.css'), 'z')
  expect(await extentOf([sub, join(sub, 'a.txt'), join(sub, 'missing.txt')])).toBe(5200)
  expect(await extentOf([sub, '-'])).toBeUndefined()
})

describe('what cannot be read', () => {
  test('each fault has its code, and the rest goes on', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => JSON.stringify({ text: `Row ${n} ${Math.sin(n)}` })).join('\n')
    const packed = gzipSync(rows)
    const inputs = await all(
      [
        join(folder, 'missing.html'),
        file('photo.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1')),
        file('cut.html.gz', gzipSync('<p>long enough to lose its end</p>').subarray(0, 20)),
        file('damaged.txt.gz', Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.alloc(50, 255)])),
        file('dump.warc', 'WARC/1.1\r\nWARC-Type: warcinfo\r\n'),
        file('big.txt', 'x'.repeat(2000)),
        join(folder, '*.nothing'),
        file('last.txt', 'The last one.'),
      ],
      { maxBytes: 1000 },
    )
    expect(codes(inputs)).toEqual([
      'E_NOT_FOUND',
      'E_BINARY',
      'E_GZIP_TRUNCATED',
      'E_GZIP_CORRUPT',
      'E_WARC',
      'E_TOO_LARGE',
      'E_NO_FILES',
      undefined,
    ])
    const cut = await all([file('cut.ndjson.gz', packed.subarray(0, packed.length - 200))])
    expect(cut.length).toBeGreaterThan(1000)
    expect(codes(cut.slice(0, 1000)).every((code) => code === undefined)).toBe(true)
    expect(cut.at(-1)?.error?.code).toBe('E_GZIP_TRUNCATED')
  })
})
