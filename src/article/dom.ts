/** The little of the DOM that the article room uses, and which elements make blocks of text. */

export interface PageNode {
  readonly nodeType: number
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageElement | null
  readonly textContent: string
  remove(): void
}

export interface PageElement extends PageNode {
  /** Upper case. */
  readonly tagName: string
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelectorAll(selectors: string): ArrayLike<PageElement> & Iterable<PageElement>
  querySelector(selectors: string): PageElement | null
  contains(node: PageNode): boolean
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement
  readonly head: PageElement
  readonly body: PageElement
  readonly title: string
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1
export const isText = (node: PageNode): boolean => node.nodeType === 3

/** Elements that stand in a line of text (HTML standard, "phrasing content"); every other one begins and ends a block. */
const INLINE = new Set(
  [
    'a abbr acronym b bdi bdo big blink br cite code data del dfn em font i img input ins kbd label mark math meter',
    'nobr output progress q rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
  ].flatMap((names) => names.split(' ')),
)

/** Whether an element of this name, in any case, stands in a line of text. */
export const isInline = (name: string): boolean => INLINE.has(name) || INLINE.has(name.toLowerCase())

/** White space folded, as a browser shows it; zero-width characters and soft hyphens are not shown at all. */
export const fold = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
