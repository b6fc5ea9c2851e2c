import { describe, expect, it } from 'vitest'
import { blocksOf } from './blocks.ts'
import { pageOf } from './page.ts'

const textsOf = (html: string): string[] => blocksOf(pageOf(html).document.body, () => false).map(({ text }) => text)

describe('blocksOf', () => {
  it('gives paragraphs, headings, items and cells in order, white space folded', () => {
    expect(
      textsOf('<h2>Head</h2><p>One\n  two&nbsp;three</p><ul><li>a</li><li>b</li></ul><table><tr><td>c<td>d'),
    ).toEqual(['Head', 'One two three', 'a', 'b', 'c', 'd'])
  })

  it('keeps text beside block elements apart from them', () => {
    expect(textsOf('<div>before<p>within</p>after</div>')).toEqual(['before', 'within', 'after'])
  })

  it('joins inline elements without making white space', () => {
    expect(textsOf('<p>Rur<b>itan</b>ia <a>said</a>, <i>so</i>.</p>')).toEqual(['Ruritania said, so.'])
  })

  it('leaves characters out that are not shown', () => {
    expect(textsOf('<p>Ruri&shy;tania\u200b</p>')).toEqual(['Ruritania'])
  })

  it('divides at two line breaks, and at one after a sentence', () => {
    expect(textsOf('<p>One line<br>goes on.<br>Two.<br><br>Three,<br>four</p>')).toEqual([
      'One line goes on.',
      'Two.',
      'Three, four',
    ])
  })

  it('takes the end of a sentence inside quotation marks for one', () => {
    expect(textsOf('<p>“We will go.”<br>He went.</p>')).toEqual(['“We will go.”', 'He went.'])
  })

  it('tells the share of a block that stands in links, and its element', () => {
    expect(blocksOf(pageOf('<ul><li><a>abcd</a>efgh</li></ul>').document.body, () => false)).toEqual([
      { text: 'abcdefgh', tag: 'LI', links: 0.5 },
    ])
  })

  it('leaves out what it is told to skip', () => {
    const { document } = pageOf('<p>a</p><aside>b</aside><p>c</p>')
    expect(blocksOf(document.body, ({ tagName }) => tagName === 'ASIDE').map(({ text }) => text)).toEqual(['a', 'c'])
  })
})
