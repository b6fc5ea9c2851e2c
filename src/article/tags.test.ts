import { describe, expect, it } from 'vitest'
import { attributesOf, eachTag, type Tag } from './tags.ts'

/** The tags of a page and the texts between, as one list. */
function read(html: string, opaque: string[] = []): string[] {
  const found: string[] = []
  eachTag(html, new Set(opaque), (tag, start, end) => {
    if (end > start) found.push(html.slice(start, end))
    if (tag) found.push(`<${tag.closing ? '/' : ''}${tag.name}>`)
  })
  return found
}

describe('eachTag', () => {
  it('gives tags and the texts between them', () => {
    expect(read('a<P class=x>b<br/>c</p >d')).toEqual(['a', '<p>', 'b', '<br>', 'c', '</p>', 'd'])
  })

  it('does not end a tag inside a quoted value, nor begin one there', () => {
    expect(read('<a title="1 > 0" data-x=\'<b>\'>t</a>')).toEqual(['<a>', 't', '</a>'])
  })

  it('leaves comments, doctypes and processing instructions out', () => {
    expect(read('<!doctype html><!-- <p> --><?xml ?>a<!-->b<!-- never closed <p>')).toEqual(['a', 'b'])
  })

  it('reads what stands in scripts, titles and opaque elements as text', () => {
    expect(read('<script>if (a<b) "<p>"</SCRIPT>x')).toEqual(['<script>', 'if (a<b) "<p>"', '</script>', 'x'])
    expect(read('<svg><g></g></svg>x', ['svg'])).toEqual(['<svg>', '<g></g>', '</svg>', 'x'])
  })

  it('reads an opaque element that is never closed as any other', () => {
    expect(read('<svg><g>x', ['svg'])).toEqual(['<svg>', '<g>', 'x'])
  })

  it('takes a < that begins no tag for text', () => {
    expect(read('1 < 2 <3 <p>')).toEqual(['1 < 2 <3 ', '<p>'])
  })
})

describe('attributesOf', () => {
  it('gives names in lower case and values as written, the first of two alike', () => {
    const html = '<a HREF="/x" class=\'b c\' id=d hidden id=e>'
    let tag: Tag | null = null
    eachTag(html, new Set(), (it) => {
      tag ??= it
    })
    expect([...attributesOf(html, tag!)]).toEqual([
      ['href', '/x'],
      ['class', 'b c'],
      ['id', 'd'],
      ['hidden', ''],
    ])
  })
})
