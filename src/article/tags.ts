/** Finds the tags of a page in one pass, without building a tree. Time grows with the length of the page alone. */

/** One tag as it stands in the source. */
export interface Tag {
  /** Lower case. */
  name: string
  closing: boolean
  /** Index of its `<`. */
  start: number
  /** Index where its attributes begin. */
  attributes: number
  /** One past its `>`, or the length of the page when it is never closed. */
  end: number
}

/** Elements that hold nothing and need no end tag (HTML standard, "void elements", with the obsolete ones). */
export const VOID_TAGS: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/** Elements whose content is text up to their own end tag, whatever it looks like (HTML standard, "raw text"). */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes'])

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** One past the `>` that closes a tag, jumping over quoted attribute values. */
function endOfTag(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === 62) return at + 1
    if (code !== 61) continue
    let value = at + 1
    while (isSpace(html.charCodeAt(value))) value++
    const quote = html[value]
    if (quote !== '"' && quote !== "'") {
      at = value - 1
      continue
    }
    const close = html.indexOf(quote, value + 1)
    if (close < 0) return html.length
    at = close
  }
  return html.length
}

/** One past a comment, doctype or processing instruction that begins at `start`. */
function endOfDeclaration(html: string, start: number): number {
  const comment = html.startsWith('<!--', start)
  const close = html.indexOf(comment ? '-->' : '>', start + 2)
  return close < 0 ? html.length : close + (comment ? 3 : 1)
}

/** Where the end tag `</name` begins, in any case; -1 when there is none. */
function startOfEndTag(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  }
  return -1
}

/**
 * Calls `visit` with each tag, in order, and with the range of the text before it; last with the text after all tags
 * (tag null). Comments and declarations are left out. What stands inside raw text elements, and inside those named in
 * `opaque`, comes as the text before their end tag; a raw text or opaque element that is never closed is read as any other.
 */
export function eachTag(
  html: string,
  opaque: ReadonlySet<string>,
  visit: (tag: Tag | null, textStart: number, textEnd: number) => void,
): void {
  const unclosed = new Set<string>()
  let text = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    const next = html.charCodeAt(at + 1)
    const closing = next === 47
    const nameStart = closing ? at + 2 : at + 1
    if (isLetter(html.charCodeAt(nameStart))) {
      let nameEnd = nameStart + 1
      for (let code = html.charCodeAt(nameEnd); nameEnd < html.length; code = html.charCodeAt(++nameEnd)) {
        if (code === 62 || code === 47 || isSpace(code)) break
      }
      const name = html.slice(nameStart, nameEnd).toLowerCase()
      const end = endOfTag(html, nameEnd)
      visit({ name, closing, start: at, attributes: nameEnd, end }, text, at)
      text = end
      at = -1
      if (!closing && (RAW_TEXT.has(name) || opaque.has(name)) && !unclosed.has(name)) {
        at = startOfEndTag(html, name, end)
        if (at < 0) unclosed.add(name)
      }
      if (at < 0) at = html.indexOf('<', end)
    } else if (next === 33 || next === 63 || closing) {
      if (at > text) visit(null, text, at)
      text = endOfDeclaration(html, at)
      at = html.indexOf('<', text)
    } else {
      at = html.indexOf('<', at + 1)
    }
  }
  if (text < html.length) visit(null, text, html.length)
}

/** Attributes of a tag by lower-case name, values as written; the first of two alike wins, as in browsers. */
export function attributesOf(html: string, tag: Tag): Map<string, string> {
  const found = new Map<string, string>()
  const source = html.slice(tag.attributes, html[tag.end - 1] === '>' ? tag.end - 1 : tag.end)
  for (const [, name, double, single, bare] of source.matchAll(
    /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g,
  )) {
    const key = name!.toLowerCase()
    if (!found.has(key)) found.set(key, double ?? single ?? bare ?? '')
  }
  return found
}
