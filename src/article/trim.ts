/** Drops the blocks that are no part of the article: furniture by its words, runs of links, what stands before and after. */
import type { Block } from './blocks.ts'
import { phraseOf } from './phrases.ts'

/** A paragraph of running text has at least this many UTF-16 code units and a full stop… */
const SENTENCE_LENGTH = 70
/** …or this many, whatever its punctuation. */
const PARAGRAPH_LENGTH = 140
/** A block with more links than this share is a link, not a paragraph with links. */
const LINK = 0.85
/** A block with at least this share of links is no running text. */
const LINKY = 0.5
/** Above this length even a wholly linked block is text. */
const LONGEST_LINK = 220
/** Shorter lines without a full stop before the first paragraph are labels: a column's name, a place, a kind of text. */
const LABEL_LENGTH = 40
/** A heading ends the article only after this share of all text, lest a "Comments" at the top ends it before it began. */
const END_AFTER = 0.6

const HAS_STOP = /[.!?…。！？]/
const ENDS_SENTENCE = /[.!?…:。！？]["'”’»)\]]*$/
/** A linked headline rarely ends in a full stop. */
const ENDS_STATEMENT = /[.。]['"’”»)\]]*$/
const HEADING = /^H[1-6]$/

/** Three sorts of words that follow a name in a line about the author. */
const BIOGRAPHY =
  /^(?:\p{Lu}[\p{L}.'’-]+ ){1,4}(?:is|was|has been|writes|covers|joined|spends|lives)\b.{0,200}\b(?:reporter|writer|editor|journalist|correspondent|columnist|author|contributor|curator|blogger|freelancer?|reporting|covers|native|fellow|professor)\b/u

const isHeading = (block: Block): boolean => HEADING.test(block.tag)

/** Whether a block is surely running text. */
function isSolid({ text, tag, links }: Block): boolean {
  if (HEADING.test(tag) || links >= LINKY) return false
  return (text.length >= SENTENCE_LENGTH && HAS_STOP.test(text)) || (tag !== 'LI' && text.length >= PARAGRAPH_LENGTH)
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Link-only blocks go where they stand in runs (menus, teasers); alone, a heading, a sentence or a list item may stay. */
function withoutLinkRuns(blocks: readonly Block[]): Block[] {
  const isLink = (block?: Block): boolean => !!block && block.links > LINK && block.text.length < LONGEST_LINK
  return blocks.filter((block, i) => {
    if (!isLink(block)) return true
    if (block.tag === 'P' && block.text.length >= SENTENCE_LENGTH && ENDS_STATEMENT.test(block.text)) return true
    if (isLink(blocks[i - 1]) || isLink(blocks[i + 1])) return false
    return block.tag === 'LI' || isHeading(block) || block.text.length < 60 || ENDS_SENTENCE.test(block.text)
  })
}

/** Before the first paragraph: the title again and stray labels go, a heading or sentence stays. */
function withoutLead(blocks: readonly Block[], title: string): Block[] {
  const first = blocks.findIndex(isSolid)
  if (first <= 0) return [...blocks]
  let begun = false
  const belongs = (block: Block): boolean => {
    const { text, tag, links } = block
    if (title && (same(text, title) || title.toLowerCase().startsWith(text.toLowerCase()))) return false
    if (links >= LINKY)
      return tag === 'P' && links <= LINK && text.length >= SENTENCE_LENGTH && ENDS_SENTENCE.test(text)
    if (isHeading(block)) return true
    if (tag === 'LI') return links === 0
    return ENDS_SENTENCE.test(text) || (tag === 'P' && (begun || text.length >= LABEL_LENGTH))
  }
  const lead = blocks.slice(0, first).filter((block) => {
    const kept = belongs(block)
    begun ||= kept
    return kept
  })
  return [...lead, ...blocks.slice(first)]
}

/** Everything from a heading such as "More stories" on goes, once the article is well under way. */
function withoutEnding(blocks: readonly Block[]): Block[] {
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0)
  let before = 0
  for (const [i, { text }] of blocks.entries()) {
    if (before > total * END_AFTER && phraseOf(text, 'ending')) return blocks.slice(0, i)
    before += text.length
  }
  return [...blocks]
}

/** After the last paragraph: links, labels, headings of nothing and lines about the author go. */
function withoutTail(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex(isSolid)
  const kept = [...blocks]
  if (last >= 0) {
    const tail = kept.splice(last + 1).filter(({ text, tag, links }) => {
      if (links > 0.6) return false
      return !['DIV', 'SECTION', 'ARTICLE'].includes(tag) || ENDS_SENTENCE.test(text)
    })
    kept.push(...tail)
  }
  while (kept.length > 0 && isHeading(kept[kept.length - 1]!)) kept.pop()
  while (kept.length > 3 && kept[kept.length - 1]!.text.length < 500 && BIOGRAPHY.test(kept[kept.length - 1]!.text))
    kept.pop()
  return kept
}

/** The blocks that are the article. `title`: that of the page, when known. */
export function articleBlocks(blocks: readonly Block[], title = ''): Block[] {
  const worded = withoutEnding(blocks).filter(({ text }) => !phraseOf(text))
  return withoutTail(withoutLead(withoutLinkRuns(worded), title))
}
