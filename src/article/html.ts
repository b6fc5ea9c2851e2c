/** A page -> its article: parse, find the body, read blocks, drop furniture, join paragraphs; metadata and captions beside. */
import { OnrecordError } from '../errors.ts'
import type { Warning } from '../reading.ts'
import type { Article } from './article.ts'
import { blocksOf } from './blocks.ts'
import { type Body, bodyOf } from './body.ts'
import { captionsOf } from './captions.ts'
import { noDate } from './dates.ts'
import type { PageDocument } from './dom.ts'
import { furnitureRule, measuresOf } from './furniture.ts'
import { metadataOf } from './metadata.ts'
import { bareByline } from './names.ts'
import { otherArticles } from './other-articles.ts'
import { MAX_ELEMENTS, type Page, pageOf } from './page.ts'
import { articleBlocks } from './trim.ts'

/** The paragraphs of the article in `body`, in the page's own order. */
function paragraphsOf({ root, title }: Body): string[] {
  const measures = measuresOf(root)
  const total = measures.get(root)!.text
  const others = otherArticles(root, measures)
  const blocks = blocksOf(
    root,
    (element) => others.has(element) || furnitureRule(element, measures.get(element)!, total) !== undefined,
  )
  return articleBlocks(blocks, title).map(({ text }) => text)
}

/** A line over the text that names its author: "From our own correspondent, Ada Quill". */
const isBylineOf = (byline: string | undefined, line: string): boolean =>
  byline !== undefined && line.length < byline.length + 60 && line.includes(byline) && !/[.!?]$/.test(line)

/** The body of a page that is too heavy for Readability: what the page itself marks as its article, else all of it. */
const markedBody = (document: PageDocument): Body => ({
  root: document.querySelector('[itemprop~="articleBody"],article,main,[role="main"]') ?? document.body,
})

/** Reads an article out of a page. `uri`, its address or path, helps to date it and names the place of an error. */
export function readHtml(html: string, options: { uri?: string } = {}): { article: Article; warnings: Warning[] } {
  const { uri } = options
  const page: Page = pageOf(html, uri)
  const { refused, ...metadata } = metadataOf(page, uri)
  const captions = captionsOf(page.document)
  const warnings: Warning[] = refused === undefined ? [] : [noDate(uri ?? 'The page', refused)]
  if (page.cut || page.heavy) {
    const what = page.cut
      ? `only its first ${MAX_ELEMENTS} elements were read`
      : 'it was not searched closely for the article'
    warnings.push({
      code: 'W_LARGE_PAGE',
      message: `The page is very large: ${what}. Check where the text begins and ends.`,
    })
  }
  const body = page.heavy ? markedBody(page.document) : bodyOf(page.document)
  const paragraphs = body ? paragraphsOf(body) : []
  if (paragraphs.length === 0) {
    throw new OnrecordError(
      'E_NO_ARTICLE',
      `${uri ?? 'The page'} has no article text. Check that it is an article and not a list, a picture or a page filled by scripts.`,
    )
  }
  const byline = metadata.byline ?? bareByline(body?.byline ?? '')
  const text = (isBylineOf(byline, paragraphs[0]!) ? paragraphs.slice(1) : paragraphs).join('\n\n')
  return { article: { ...metadata, ...(byline && { byline }), text, captions }, warnings }
}
