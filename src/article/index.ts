/**
 * The article room: a page as it came off the web, in; title, byline, date, outlet, captions and body paragraphs, out.
 * `readHtml` for pages, `readText` for plain text with the web's furniture still on it. The text it gives is final.
 */

/** One article taken out of its page. */
export interface Article {
  title?: string
  byline?: string
  /** ISO 8601 day or instant. */
  published?: string
  outlet?: string
  /** BCP 47, "und" when it cannot be told. */
  language: string
  /** Body paragraphs with a blank line between; no span of any later step leaves it. */
  text: string
  captions: string[]
}
