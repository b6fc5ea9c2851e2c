import { describe, expect, it } from 'vitest'
import type { Block } from './blocks.ts'
import { articleBlocks } from './trim.ts'

const solid = 'The council of Strelsau met on Monday and agreed to reopen the bridge before the winter comes.'
const block = (text: string, more: Partial<Block> = {}): Block => ({ text, tag: 'P', links: 0, ...more })
const body = (count: number): Block[] => Array.from({ length: count }, (_, i) => block(`${solid} (${i})`))
const trimmed = (blocks: Block[], title?: string): string[] => articleBlocks(blocks, title).map(({ text }) => text)
const texts = (blocks: Block[]): string[] => blocks.map(({ text }) => text)

describe('articleBlocks', () => {
  it('keeps paragraphs, headings between them, lists and short lines', () => {
    const blocks = [
      ...body(1),
      block('The bridge', { tag: 'H2' }),
      block('No.'),
      block('twelve', { tag: 'LI' }),
      ...body(2),
    ]
    expect(trimmed(blocks)).toEqual(texts(blocks))
  })

  it('drops furniture lines wherever they stand', () => {
    expect(trimmed([...body(1), block('Story continues below'), ...body(1)])).toEqual(texts([...body(1), ...body(1)]))
  })

  it('drops the title again and labels above the first paragraph', () => {
    const blocks = [
      block('Bridge to reopen', { tag: 'H2' }),
      block('Analysis'),
      block('A short first line.'),
      ...body(1),
    ]
    expect(trimmed(blocks, 'Bridge to reopen')).toEqual(['A short first line.', ...texts(body(1))])
  })

  it('drops links that stand in runs, but not a linked sentence', () => {
    const link = (text: string): Block => block(text, { links: 1 })
    expect(
      trimmed([...body(1), link('Ferry strike ends'), link('Winter comes early'), link(solid), ...body(1)]),
    ).toEqual([...texts(body(1)), solid, ...texts(body(1))])
    expect(trimmed([...body(1), link('The full text of the agreement.'), ...body(1)])).toHaveLength(3)
  })

  it('ends at a heading such as "More stories", when the article is well under way', () => {
    const end = block('More stories', { tag: 'H3' })
    expect(trimmed([...body(6), end, ...body(2)])).toEqual(texts(body(6)))
    expect(trimmed([...body(1), end, ...body(6)])).toHaveLength(7)
  })

  it('drops labels, headings of nothing and lines about the author below the last paragraph', () => {
    expect(
      trimmed([...body(4), block('Ada Quill is a reporter in Strelsau.'), block('Elsewhere', { tag: 'H3' })]),
    ).toEqual(texts(body(4)))
    expect(trimmed([...body(1), block('Strelsau desk', { tag: 'DIV' })])).toEqual(texts(body(1)))
  })

  it('gives nothing for nothing', () => {
    expect(articleBlocks([])).toEqual([])
  })
})
