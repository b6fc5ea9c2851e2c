import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OnrecordError } from '../errors.ts'
import { readHtml } from './html.ts'

const first = 'The council of Strelsau agreed on Monday to reopen the bridge, two members said after the meeting.'
const second = '“We have waited for three winters,” the mayor, Ada Quill, told people in the square. “That is enough.”'
const third = 'The bridge was closed in 2013, after a flood, and ferries have carried everybody since, at some cost.'

const page = `<!doctype html><html lang="en-GB"><head>
  <title>Bridge to reopen | The Strelsau Post</title>
  <meta property="og:site_name" content="The Strelsau Post">
  <meta property="article:published_time" content="2016-05-09T08:30:00+02:00">
</head><body>
  <nav><a href="/">Home</a> <a href="/region">Region</a></nav>
  <article>
    <h1>Bridge to reopen</h1>
    <div class="byline">By Bo Lind</div>
    <figure><img src="a.jpg"><figcaption>The bridge, seen from the north</figcaption></figure>
    <p>${first}</p>
    <div class="related-links"><a href="/b">Ferry strike ends</a></div>
    <h2>Three winters</h2>
    <p>${second}</p>
    <p>Story continues below advertisement</p>
    <p>${third}</p>
    <p>Sign up for our morning newsletter</p>
  </article>
  <footer>© 2016 The Strelsau Post</footer>
</body></html>`

const codeOf = (html: string, uri?: string): string => {
  try {
    readHtml(html, { uri })
    return 'read'
  } catch (error) {
    return error instanceof OnrecordError ? error.code : String(error)
  }
}

describe('readHtml', () => {
  it('takes the article out of its page', () => {
    expect(readHtml(page)).toEqual({
      article: {
        title: 'Bridge to reopen',
        byline: 'Bo Lind',
        published: '2016-05-09T08:30:00+02:00',
        outlet: 'The Strelsau Post',
        language: 'en-GB',
        text: [first, 'Three winters', second, third].join('\n\n'),
        captions: ['The bridge, seen from the north'],
      },
      warnings: [],
    })
  })

  it('reads a piece of a page, and one of bare text', () => {
    expect(readHtml(`<p>${first}<p>${second}`).article.text).toBe(`${first}\n\n${second}`)
    expect(readHtml(`${first}<br><br>${second}`).article.text).toBe(`${first}\n\n${second}`)
  })

  it('says where there is no article', () => {
    expect(codeOf('')).toBe('E_NO_ARTICLE')
    expect(codeOf('<html><body><img></body></html>')).toBe('E_NO_ARTICLE')
    expect(() => readHtml('', { uri: 'news/a.html' })).toThrow(/^news\/a\.html has no article text\. Check/)
  })

  it('refuses what nests too deep', () => {
    expect(codeOf(`${'<div>'.repeat(100_000)}${first}`)).toBe('E_HTML_DEPTH')
    expect(codeOf('<p><q>'.repeat(50_000))).toBe('E_HTML_DEPTH')
  })

  it('reads the beginning of a page with half a million elements', () => {
    const { article, warnings } = readHtml(`<p>${first}</p>`.repeat(500_000))
    expect(article.text.startsWith(`${first}\n\n${first}`)).toBe(true)
    expect(warnings.map(({ code }) => code)).toEqual(['W_LARGE_PAGE'])
  }, 60_000)

  it.each([
    ['stray angle brackets', '<'.repeat(300_000)],
    ['quotes that are never closed', '<a title="'.repeat(100_000)],
    ['drawings that are never closed', '<svg>'.repeat(100_000)],
    ['character references', '&eacute;'.repeat(300_000)],
    ['a title of dividers', `<title>${'a | '.repeat(100_000)}</title>`],
    ['nested JSON-LD', `<script type="application/ld+json">${'['.repeat(200_000)}</script>`],
    ['white space', `<p>${' '.repeat(2_000_000)}</p>`],
  ])(
    'comes through %s',
    (_, html) => {
      expect(['read', 'E_NO_ARTICLE', 'E_HTML_DEPTH']).toContain(codeOf(`${html}<p>${first}</p>`))
    },
    60_000,
  )

  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="article">',
      '</div>',
      '<br>',
      '<a href="#">',
      '</a>',
      '<li>',
      '<td>',
      '<h1>',
    ),
    fc.constantFrom(
      '<html lang="x">',
      '<body>',
      '<title>',
      '<!--',
      '<script>',
      '<svg>',
      '<table>',
      '<img',
      '"',
      '&#0;',
      '<',
    ),
    fc.constantFrom(
      first,
      second,
      third,
      '<meta name="date" content="',
      '<script type="application/ld+json">{"@type":',
    ),
    fc.string(),
  )

  it('never throws anything but a coded error, and gives the same answer twice', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('')
        expect(codeOf(html)).toMatch(/^(?:read|E_NO_ARTICLE|E_HTML_DEPTH)$/)
        if (codeOf(html) === 'read') expect(readHtml(html)).toEqual(readHtml(html))
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('gives paragraphs without white space at their ends, nor lines within', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          for (const paragraph of readHtml(pieces.join('')).article.text.split('\n\n')) {
            expect(paragraph).toMatch(/^\S(?:[^\n\r\t]*\S)?$/u)
          }
        } catch (error) {
          if (!(error instanceof OnrecordError)) throw error
        }
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})

it('takes a line that names the author for no paragraph', () => {
  const { article } = readHtml(
    `<html><head><meta name="author" content="Ada Quill"></head><body><article><p class="by1">From our own man, Ada Quill</p>${'<p>The border was opened again on Monday, and the first lorries crossed it before noon.</p>'.repeat(5)}</article></body></html>`,
  )
  expect(article.text.split('\n\n')).toHaveLength(5)
})
