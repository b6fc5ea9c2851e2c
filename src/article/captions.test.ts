import { describe, expect, it } from 'vitest'
import { captionsOf } from './captions.ts'
import { pageOf } from './page.ts'

const read = (html: string): string[] => captionsOf(pageOf(html).document)

describe('captionsOf', () => {
  it('collects captions in order, by element and by class name', () => {
    expect(
      read(`<figure><img><figcaption>The bridge of <i>Strelsau</i></figcaption></figure>
        <div class="wp-caption"><img><p class="wp-caption-text">The mayor at the bridge</p></div>
        <span class="imageCaption">The river in spring</span>`),
    ).toEqual(['The bridge of Strelsau', 'The mayor at the bridge', 'The river in spring'])
  })

  it('gives each once', () => {
    expect(read('<figcaption>The bridge in winter</figcaption>'.repeat(2))).toEqual(['The bridge in winter'])
    expect(read('<figcaption>The bridge in winter</figcaption><figcaption>The bridge in</figcaption>')).toHaveLength(1)
  })

  it('leaves those of other articles out', () => {
    const caption = '<figcaption>The bridge in winter</figcaption>'
    expect(
      read(`<aside>${caption}</aside><a href="/x">${caption}</a><div class="related-box">${caption}</div>`),
    ).toEqual([])
  })

  it('leaves labels out', () => {
    expect(read('<figcaption>Photo</figcaption>')).toEqual([])
  })
})
