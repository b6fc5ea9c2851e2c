import { describe, expect, it } from 'vitest'
import { linkedArticle } from './json-ld.ts'

const script = (value: unknown): string => JSON.stringify(value)

describe('linkedArticle', () => {
  it('reads headline, authors, date, publisher and language', () => {
    expect(
      linkedArticle([
        script({
          '@type': 'NewsArticle',
          headline: 'Bridge to reopen',
          author: [{ '@type': 'Person', name: 'Ada Quill' }, 'Bo Lind'],
          datePublished: '2016-05-09T08:00:00Z',
          publisher: { name: 'The Strelsau Post' },
          inLanguage: 'en',
        }),
      ]),
    ).toEqual({
      headline: 'Bridge to reopen',
      authors: ['Ada Quill', 'Bo Lind'],
      published: '2016-05-09T08:00:00Z',
      publisher: 'The Strelsau Post',
      language: 'en',
    })
  })

  it('finds the article in a list or a graph, and names given by reference', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebSite', name: 'The Strelsau Post' },
        { '@type': ['Article', 'Thing'], headline: 'Bridge', author: { '@id': '#ada' } },
        { '@type': 'Person', '@id': '#ada', name: 'Ada Quill' },
      ],
    }
    expect(linkedArticle([script([graph])])).toEqual({ headline: 'Bridge', authors: ['Ada Quill'] })
  })

  it('prefers the article that has a date', () => {
    const articles = [
      { '@type': 'Article', headline: 'Teaser' },
      { '@type': 'Article', headline: 'Bridge', datePublished: '2016-05-09' },
    ]
    expect(linkedArticle([script(articles)])?.headline).toBe('Bridge')
  })

  it('reads what is broken: wrappings, raw line breaks, trailing commas', () => {
    const source = '<!-- {"@type":"NewsArticle","headline":"Bridge\n to reopen","datePublished":"2016-05-09",} -->'
    expect(linkedArticle([source])).toEqual({ headline: 'Bridge to reopen', published: '2016-05-09', authors: [] })
    expect(linkedArticle(['//<![CDATA[\n{"@type":"Report","headline":"Bridge"}\n//]]>'])?.headline).toBe('Bridge')
  })

  it('gives nothing for what is no article, or no JSON', () => {
    expect(
      linkedArticle([script({ '@type': 'Organization', name: 'x' }), '{"@type":', '', 'null', '[[[[']),
    ).toBeUndefined()
  })
})
