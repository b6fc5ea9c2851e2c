/**
 * Rewrites a page without what nobody reads: scripts, styles, drawings, comments, and attributes that say nothing of the
 * text. Building a tree of what is left takes half the time, and the page is measured on the way, before any tree is built.
 */
import { isInline } from './dom.ts'
import { attributesOf, eachTag, type Tag, VOID_TAGS } from './tags.ts'

/** A page made slim, and its measures. */
export interface SlimPage {
  /** Well-framed: doctype, html, head (title, meta) and body, once each. */
  html: string
  /** The text of each `application/ld+json` script, as written. */
  jsonLd: string[]
  /** How deep its elements nest, and how many there are; those cut off count too, and so does each character reference. */
  depth: number
  elements: number
  /** Sum over the elements that are left of their depth: what an algorithm pays that looks at every element's whole content. */
  weight: number
}

/** Elements left out with all they hold, once they are closed: nothing in them is text of the article. */
const OPAQUE = new Set(
  'title script style noscript template svg canvas iframe object applet noembed noframes xmp audio video select textarea map datalist button'.split(
    ' ',
  ),
)

/** Elements whose tags are left out: the frame is written anew, once; type faces and resources tell nothing of the text. */
const UNTAGGED = new Set(
  'html head body link base source param track embed font b i em strong u big tt nobr wbr'.split(' '),
)

/** Elements left out with all they hold, once they are closed, unless they hold what no menu or footer has. */
const AROUND = new Set(['nav', 'footer'])
const ARTICLE = new Set(['article', 'main', 'h1'])

/** Attributes kept, as written: those that tell what an element is for, whether it shows, or a date. */
const KEPT = new Set(
  [
    'class id role lang hidden aria-hidden aria-modal itemprop rel',
    'name property content http-equiv datetime summary data-component data-type data-testid',
  ].flatMap((names) => names.split(' ')),
)

const HIDES = /display\s*:\s*none|visibility\s*:\s*hidden/i

/** Open elements that an opening tag closes (HTML standard, "optional tags"), as far as nesting depends on it. */
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['td', 'th', 'tr'],
  tbody: ['td', 'th', 'tr', 'thead', 'tbody'],
}

/** Follows which elements are open. */
function nesting(): { open(name: string): number; close(name: string): void } {
  const stack: string[] = []
  const counts = new Map<string, number>()
  const pop = (): string => {
    const name = stack.pop()!
    counts.set(name, counts.get(name)! - 1)
    return name
  }
  return {
    open(name) {
      for (const closed = CLOSES[name]; closed?.includes(stack[stack.length - 1]!); ) pop()
      if (VOID_TAGS.has(name)) return stack.length + 1
      counts.set(name, (counts.get(name) ?? 0) + 1)
      return stack.push(name)
    },
    close(name) {
      if (counts.get(name)) while (pop() !== name);
    },
  }
}

/** Longer attribute values and titles are cut, in UTF-16 code units: none that says something is as long. */
const LONGEST_VALUE = 1000

function quoted(value: string): string {
  const short = value.slice(0, LONGEST_VALUE).replace(/\s+/g, ' ')
  return short.includes('"') ? `'${short}'` : `"${short}"`
}

/** Character references that pages are full of. Each that is left makes a node of its own in the tree. */
const REFERENCES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  quot: '"',
  apos: "'",
}

/** Text with its commonest character references read, but for those of `<`, `>` and `&`; a `<` that begins no tag made one. */
const slimText = (text: string): string =>
  text
    .replace(/&(?:#(\d{2,6})|([a-z]{4,6}));/g, (reference, code: string | undefined, name: string | undefined) => {
      if (name) return REFERENCES[name] ?? reference
      // Below 160 stand signs of the language itself, and letters of windows-1252 that the parser knows.
      return Number(code) < 160 || Number(code) > 0xd7ff ? reference : String.fromCharCode(Number(code))
    })
    .replaceAll('<', '&lt;')

/** A start tag with the attributes that are kept; a style that hides becomes `hidden`, a link to this page stays one. */
function slimTag(html: string, tag: Tag): string {
  if (tag.end - tag.attributes < 3) return `<${tag.name}>`
  // Readability takes a picture without an address for none; any address will do.
  let out = tag.name === 'img' ? '<img src="#"' : `<${tag.name}`
  for (const [name, value] of attributesOf(html, tag)) {
    if (KEPT.has(name)) out += ` ${name}=${quoted(value)}`
    else if (name === 'style' && HIDES.test(value)) out += ' hidden=""'
    else if (name === 'href' && value.startsWith('#')) out += ' href="#"'
  }
  return `${out}>`
}

/** The page made slim, with no more than its first `most` elements; `html` may be anything at all. */
export function slim(html: string, most = Number.POSITIVE_INFINITY): SlimPage {
  const head: string[] = []
  const body: string[] = []
  const frame: Record<string, string> = {}
  const jsonLd: string[] = []
  const { open, close } = nesting()
  const page = { depth: 0, elements: 0, weight: 0 }
  const around: { name: string; at: number }[] = []
  let opened: Tag | undefined
  let afterInline = false

  const addText = (source: string, beforeInline: boolean): void => {
    const text = slimText(source)
    page.elements += text.split('&').length - 1
    if (page.elements > most) return
    if (/\S/.test(text)) body.push(text)
    else if (text && afterInline && beforeInline) body.push(' ')
  }

  /** What stood between a start tag and its end tag, unread, is no text of the body. */
  const addOpaque = (tag: Tag, source: string): void => {
    if (tag.name === 'title') head.push(`<title>${source.slice(0, LONGEST_VALUE)}</title>`)
    else if (tag.name === 'script' && /ld\+json/i.test(html.slice(tag.attributes, tag.end))) jsonLd.push(source)
  }

  /** Takes back what was written since the last menu or footer of this name began. */
  const cutAround = (name: string): void => {
    const begun = around.findLastIndex((it) => it.name === name)
    if (begun >= 0) body.length = around[begun]!.at
    around.length = Math.max(begun, 0)
  }

  const addTag = (tag: Tag): void => {
    const { name, closing } = tag
    if (UNTAGGED.has(name)) {
      if (!closing && (name === 'html' || name === 'body')) frame[name] ??= slimTag(html, tag)
    } else if (name === 'meta') {
      if (!closing && ++page.elements <= most) head.push(slimTag(html, tag))
    } else if (closing) {
      close(name)
      if (VOID_TAGS.has(name) || page.elements > most) return
      body.push(`</${name}>`)
      if (AROUND.has(name)) cutAround(name)
    } else {
      const depth = open(name)
      if (depth > page.depth) page.depth = depth
      if (++page.elements > most) return
      page.weight += depth
      if (AROUND.has(name)) around.push({ name, at: body.length })
      else if (ARTICLE.has(name)) around.length = 0
      body.push(slimTag(html, tag))
    }
  }

  eachTag(html, OPAQUE, (tag, textStart, textEnd) => {
    const source = html.slice(textStart, textEnd)
    if (opened && tag?.closing && tag.name === opened.name) addOpaque(opened, source)
    else addText(source, tag !== null && isInline(tag.name))
    opened = undefined
    if (!tag) return
    if (!OPAQUE.has(tag.name)) addTag(tag)
    else if (!tag.closing) opened = tag
    afterInline = isInline(tag.name)
  })
  const { html: root = '<html>', body: main = '<body>' } = frame
  const source = `<!doctype html>${root}<head>${head.join('')}</head>${main}${body.join('')}</body></html>`
  return { html: source, jsonLd, ...page }
}
