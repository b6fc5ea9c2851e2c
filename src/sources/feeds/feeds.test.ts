import { afterAll, describe, expect, test } from 'vitest'
import { instantOf } from './instant.ts'
import { parseFeed, parseList } from './parse.ts'
import { startFeedReader } from './reader.ts'

const rss = (items: string, head = '') =>
  `<?xml version="1.0"?>${head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire &amp; Post</title><ttl>30</ttl>${items}</channel></rss>`

describe('one shape of all formats', () => {
  const item = {
    key: 'k1',
    link: 'https://wire.example/talks',
    title: 'Talks end',
    published: '2026-11-24T10:00:00+02:00',
    content: { kind: 'html', data: '<p>The envoy left.</p>' },
  }

  test('RSS', () => {
    const text = rss(
      `<item><title>Talks &lt;i&gt;end&lt;/i&gt;</title><link> https://wire.example/talks </link><guid isPermaLink="false">k1</guid>
       <pubDate>Tue, 24 Nov 2026 10:00:00 +0200</pubDate><description>Short.</description>
       <content:encoded><![CDATA[<p>The envoy left.</p>]]></content:encoded></item>
       <item><guid>https://wire.example/second</guid></item>`,
    )
    expect(parseFeed(text)).toEqual({
      title: 'Wire & Post',
      ttl: 30,
      items: [item, { key: 'https://wire.example/second', link: 'https://wire.example/second' }],
    })
  })

  test('Atom', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><id>k1</id><title>Talks end</title>
      <link rel="self" href="https://wire.example/self"/><link href="https://wire.example/talks"/>
      <published>2026-11-24T10:00:00+02:00</published><content type="html">&lt;p&gt;The envoy left.&lt;/p&gt;</content></entry></feed>`
    expect(parseFeed(text)).toEqual({ title: 'Wire', items: [item] })
  })

  test('RDF', () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title></channel><item rdf:about="k1">
      <title>Talks end</title><link>https://wire.example/talks</link><dc:date>2026-11-24T10:00:00+02:00</dc:date>
      <description>&lt;p&gt;The envoy left.&lt;/p&gt;</description></item></rdf:RDF>`
    expect(parseFeed(text)).toEqual({ title: 'Wire', items: [item] })
  })

  test('JSON Feed', () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Wire',
      items: [
        {
          id: 'k1',
          url: item.link,
          title: item.title,
          date_published: item.published,
          content_html: item.content.data,
        },
      ],
    })
    expect(parseFeed(text)).toEqual({ title: 'Wire', items: [item] })
  })
})

test('OPML lists feeds in folders, too', () => {
  const list = `<opml version="2.0"><body><outline text="News"><outline type="rss" text="Wire" xmlUrl="https://wire.example/feed"/>
    </outline><outline text="Post" xmlUrl="https://post.example/feed"/></body></opml>`
  expect(parseList(list)).toEqual(['https://wire.example/feed', 'https://post.example/feed'])
})

test.each([
  ['Tue, 24 Nov 2026 10:00:00 +0200', '2026-11-24T10:00:00+02:00'],
  ['4 Nov 2026 9:05 EST', '2026-11-04T09:05:00-05:00'],
  ['Tue, 24 Nov 2026 10:00:00 GMT', '2026-11-24T10:00:00Z'],
  ['Tue, 24 Nov 2026 10:00:00', '2026-11-24'],
  ['2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z'],
])('%s is %s', (written, instant) => {
  expect(instantOf(written)).toBe(instant)
})

describe('read in a thread', { timeout: 60_000 }, () => {
  const reader = startFeedReader(6)
  afterAll(() => reader.close())
  const read = (text: string) =>
    reader.feed(Buffer.from(text), 'https://wire.example/feed').then(
      ({ items }) => items.map(({ title }) => title),
      (error) => `${error.code}: ${error.message}`,
    )

  test('in the character set that a server or the feed itself says', async () => {
    const bytes = Buffer.from(
      `<?xml version="1.0" encoding="iso-8859-2"?>${rss('<item><title>\xa9</title></item>').slice(21)}`,
      'latin1',
    )
    expect((await reader.feed(bytes, 'place')).items[0]?.title).toBe('Š')
    expect((await reader.feed(bytes, 'place', 'text/xml; charset=windows-1252')).items[0]?.title).toBe('©')
  })

  test('entities are not expanded, neither ten fold over nor from a file', async () => {
    const tens = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')
    const bomb = `<!DOCTYPE rss [<!ENTITY e0 "boom">${tens}]>`
    expect(await read(rss('<item><title>&e12;</title></item>', bomb))).toEqual(['&e12;'])
    const file = '<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    expect(await read(rss('<item><title>&file;</title></item>', file))).toMatch(/^E_FEED/)
  })

  test('what is made to be hard to parse costs its time, and the next is read', async () => {
    expect(await read(`<rss version="2.0"><channel><title>${'<'.repeat(2_000_000)}`)).toMatch(
      /^E_FEED: .* cannot be read/,
    )
    expect(await read(rss('<item><title>After</title></item>'))).toEqual(['After'])
  })

  test('depth is refused or read, never a fall', async () => {
    const deep = `${'<a>'.repeat(300_000)}${'</a>'.repeat(300_000)}`
    expect(await read(rss(deep))).toMatch(/^E_FEED/)
  })

  test('a page is told from a damaged feed, and the feeds that it names are told', async () => {
    const page =
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>'
    expect(await read(page)).toBe(
      "E_FEED: https://wire.example/feed is a page, not a feed. Give the feed's own address. It names /rss.",
    )
    expect(await read('nothing')).toMatch(/^E_FEED: .* is no feed/)
  })
})
