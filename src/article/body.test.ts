import { describe, expect, it } from 'vitest'
import { bodyOf } from './body.ts'
import { pageOf } from './page.ts'

describe('bodyOf', () => {
  it('finds the part of a page that holds running text, names of its parts kept', () => {
    const paragraph = `<p class="lead">${'The council met on Monday, and both sides spoke at length. '.repeat(6)}</p>`
    const { document } = pageOf(
      `<title>Bridge to reopen today</title><nav><a>Home</a></nav><article>${paragraph.repeat(3)}</article><footer>x</footer>`,
    )
    const { root, title } = bodyOf(document)!
    expect(title).toBe('Bridge to reopen today')
    expect(root.querySelectorAll('p.lead').length).toBe(3)
    expect(root.textContent).not.toContain('Home')
  })

  it('finds nothing in an empty page', () => {
    expect(bodyOf(pageOf('').document)).toBeUndefined()
  })
})
