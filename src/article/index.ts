/**
 * The article room: a page as it came off the web, in; title, byline, date, outlet, captions and body paragraphs, out.
 * `readHtml` for pages, `readText` for plain text with the web's furniture still on it. The text it gives is final.
 */
export type { Article } from './article.ts'
export { articleOf } from './article-of.ts'
export { placelineEnd } from './dateline.ts'
export { readHtml } from './html.ts'
export { readText } from './text.ts'
