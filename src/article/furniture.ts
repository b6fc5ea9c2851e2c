/** Which parts of a page are furniture: captions, bylines, links elsewhere, offers, told by their element and their names. */

import { readTable } from '../lexicon.ts'
import { isElement, isText, type PageElement } from './dom.ts'

/** How much text an element holds, in UTF-16 code units without white space around, and how much of it stands in links. */
export interface Measure {
  text: number
  links: number
}

/** Elements that are no running text by their nature (HTML standard). */
const FURNITURE_ELEMENTS = new Set('FIGCAPTION NAV ASIDE FORM BUTTON FOOTER MENU DIALOG TIME'.split(' '))

/** A part with this share of all text or more is the article itself, whatever its name says. */
const TOO_LARGE = 0.25
const ELEMENT_TOO_LARGE = 0.3

/** Elements that may box a picture with its caption; a paragraph is none, for pictures also float in running text. */
const BOXES = new Set(['DIV', 'SECTION'])
/** The words in a nameless box with a picture are a caption up to this length: two or three lines. */
const CAPTION_LENGTH = 350

/** A caption is no longer than this, credit and all: a few lines. */
const FEW_LINES = 600

/** A part named by an ambiguous word goes when it holds less text than this, a line or two… */
const LITTLE_TEXT = 120
/** …or when at least this share of its text is links. */
const MOSTLY_LINKS = 0.4

/** A row of lexicon/article/page-names.tsv, where `drop` is explained. */
interface Naming {
  id: string
  drop: string
}

let loaded: Map<string, Naming> | undefined

/** The lists by their words; two words that must follow one another are joined by a hyphen. */
function namings(): ReadonlyMap<string, Naming> {
  loaded ??= new Map(
    readTable('article/page-names.tsv', ['id', 'drop', 'words', 'what']).flatMap(({ id, drop, words }) =>
      words.split(' ').map((word): [string, Naming] => [word, { id, drop }]),
    ),
  )
  return loaded
}

const NAMING = ['class', 'id', 'data-component', 'data-type', 'data-testid', 'itemprop']

/** The words of an element's names, lower case: `entryMeta__tag-list` gives entry, meta, tag, list. */
export function namesOf(element: PageElement): string[] {
  let names = ''
  for (const attribute of NAMING) {
    const value = element.getAttribute(attribute)
    if (value) names += ` ${value}`
  }
  return names
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
}

/** The first list that has one of these words, or two that follow one another; a certain one before an ambiguous one. */
function listedAs(names: readonly string[]): Naming | undefined {
  const words = namings()
  let found: Naming | undefined
  names.forEach((name, i) => {
    const row = (i > 0 && words.get(`${names[i - 1]}-${name}`)) || words.get(name)
    if (row && (!found || found.drop === 'little')) found = row.drop === 'little' ? (found ?? row) : row
  })
  return found
}

/** Measures an element and all it holds. */
export function measuresOf(root: PageElement): Map<PageElement, Measure> {
  const measures = new Map<PageElement, Measure>()
  const measure = (element: PageElement, linked: boolean): Measure => {
    const sum: Measure = { text: 0, links: 0 }
    const inLink = linked || element.tagName === 'A'
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (isText(node)) {
        const { length } = node.textContent.trim()
        sum.text += length
        if (inLink) sum.links += length
      } else if (isElement(node)) {
        const inner = measure(node, inLink)
        sum.text += inner.text
        sum.links += inner.links
      }
    }
    measures.set(element, sum)
    return sum
  }
  measure(root, false)
  return measures
}

/** A box of a picture and a few words, without heading or list: the words are its caption, whatever the box is called. */
function isPictureBox(element: PageElement, text: number): boolean {
  if (text > CAPTION_LENGTH || text === 0 || !BOXES.has(element.tagName)) return false
  return !!element.querySelector('img') && !element.querySelector('h1,h2,h3,h4,h5,h6,ul,ol,dl,blockquote,p+p+p')
}

/** The id of the rule by which an element is furniture in a page of `total` text, if it is. */
export function furnitureRule(element: PageElement, { text, links }: Measure, total: number): string | undefined {
  const { tagName } = element
  if (tagName === 'BODY' || tagName === 'ARTICLE' || tagName === 'A') return undefined
  if (FURNITURE_ELEMENTS.has(tagName) && text < total * ELEMENT_TOO_LARGE) return `element.${tagName.toLowerCase()}`
  if (tagName === 'FIGURE' && text < total * ELEMENT_TOO_LARGE && !element.querySelector('table,pre,p+p+p'))
    return 'element.figure'
  if (text >= total * TOO_LARGE) return undefined
  if (isPictureBox(element, text)) return 'shape.picture'
  const row = listedAs(namesOf(element))
  if (!row) return undefined
  if (row.drop === 'lines' && text > FEW_LINES) return undefined
  if (row.drop === 'little' && text > LITTLE_TEXT && links < text * MOSTLY_LINKS) return undefined
  return row.id
}
