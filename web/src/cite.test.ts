import { expect, test } from 'vitest'
import { asJsonLd, asMarkdown, asText, type Cited } from './cite.ts'

const cited: Cited = {
  quote: '“We will open the *gate*,”',
  speaker: 'Rudolf',
  title: 'The gate',
  outlet: 'Strelsau Post',
  published: '2016-07-14T10:00:00Z',
  uri: 'https://strelsau.example/gate',
  link: 'http://127.0.0.1:4180/article/a#s1',
}

test('text says who, what, where and when', () => {
  expect(asText(cited)).toBe(
    'Rudolf: “We will open the *gate*”. Strelsau Post, “The gate”, 14 July 2016. https://strelsau.example/gate. http://127.0.0.1:4180/article/a#s1',
  )
})

test('in Markdown nothing of the words is taken for markup, and no script for a link', () => {
  expect(asMarkdown({ ...cited, uri: 'javascript:alert(1)' })).toBe(
    '> We will open the \\*gate\\*\n>\n> — Rudolf, in [Strelsau Post, “The gate”, 14 July 2016](http://127.0.0.1:4180/article/a#s1) ([on record](http://127.0.0.1:4180/article/a#s1))',
  )
})

test('JSON-LD is JSON of schema.org', () => {
  expect(JSON.parse(asJsonLd(cited))).toMatchObject({
    '@type': 'Quotation',
    text: 'We will open the *gate*',
    isPartOf: { '@type': 'NewsArticle', headline: 'The gate', url: 'https://strelsau.example/gate' },
  })
})
