import { describe, expect, it } from 'vitest'
import { OnrecordError } from '../errors.ts'
import { MAX_DEPTH, MAX_ELEMENTS, pageOf } from './page.ts'

describe('pageOf', () => {
  it('gives a tree with head and body, whatever comes', () => {
    for (const html of ['', 'a', '<p>a', '<body>a', '<html><head><title>t</title></head><body>a</body></html>']) {
      const { document } = pageOf(html)
      expect(document.body.textContent).toBe(html === '' ? '' : 'a')
    }
  })

  it('refuses a page that nests too deep, and says where', () => {
    expect(() => pageOf('<div>'.repeat(100_000), 'news/a.html')).toThrow(OnrecordError)
    expect(() => pageOf('<div>'.repeat(100_000), 'news/a.html')).toThrow(/^news\/a\.html nests 100000 elements deep/)
    expect(() => pageOf('<q>'.repeat(MAX_DEPTH))).not.toThrow()
  })

  it('cuts off what is beyond the most elements', () => {
    const { document, cut } = pageOf('<q>a</q>'.repeat(MAX_ELEMENTS + 5))
    expect([document.body.textContent.length, cut]).toEqual([MAX_ELEMENTS, true])
  })

  it('tells a page whose elements stand deep in one another', () => {
    expect(pageOf('<div>'.repeat(400) + '<p>a</p>'.repeat(2000)).heavy).toBe(true)
    expect(pageOf('<p>a</p>'.repeat(2000)).heavy).toBe(false)
  })
})
