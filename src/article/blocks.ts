/** Reads an element as blocks of text, in the page's own order. */
import { fold, isElement, isInline, isText, type PageElement, type PageNode } from './dom.ts'

/** A paragraph, heading, list item or cell. */
export interface Block {
  /** White space folded. */
  text: string
  /** Name of the innermost block element around it, upper case. */
  tag: string
  /** Share of its text that stands in links, 0 to 1. */
  links: number
}

/** A line that ends so ends a sentence: the line break after it is meant as a paragraph. */
const ENDS_SENTENCE = /[.!?…:;。！？][\s"'’”»)\]]*$/

/** A full stop and the marks that may close after it stand in this many last characters. */
const MARKS = 8

/** Elements whose text is for machines or for pressing. */
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD SVG BUTTON SELECT TEXTAREA IFRAME OBJECT FORM INPUT'.split(' '),
)

/** Parts of a block, split at its line breaks where these are meant as paragraphs. */
function splitAtBreaks(text: string): string[] {
  const parts: string[] = []
  let part = ''
  let ended = false
  for (const [i, line] of text.split('\n').entries()) {
    const folded = fold(line)
    if (i > 0 && part && (!folded || ended)) {
      parts.push(part)
      part = ''
    }
    if (!folded) continue
    part = part ? `${part} ${folded}` : folded
    ended = ENDS_SENTENCE.test(folded.slice(-MARKS))
  }
  if (part) parts.push(part)
  return parts
}

/** The blocks of `root`, but for the elements that `skip` names. Two `<br>` divide, one divides after a sentence. */
export function blocksOf(root: PageElement, skip: (element: PageElement) => boolean): Block[] {
  const blocks: Block[] = []
  let text = ''
  let links = 0
  let breaks = 0
  const flush = (tag: string): void => {
    const parts = breaks ? splitAtBreaks(text) : [fold(text)].filter(Boolean)
    const length = parts.reduce((sum, part) => sum + part.length, 0)
    for (const part of parts) blocks.push({ text: part, tag, links: Math.min(1, links / length) })
    text = ''
    links = breaks = 0
  }
  const walk = (parent: PageElement, tag: string, linked: boolean): void => {
    for (let node: PageNode | null = parent.firstChild; node; node = node.nextSibling) {
      if (isText(node)) {
        const piece = node.textContent.replace(/\s+/g, ' ')
        text += piece
        if (linked) links += piece.trim().length
      } else if (isElement(node)) {
        const name = node.tagName
        if (name === 'BR') {
          text += '\n'
          breaks++
          continue
        }
        const block = !isInline(name)
        if (block) flush(tag)
        if (!SILENT.has(name) && !skip(node)) walk(node, block ? name : tag, linked || name === 'A')
        if (block) flush(name)
      }
    }
  }
  walk(root, root.tagName, false)
  flush(root.tagName)
  return blocks
}
