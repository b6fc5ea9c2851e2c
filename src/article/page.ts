/** A page as a tree, and what of it may be too large or too deep to look at closely. */
import { parseHTML } from 'linkedom/worker'
import { OnrecordError } from '../errors.ts'
import type { PageDocument } from './dom.ts'
import { slim } from './slim.ts'

/** A page read into a tree. */
export interface Page {
  document: PageDocument
  /** The text of its JSON-LD scripts, as written. */
  jsonLd: string[]
  /** It has more elements than are read; the rest was cut off. */
  cut: boolean
  /** Too large for algorithms that look at every element's whole content. */
  heavy: boolean
}

/**
 * Deepest nesting read. Browsers built on Blink cap the tree at this depth, so no page made for people is deeper; recursion
 * to here is far from the stack's end.
 */
export const MAX_DEPTH = 512

/**
 * Most elements read. The largest of a hundred news pages has 1,500 besides scripts and the like; Readability's sibling search
 * takes time with the square of their number, and is still done with this many in a few seconds.
 */
export const MAX_ELEMENTS = 10_000

/** Most elements counted each as often as it is deep, which is what Readability's passes over whole subtrees cost. */
export const MAX_WEIGHT = 600_000

/** Reads a page into a tree, without scripts and styles. `uri` is for the error's message. */
export function pageOf(html: string, uri = 'The page'): Page {
  const { html: source, jsonLd, depth, elements, weight } = slim(html, MAX_ELEMENTS)
  if (depth > MAX_DEPTH) {
    throw new OnrecordError(
      'E_HTML_DEPTH',
      `${uri} nests ${depth} elements deep; ${MAX_DEPTH} are read. Look for start tags that are never closed.`,
    )
  }
  const document = parseHTML(source).document as unknown as PageDocument
  return { document, jsonLd, cut: elements > MAX_ELEMENTS, heavy: weight > MAX_WEIGHT }
}
