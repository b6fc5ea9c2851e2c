import { describe, expect, it } from 'vitest'
import { furnitureRule, measuresOf, namesOf } from './furniture.ts'
import { pageOf } from './page.ts'

const article = `<p>${'The council met for the third time this year and heard both sides at length. '.repeat(20)}</p>`

/** The rule by which the first element of `html` is furniture in a page with an article beside it. */
function ruleOf(html: string): string | undefined {
  const { body } = pageOf(html + article).document
  const measures = measuresOf(body)
  const element = body.querySelector('*')!
  return furnitureRule(element, measures.get(element)!, measures.get(body)!.text)
}

describe('namesOf', () => {
  it('gives the words of class and id, in all the ways of joining them', () => {
    const element = pageOf('<p class="entryMeta__tag-list" id="Box_1">').document.body.querySelector('p')!
    expect(namesOf(element)).toEqual(['entry', 'meta', 'tag', 'list', 'box', '1'])
  })
})

describe('measuresOf', () => {
  it('counts the text of an element, and of that what stands in links', () => {
    const { body } = pageOf('<div>abc<a>de<b>f</b></a></div>').document
    expect(measuresOf(body).get(body)).toEqual({ text: 6, links: 3 })
  })
})

describe('furnitureRule', () => {
  it('knows furniture by its element', () => {
    expect(ruleOf('<aside>More on the council</aside>')).toBe('element.aside')
    expect(ruleOf('<figure><img><p>The council house</p></figure>')).toBe('element.figure')
    expect(ruleOf('<figure><table><tr><td>12</td></tr></table></figure>')).toBeUndefined()
  })

  it('knows furniture by its names', () => {
    expect(ruleOf('<div class="c-byline">Ada Quill</div>')).toBe('name.byline')
    expect(ruleOf('<div id="readMoreBox">The last meeting</div>')).toBe('name.related')
    expect(ruleOf('<div class="post-newsletter">News by mail</div>')).toBe('name.offers')
  })

  it('keeps a word that only contains one of them', () => {
    expect(ruleOf('<div class="stage">The council house</div>')).toBeUndefined()
    expect(ruleOf('<div class="shared-history">The council house</div>')).toBeUndefined()
  })

  it('lets ambiguous words drop only a line or what is mostly links', () => {
    const long = 'Nobody had expected so many people to come to the meeting of the council on a Monday. '.repeat(3)
    expect(ruleOf('<div class="card">Short</div>')).toBe('name.perhaps')
    expect(ruleOf(`<div class="card">${long}</div>`)).toBeUndefined()
    expect(ruleOf(`<div class="card"><a>${long}</a></div>`)).toBe('name.perhaps')
  })

  it('takes a few words boxed with a picture for its caption', () => {
    expect(ruleOf('<div><img src="a.jpg"><p>The mayor of Strelsau at the meeting.</p></div>')).toBe('shape.picture')
    expect(ruleOf('<div><h3>The mayor</h3><img src="a.jpg"><p>She spoke first.</p></div>')).toBeUndefined()
    expect(ruleOf('<p><img src="a.jpg">The mayor of Strelsau spoke first.</p>')).toBeUndefined()
  })

  it('never drops a large part of the text', () => {
    expect(ruleOf(`<div class="newsletter">${article}</div>`)).toBeUndefined()
  })
})
