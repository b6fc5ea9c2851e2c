/** The captions of an article's pictures, before they are removed from its text. */
import { fold, type PageDocument, type PageElement } from './dom.ts'
import { namesOf } from './furniture.ts'
import { phraseOf } from './phrases.ts'

/** Where captions stand: the element for them, and the class names that content management systems give them. */
const CAPTIONS = 'figcaption,[class*="caption" i],[itemprop~="caption"]'

/** Words naming parts of a page whose pictures belong to other articles. */
const ELSEWHERE = new Set(
  'related recommended teaser promo sidebar recirc trending popular newsletter card menu'.split(' '),
)
const ELSEWHERE_ELEMENTS = new Set(['NAV', 'ASIDE', 'FOOTER', 'FORM', 'A', 'BUTTON'])

/** Shorter is a label ("Photo"), longer is a text that a class name misnames. In UTF-16 code units. */
const SHORTEST = 12
const LONGEST = 1000

function isElsewhere(caption: PageElement): boolean {
  for (let element: PageElement | null = caption; element; element = element.parentNode) {
    if (ELSEWHERE_ELEMENTS.has(element.tagName)) return true
    if (element.tagName === 'BODY') return false
    if (namesOf(element).some((name) => ELSEWHERE.has(name))) return true
  }
  return false
}

/** Captions in the page's order, each once; one that only repeats part of another is left out. */
export function captionsOf(document: PageDocument): string[] {
  const captions: string[] = []
  for (const element of document.body.querySelectorAll(CAPTIONS)) {
    // The innermost element is the caption; those around it hold the picture too.
    if (element.querySelector(CAPTIONS) || isElsewhere(element)) continue
    const text = fold(element.textContent)
    if (text.length < SHORTEST || text.length > LONGEST) continue
    if (captions.some((other) => other.includes(text)) || phraseOf(text)?.startsWith('line.button')) continue
    captions.push(text)
  }
  return captions
}
