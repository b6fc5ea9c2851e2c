import { describe, expect, test } from 'vitest'
import type { Input } from '../sources/index.ts'
import { articleOf } from './article-of.ts'

const input = (data: string, more: Partial<Input> = {}): Input => ({
  uri: 'note',
  format: 'text',
  finished: true,
  body: { kind: 'text', data },
  ...more,
})
const now = Date.parse('2016-09-12T08:00:00Z')
const dateOf = (it: Input) => {
  const { article, warnings } = articleOf(it, { now })
  return [article.published, warnings.map(({ code }) => code).join()]
}

describe('the date of an article', () => {
  test.each([
    ['2016-09-10T10:20:00+02:00', '2016-09-10T10:20:00+02:00', ''],
    ['0001-01-01', undefined, 'W_DATE'],
    ['2016-10-01', undefined, 'W_DATE'],
    ['2099-01-01T00:00:00Z', undefined, 'W_DATE'],
    ['2016-09-13', '2016-09-13', ''],
  ])('given as %s', (published, expected, warned) => {
    expect(dateOf(input('He left.', { published }))).toEqual([expected, warned])
  })

  test('is not after the day it was fetched', () => {
    const retrieved = '2014-01-05T00:00:00Z'
    expect(dateOf(input('He left.', { published: '2015-01-01', retrieved }))).toEqual([undefined, 'W_DATE'])
  })

  test('is that of its dateline, where nothing else gives one and the year is known', () => {
    const text = 'PORT AMBER, Dec. 30 (Meridian) — The ferries sail again.'
    expect(dateOf(input(text))).toEqual([undefined, ''])
    expect(dateOf(input(text, { retrieved: '2014-01-05T00:00:00Z' }))).toEqual(['2013-12-30', ''])
    expect(dateOf(input(text.replace('30', '30, 2012')))).toEqual(['2012-12-30', ''])
    const { article } = articleOf(input(text, { published: '2014-01-02' }), { now })
    expect(article.published).toBe('2014-01-02')
    expect(article.dateline).toEqual({ place: { start: 0, end: 10 }, date: '2013-12-30' })
  })

  test('that a page declares and no article can have is told', () => {
    const page = `<html><head><meta property="article:published_time" content="0001-01-01T00:00:00Z"></head><body><article><p>${'The ferries sail again, the mayor said on Monday. '.repeat(9)}</p></article></body></html>`
    expect(dateOf({ uri: 'page', format: 'html', body: { kind: 'html', data: page } })).toEqual([undefined, 'W_DATE'])
  })
})
