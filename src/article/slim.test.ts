import { describe, expect, it } from 'vitest'
import { slim } from './slim.ts'

const bodyOf = (html: string): string => /<body>(.*)<\/body>/s.exec(slim(html).html)![1]!

describe('slim', () => {
  it('frames whatever comes as a page, title and meta in the head', () => {
    expect(slim('<title>T</title><p>a<meta name=author content=Q>').html).toBe(
      '<!doctype html><html><head><title>T</title><meta name="author" content="Q"></head><body><p>a</body></html>',
    )
  })

  it('leaves out scripts, styles, drawings and comments', () => {
    expect(bodyOf('<p>a<script>x</script><style>y</style><svg><text>z</text></svg><!-- c -->b')).toBe('<p>ab')
  })

  it('keeps the text of JSON-LD apart', () => {
    expect(slim('<script type="application/ld+json">{"a":1}</script>').jsonLd).toEqual(['{"a":1}'])
  })

  it('keeps the attributes that tell what an element is for', () => {
    expect(bodyOf('<p class="x" onclick="y()" style="color:red">')).toBe('<p class="x">')
    expect(bodyOf('<p style="display: none">')).toBe('<p hidden="">')
    expect(bodyOf('<a href="#top"><a href="/x">')).toBe('<a href="#"><a>')
  })

  it('drops white space between blocks and folds it between words', () => {
    expect(bodyOf('<div>\n <p><a>a</a>\n<q>b</q></p>\n</div>')).toBe('<div><p><a>a</a> <q>b</q></p></div>')
  })

  it('leaves out the tags of type faces, and menus and footers with all they hold', () => {
    expect(bodyOf('<p>a<b>b</b><em class="x">c</em>')).toBe('<p>abc')
    expect(bodyOf('<nav><a>Home</a></nav><p>a</p><footer>x<nav>y</nav>z</footer>')).toBe('<p>a</p>')
  })

  it('keeps a menu that is never closed, or closed after the article', () => {
    expect(bodyOf('<nav><a>Home</a><p>a</p>')).toBe('<nav><a>Home</a><p>a</p>')
    expect(bodyOf('<nav>Home<h1>Bridge</h1><p>a</p></nav>')).toBe('<nav>Home<h1>Bridge</h1><p>a</p></nav>')
  })

  it('reads the commonest character references and makes one of a stray <', () => {
    expect(bodyOf('&#8220;a&rdquo; &lt;b&gt; 1 < 2 &eacute;')).toBe('“a” &lt;b&gt; 1 &lt; 2 &eacute;')
  })

  it('measures how deep elements nest, as a browser would build them', () => {
    expect(slim('<div><div><br>'.repeat(3)).depth).toBe(7)
    expect(slim('<p>a'.repeat(99)).depth).toBe(1)
    expect(slim('<table><tr><td>a<td>b<tr><td>c').depth).toBe(3)
    expect(slim('<div></b></div>'.repeat(99)).depth).toBe(1)
  })

  it('keeps no more elements than asked for, and counts all', () => {
    const { html, elements } = slim('<p>a</p>'.repeat(9), 3)
    expect(elements).toBe(9)
    expect(html).toContain('<body><p>a</p><p>a</p><p>a</p></body>')
  })
})
