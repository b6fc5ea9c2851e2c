import { describe, expect, it } from 'vitest'
import { languageTag, metadataOf } from './metadata.ts'
import { pageOf } from './page.ts'

const read = (html: string, uri?: string) => metadataOf(pageOf(html), uri)
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`
const linked = (value: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...value })}</script>`

describe('metadataOf', () => {
  it('leaves out what the page does not say', () => {
    expect(read('<p>a')).toEqual({ language: 'und' })
  })

  it('takes JSON-LD before meta elements', () => {
    const html =
      linked({
        headline: 'Bridge to reopen',
        author: { name: 'By Ada Quill' },
        datePublished: '2016-05-09',
        publisher: { name: 'The Strelsau Post' },
      }) +
      meta('og:title', 'Other') +
      meta('author', 'Other Name') +
      meta('article:published_time', '2015-01-01') +
      meta('og:site_name', 'Other')
    expect(read(html)).toEqual({
      title: 'Bridge to reopen',
      byline: 'Ada Quill',
      published: '2016-05-09',
      outlet: 'The Strelsau Post',
      language: 'und',
    })
  })

  it('takes meta elements before what is marked in the page', () => {
    const html = `<meta property="og:title" content="Bridge to reopen | The Strelsau Post">
      <meta property="og:site_name" content="The Strelsau Post">
      ${meta('parsely-author', 'Ada Quill')} ${meta('sailthru.date', '2016-05-09')}
      <title>Other</title><h1>Other</h1><span itemprop="author">Other Name</span>
      <time datetime="2015-01-01">1 January</time>`
    expect(read(html)).toEqual({
      title: 'Bridge to reopen',
      byline: 'Ada Quill',
      published: '2016-05-09',
      outlet: 'The Strelsau Post',
      language: 'und',
    })
  })

  it('takes marked elements before the visible date line, and that before the address', () => {
    const line = '<p>Monday, 9 May 2016, 10:15</p>'
    const uri = 'https://example.org/2015/01/02/a'
    expect(read(`${line}<time datetime="2016-05-08">x</time>`, uri).published).toBe('2016-05-08')
    expect(read(`<h1>Bridge</h1>${line}`, uri).published).toBe('2016-05-09')
    expect(
      read('<h1>Bridge</h1><p>The protests of 9 May 2016 had begun much earlier in the south.', uri).published,
    ).toBe('2015-01-02')
  })

  it('takes the day shown beside the byline for an instant of the next day in UTC', () => {
    const html = linked({ author: 'Ada Quill', datePublished: '2016-05-09T02:30:00Z' })
    expect(read(`${html}<p>Ada Quill - May 8, 2016, 10:30 pm EDT</p>`).published).toBe('2016-05-08')
    expect(read(`${html}<p>May 10, 2016</p>`).published).toBe('2016-05-09T02:30:00Z')
  })

  it('refuses what cannot be: addresses and handles as names, years before the web', () => {
    const html = linked({ author: 'https://example.org/ada', datePublished: '1970-01-01T00:00:00Z' })
    expect(read(`${html}${meta('author', '@adaquill')}${meta('date', '2016-05-09')}`)).toEqual({
      published: '2016-05-09',
      language: 'und',
      refused: '1970-01-01T00:00:00Z',
    })
  })

  it('takes the address from the page where it is not given', () => {
    expect(read(meta('og:url', 'https://example.org/2016/05/09/a'), 'a.html').published).toBe('2016-05-09')
  })

  it('finds a name in a byline whose parts stand without white space', () => {
    expect(read('<div class="byline"><div>By Ada Quill</div><div>Strelsau Post</div></div>').byline).toBe('Ada Quill')
  })

  it('reads the language of the page', () => {
    expect(read('<html lang="en_us"><p>a').language).toBe('en-US')
    expect(read(`<html lang="">${meta('og:locale', 'pt_BR')}`).language).toBe('pt-BR')
    expect(read(linked({ inLanguage: 'de' })).language).toBe('de')
  })
})

describe('languageTag', () => {
  it('gives BCP 47 in its canonical form, or nothing', () => {
    expect(['EN', 'zh_hans_cn', 'de, en', 'x', 'und', '', 'not a language'].map(languageTag)).toEqual([
      'en',
      'zh-Hans-CN',
      'de',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
