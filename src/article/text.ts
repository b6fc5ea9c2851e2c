/**
 * Plain text as it comes off the web: the article is told apart from what stood around it on the page. Nothing inside a
 * paragraph is changed but white space; what is left out is a whole block (see lexicon/articl./text-furniture.tsv) or a caption.
 */

import type { Article } from './article.ts'
import { readDateline } from './dateline.ts'
import { type Block, blocksOf } from './text-blocks.ts'
import { isEnding, isFurniture } from './text-furniture.ts'

/** A title is shorter than this; the longest headlines of news agencies stay under it. */
const MAX_TITLE = 200
/** Bylines and date lines stand in the first few blocks or nowhere. */
const HEAD_BLOCKS = 6
/** A longer line above the title is no navigation. */
const MAX_NAVIGATION = 80
/** A longer block is a paragraph even when it ends in a credit. */
const MAX_CAPTION = 300

/** Title, byline, date, captions and body paragraphs of a text with the page's furniture still on it. */
export function readText(raw: string): Article {
  const blocks = blocksOf(raw)
  const head = readHead(blocks.slice(0, HEAD_BLOCKS))
  const rest = blocks.slice(head.used)
  const captions = new Set(rest.filter(isCaption).map((block) => block.text))
  const body = withoutEdges(
    rest.map((block) => block.text).filter((text) => !captions.has(text) && !isFurniture(text, 'any')),
  )
  const { used, ...metadata } = head
  return { ...metadata, language: 'und', text: body.join('\n\n'), captions: [...captions] }
}

/** Input that is finished body text already: not a character is changed. */
export const plainText = (text: string): Article => ({ language: 'und', text, captions: [] })

type Head = Pick<Article, 'title' | 'byline' | 'published'> & { used: number }

/** The lines above the body: furniture, a title, byline and date in one line or in several. */
function readHead(blocks: readonly { text: string }[]): Head {
  const head: Head = { used: 0 }
  for (const [i, { text }] of blocks.entries()) {
    const line = readDateline(text)
    if (line) {
      head.byline ??= line.byline
      head.published ??= line.published
    } else if (isFurniture(text, text.length < MAX_NAVIGATION ? 'edge' : 'any')) {
      // Navigation above the title.
    } else if (head.title === undefined && isTitle(text, blocks.slice(i + 1))) {
      head.title = text
    } else {
      break
    }
    head.used = i + 1
  }
  return head
}

/** A headline is short, ends in no full stop, and has something below it: a line of byline or date, or a longer block. */
function isTitle(text: string, below: readonly { text: string }[]): boolean {
  if (text.length > MAX_TITLE || /[.;:,]["”’]?$/.test(text) || below.length === 0) return false
  const next = below.find((block) => readDateline(block.text) || !isFurniture(block.text, 'edge'))
  return next !== undefined && (readDateline(next.text) !== undefined || next.text.length > text.length)
}

const agency =
  '(?:Reuters|AP|AFP|EPA|Getty|TASS|Xinhua|DPA|UPI|ANSA|EFE|SANA|Anadolu|Bloomberg|Handout|Pool|File|Wikimedia|Alamy|Shutterstock|Flickr)'
const credits = [
  new RegExp(String.raw`\s[/|–—-]\s?${agency}[\w\s/.'’-]{0,60}$`, 'i'), // "… in Moscow. /Reuters"
  new RegExp(String.raw`[\[(](?:photo|image|picture|credit|file|courtesy|${agency})\b[^\])]{0,100}[\])]\.?$`, 'i'), // "(AP Photo/Name)"
  /(?:^|[\s.|])(?:photo(?:graph)?|image|picture|credit|pic)(?:s?\s*:|\s+(?:by|courtesy(?: of)?|credit:?))\s?[^.]{2,60}\.?$/i, // "Photo: Meridian"
  /\s©\s?[^.]{2,60}\.?$/, // "… at the podium © AFP"
]

/** A line with a picture credit, or one that the page gives twice in a row. */
const isCaption = ({ text, repeated }: Block): boolean =>
  text.length <= MAX_CAPTION &&
  (credits.some((credit) => credit.test(text)) || (repeated && !isFurniture(text, 'edge')))

/** A line ends the article only after this share of its text, lest a "Comments" above it ends it before it began. */
const END_AFTER = 0.6

/** Without what stands below an ending, and without furniture that is trusted only around the body. */
function withoutEdges(paragraphs: string[]): string[] {
  const total = paragraphs.reduce((sum, { length }) => sum + length, 0)
  let read = 0
  const end = paragraphs.findIndex((text) => {
    read += text.length
    return read > total * END_AFTER && isEnding(text)
  })
  const body = end < 0 ? paragraphs : paragraphs.slice(0, end)
  const inside = (text: string) => !isFurniture(text, 'edge') && !readDateline(text)
  const first = body.findIndex(inside)
  // A text of nothing else is what was given to be read.
  return first < 0 ? body : body.slice(first, body.findLastIndex(inside) + 1)
}
