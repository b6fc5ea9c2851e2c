import { decode } from '../charset.ts'
import { OnrecordError } from '../errors.ts'
import type { Warning } from '../reading.ts'
import type { Input } from '../sources/index.ts'
import type { Article } from './article.ts'
import { isoDate } from './dates.ts'
import { readHtml } from './html.ts'
import { bareByline } from './names.ts'
import { plainText, readText } from './text.ts'

/**
 * The article in an input: decoded, and told apart from its page unless it is `plain`.
 *
 * @throws OnrecordError the input's own error, E_EMPTY, E_NO_ARTICLE, E_HTML_DEPTH
 */
export function articleOf(input: Input, { plain = false } = {}): { article: Article; warnings: Warning[] } {
  const { article, warnings } = found(input, plain)
  const listed = article.published === undefined && input.dated !== undefined ? isoDate(input.dated) : undefined
  return {
    article: { ...article, ...(listed && { published: listed }), ...given(input, warnings) },
    warnings: [...(input.warnings ?? []), ...warnings],
  }
}

/** What the input says of itself: it wins over what is read from the page. */
function given({ title, byline, published, outlet, uri }: Input, warnings: Warning[]): Partial<Article> {
  const date = published && isoDate(published)
  if (published && !date) {
    const message = `${uri} gives "${published}" as its date, which is none. Write it as 2016-07-14.`
    warnings.push({ code: 'W_DATE', message })
  }
  const author = byline && (bareByline(byline) ?? byline)
  return {
    ...(title && { title }),
    ...(author && { byline: author }),
    ...(date && { published: date }),
    ...(outlet && { outlet }),
  }
}

function found(input: Input, plain: boolean): { article: Article; warnings: Warning[] } {
  if (input.error) throw input.error
  const { kind, data } = input.body!
  const { contentType } = input
  const { text, warnings } =
    typeof data === 'string' ? { text: data, warnings: [] } : decode(data, { contentType, html: kind === 'html' })
  if (text.trim() === '') throw new OnrecordError('E_EMPTY', `${input.uri} is empty. Give it some text.`)
  if (plain || input.finished) return { article: plainText(text), warnings }
  if (kind === 'html') {
    const page = readHtml(text, { uri: input.url ?? input.uri })
    return { article: page.article, warnings: [...warnings, ...page.warnings] }
  }
  const article = readText(text)
  if (article.text === '') {
    throw new OnrecordError('E_NO_ARTICLE', `${input.uri} has no paragraphs, only furniture of a page. Try --plain.`)
  }
  return { article, warnings }
}
