/** Finds the part of a page that holds the article, with @mozilla/readability. */
import { Readability } from '@mozilla/readability'
import type { PageDocument, PageElement } from './dom.ts'

/** What Readability makes of a page. */
export interface Body {
  root: PageElement
  title?: string
  byline?: string
}

/** Readability counts on a tree as browsers build it, which broken pages do not always give. */
function parsed(reader: Readability<PageElement>): ReturnType<Readability<PageElement>['parse']> {
  try {
    return reader.parse()
  } catch {
    return null
  }
}

/** The element that holds the article, furniture still in it; undefined when nothing looks like text. Changes the document. */
export function bodyOf(document: PageDocument): Body | undefined {
  const reader = new Readability<PageElement>(document as never, {
    // Our own clean-up goes by class names, and works on the tree.
    keepClasses: true,
    serializer: (node) => node as unknown as PageElement,
  })
  const found = parsed(reader)
  if (!found?.content) return undefined
  return {
    root: found.content,
    ...(found.title && { title: found.title }),
    ...(found.byline && { byline: found.byline }),
  }
}
