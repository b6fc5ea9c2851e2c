import { describe, expect, it } from 'vitest'
import { measuresOf } from './furniture.ts'
import { otherArticles } from './other-articles.ts'
import { pageOf } from './page.ts'

const article = (length: number, inner = ''): string => `<article>${'a'.repeat(length)}${inner}</article>`

function othersIn(html: string): number[] {
  const { body } = pageOf(html).document
  return [...otherArticles(body, measuresOf(body))].map(({ textContent }) => textContent.length)
}

describe('otherArticles', () => {
  it('tells the articles that follow a longer one', () => {
    expect(othersIn(article(900) + article(100) + article(200) + article(150))).toEqual([100, 200, 150])
  })

  it('tells them within a list that is itself an article', () => {
    expect(othersIn(article(900) + article(0, article(100) + article(200) + article(150)))).toEqual([
      450, 100, 200, 150,
    ])
  })

  it('keeps the entries of a live page, and the parts of an article', () => {
    expect(othersIn(article(300) + article(100) + article(400) + article(250))).toEqual([])
    expect(othersIn(article(900) + article(100) + article(100))).toEqual([])
    expect(othersIn(article(0, article(100) + article(200) + article(150)))).toEqual([])
  })
})
