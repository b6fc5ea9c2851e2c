import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleOf } from '../../article/index.ts'
import { packageRoot } from '../../package-root.ts'
import { type Input, type Notice, openSources, type SourceOptions } from '../index.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-databases-'))
const samples = join(packageRoot, 'examples', 'formats')
function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
async function all(place: string, options?: SourceOptions): Promise<Input[]> {
  const inputs: Input[] = []
  for await (const input of openSources([place], options)) inputs.push(input)
  return inputs
}
const codes = (inputs: Input[]) => inputs.map((input) => input.error?.code)

const harbour = {
  title: 'Port Amber reopens its harbour after storm',
  byline: 'Ada Quill',
  outlet: 'The Amber Courier',
  published: '2016-07-14',
  text: 'The harbour council of Port Amber said on Thursday that the ferries would sail again by the end of the month.\n\nMayor Lena Harrow told reporters that “nobody voted against the plan”, which will cost four million crowns.',
}
const truce = {
  title: 'Ruritania offers Strelsau a truce',
  byline: 'Tom Reed and Mira Solen',
  outlet: 'Meridian Wire',
  published: '2016-09-10',
  text: 'STRELSAU, Sept. 10 — The foreign minister of Ruritania, Boris Hentzau, offered a truce of ten days on Saturday.\n\nCopies of the proposal were sent to both armies, two officials said.',
}

describe.each([
  ['nexis-classic.txt', 'nexis'],
  ['nexis-classic.html', 'nexis'],
  ['nexis-uni.docx', 'nexis'],
  ['nexis-uni.rtf', 'nexis'],
  ['factiva.txt', 'factiva'],
  ['factiva-codes.txt', 'factiva'],
  ['factiva.html', 'factiva'],
  ['proquest.txt', 'proquest'],
  ['newsml-g2.xml', 'newsml'],
  ['ninjs.json', 'ninjs'],
  ['media-cloud.csv', 'csv'],
  ['own-table.tsv', 'csv'],
  ['own-table.xlsx', 'xlsx'],
])('%s', (name, format) => {
  test('is told by its content, packed too, and gives its articles without anything of the export', async () => {
    const bytes = readFileSync(join(samples, name))
    // A name that promises something else, and gzip around it.
    for (const path of [
      file(`${name}.bin`, bytes),
      file(`${name}.html`, bytes),
      file(`${name}.x.gz`, gzipSync(bytes)),
    ]) {
      const inputs = await all(path)
      expect(inputs.map((input) => input.format)).toEqual([format, format])
      const articles = inputs.map((input) => articleOf(input).article)
      const noByline = format === 'csv' || format === 'xlsx'
      for (const [i, expected] of [harbour, truce].entries()) {
        const { byline, published, ...rest } = expected
        expect(articles[i]).toMatchObject(rest)
        expect(articles[i]!.published?.slice(0, 10)).toBe(published)
        if (!noByline) expect(articles[i]!.byline?.toLowerCase()).toContain(byline.split(' ')[0]!.toLowerCase())
      }
    }
  })
})

test('time zones are kept where an export has them', async () => {
  const [first] = await all(join(samples, 'newsml-g2.xml'))
  expect(articleOf(first!).article.published).toBe('2016-07-14T10:20:00+02:00')
})

test('fields that follow each other without an empty line are told apart', async () => {
  const text = [
    'Harbour to reopen, mayor says\nThe Amber Courier (Port Amber)\n14 July 2016 Thursday\nEdition 1\n',
    'Copyright 2016 Courier Media. All Rights Reserved\n',
    'Section: NEWS; Pg. 4\nLength: 300 words\nByline: Ada Quill\nHighlight: The ferries will sail.\nBody\n',
    'The harbour will reopen.\n\nBody counts were not given.\n\nGraphic\nThe harbour at dusk.\nLoad-Date: July 15, 2016\nEnd of Document\n',
  ].join('\n')
  expect(articleOf((await all(file('joined', text)))[0]!).article).toMatchObject({
    title: 'Harbour to reopen, mayor says',
    outlet: 'The Amber Courier (Port Amber)',
    byline: 'Ada Quill',
    published: '2016-07-14',
    text: 'The harbour will reopen.\n\nBody counts were not given.',
  })
})

test('ninjs 2 names its parts by role', async () => {
  expect(articleOf((await all(join(samples, 'ninjs-2.json')))[0]!).article).toMatchObject({
    title: harbour.title,
    outlet: harbour.outlet,
    text: harbour.text,
  })
})

test('GQG is read as what it is: quotations and the words around them', async () => {
  const [, second] = await all(join(samples, 'gqg.json'))
  const { article, warnings } = articleOf(second!)
  expect(article.text).toBe(
    'The minister said: “We will stop for ten days.” He did not say when.\n\nA general answered: “We shall see.”',
  )
  expect(warnings.map(({ code }) => code)).toEqual(['W_EXCERPTS'])
  expect(
    codes(await all(file('bad.gqg', '{"date": "2016", "quotes": [{"pre": "a", "quote": "b"}]}\n{oops\n'))),
  ).toEqual([undefined, 'E_JSON'])
})

test('a Word or RTF file that is no export is one article', async () => {
  const [input] = await all(
    file('note', "{\\rtf1\\ansi\\ansicpg1250 The caf\\'e9 in \\u321?\\'f3d\\'9f is shut.\\par He said so.}"),
  )
  expect(input?.body?.data).toBe('The café in Łódź is shut.\n\nHe said so.')
  expect((await all(join(samples, 'nexis-uni.docx')))[0]?.uri).toBe(`${join(samples, 'nexis-uni.docx')}:1`)
})

describe('tables', () => {
  const long = 'A sentence of an article that is as long as such sentences are. '.repeat(10)
  test('columns are guessed, shown, and given with a map', async () => {
    const path = file('own', `Datum;Schlagzeile;Inhalt;id\n14.7.2016;Vote delayed;"${long}";7\n`)
    const notices: Notice[] = []
    const [guessed] = await all(path, { from: 'csv', notice: (it) => notices.push(it) })
    expect(guessed).toMatchObject({ published: '14.7.2016', body: { kind: 'text', data: long.trim() } })
    expect(guessed?.id).toBeUndefined()
    expect(notices.map(({ message }) => message)).toEqual([
      `${path}: columns text=Inhalt,published=Datum; not read: Schlagzeile, id (--map FIELD=COLUMN,… changes it)`,
    ])
    const map = { text: 'inhalt', title: 'Schlagzeile', id: 'id' }
    expect((await all(path, { from: 'csv', map }))[0]).toMatchObject({ title: 'Vote delayed', id: '7' })
    expect((await all(path, { from: 'csv', map: { text: 'Body' } }))[0]?.error?.message).toContain(
      'no column "Body". It has: Datum, Schlagzeile, Inhalt, id',
    )
  })

  test('a list of links is no table of articles, and says what to do', async () => {
    const [input] = await all(file('links.csv', 'title,url,publish_date\nA,https://wire.example/a,2016-07-14\n'))
    expect(input?.error?.code).toBe('E_COLUMNS')
    expect(input?.error?.message).toContain('It lists addresses')
  })

  test('cells may hold lines and quotation marks; windows-1252 is read; bad rows take no others with them', async () => {
    const rows = ['text,title', '"One ""is""\nhere",a', 'two,b,more', ',c', 'three,d', '"four,e\nfive,f']
    const inputs = await all(
      file('rows.csv', Buffer.from(rows.join('\n').replace('three', 'caf\xe9 \x93x\x94'), 'latin1')),
    )
    expect(codes(inputs)).toEqual([undefined, 'E_ROW', 'E_ROW', undefined, 'E_ROW'])
    expect(inputs[0]?.body?.data).toBe('One "is"\nhere')
    expect(inputs[3]?.body?.data).toBe('café “x”')
    expect(inputs[4]?.error?.message).toContain('quotation mark that is never closed')
  })

  test('a table without rows says so', async () => {
    expect(codes(await all(file('empty.csv', 'text,title\n')))).toEqual(['E_EMPTY'])
  })
})

describe('what cannot be read', () => {
  test('an export without articles, JSON that is none, a file that is cut off', async () => {
    expect(codes(await all(file('e1', '   1 of 1 DOCUMENTS\n\nThe Courier\n')))).toEqual(['E_EMPTY'])
    expect(codes(await all(file('e2', '{"uri": "x", "headline": "y", "body_text": ')))).toEqual(['E_JSON'])
    for (const name of ['nexis-uni.docx', 'own-table.xlsx']) {
      const bytes = readFileSync(join(samples, name))
      expect(codes(await all(file(`cut-${name}`, bytes.subarray(0, bytes.length - 300))))).toEqual(['E_ARCHIVE'])
    }
    const rtf = readFileSync(join(samples, 'nexis-uni.rtf'))
    expect((await all(file('cut.rtf', rtf.subarray(0, rtf.length - 100)))).length).toBe(2)
  })

  test('an article without an end is refused at the limit', async () => {
    const endless = `  1 of 9 DOCUMENTS\n\n${'The same line again.\n'.repeat(100_000)}`
    expect(codes(await all(file('endless', endless), { maxBytes: 100_000 }))).toEqual(['E_TOO_LARGE'])
  })

  test.each(['word/document.xml', 'xl/workbook.xml'])(
    'an archive that explodes is refused before it is opened: %s',
    async (name) => {
      const bomb = zipOf(name, Buffer.alloc(20_000_000, 'a'))
      expect(codes(await all(file('bomb', bomb), { maxBytes: 1_000_000 }))).toEqual(['E_TOO_LARGE'])
      // One that lies about its size.
      bomb.writeUInt32LE(10, bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
      expect(codes(await all(file('bomb', bomb), { maxBytes: 1_000_000 }))).toEqual(['E_TOO_LARGE'])
    },
  )

  test('an archive of something else, and entities that a document declares, do no harm', async () => {
    expect(codes(await all(file('zip', zipOf('a.txt', Buffer.from('x')))))).toEqual(['E_BINARY'])
    const entities = '<?xml version="1.0"?><!DOCTYPE newsItem [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
    const item = `<newsItem><contentSet><inlineXML><html><body><p>Said &b; once.</p></body></html></inlineXML></contentSet></newsItem>`
    const [input] = await all(file('entities', entities + item))
    expect(input?.body?.data).toBe('Said &b; once.')
  })

  test('no bytes make a reader throw or hang', { timeout: 60_000 }, async () => {
    const sample = fc.constantFrom(
      'nexis-classic.txt',
      'factiva.html',
      'proquest.txt',
      'nexis-uni.rtf',
      'newsml-g2.xml',
      'own-table.xlsx',
    )
    await fc.assert(
      fc.asyncProperty(sample, fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 20 }), async (name, at, drop, put) => {
        const bytes = readFileSync(join(samples, name))
        const cut = at % bytes.length
        const mixed = Buffer.concat([bytes.subarray(0, cut), put, bytes.subarray(cut + (drop % 200))])
        for (const input of await all(file('mixed', mixed))) {
          expect(input.error === undefined).toBe(input.body !== undefined)
          expect(input.error?.code).not.toBe('E_INTERNAL')
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('an export of 10,000 articles is a stream', { timeout: 60_000 }, async () => {
  const [, first] = readFileSync(join(samples, 'nexis-classic.txt'), 'utf8').split(
    /^.*1 of 2 DOCUMENTS$|^.*2 of 2 DOCUMENTS$/m,
  )
  const path = file(
    'many.txt',
    Array.from({ length: 10_000 }, (_, n) => `  ${n + 1} of 10000 DOCUMENTS\n${first}`).join(''),
  )
  let [count, held] = [0, 0]
  for await (const input of openSources([path])) {
    count += 1
    if (count === 1) held = process.memoryUsage().arrayBuffers
    expect(input.title).toBe(harbour.title)
  }
  expect(count).toBe(10_000)
  // The first article came before the file, of 7 MB, was in memory.
  expect(held).toBeLessThan(5_000_000)
})

/** An archive of one packed file. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const field = (size: 2 | 4, value: number) => {
    const bytes = Buffer.alloc(size)
    bytes.writeUIntLE(value, 0, size)
    return bytes
  }
  const common = [
    field(2, 20),
    field(2, 0),
    field(2, 8),
    field(4, 0),
    field(4, 0),
    field(4, packed.length),
    field(4, content.length),
  ]
  const names = [field(2, name.length), field(2, 0)]
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), ...common, ...names, Buffer.from(name), packed])
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    field(2, 20),
    ...common,
    ...names,
    field(2, 0),
    field(4, 0),
    field(4, 0),
    field(4, 0),
    Buffer.from(name),
  ])
  const counts = [field(4, 0), field(2, 1), field(2, 1), field(4, entry.length), field(4, local.length), field(2, 0)]
  return Buffer.concat([local, entry, Buffer.from('PK\x05\x06'), ...counts])
}
