import { decode } from '../charset.ts'
import { OnrecordError } from '../errors.ts'
import type { Warning } from '../reading.ts'
import type { Input } from '../sources/index.ts'
import type { Article } from './article.ts'
import { readPlaceline } from './dateline.ts'
import { isFuture, isoDate, noDate } from './dates.ts'
import { readHtml } from './html.ts'
import { bareByline } from './names.ts'
import { plainText, readText } from './text.ts'

/**
 * The article in an input: decoded, and told apart from its page unless it is `plain`.
 *
 * @throws OnrecordError the input's own error, E_EMPTY, E_NO_ARTICLE, E_HTML_DEPTH
 */
export function articleOf(
  input: Input,
  { plain = false, now = Date.now() }: { plain?: boolean; now?: number } = {},
): { article: Article; warnings: Warning[] } {
  const { article, warnings } = found(input, plain)
  const all = [...(input.warnings ?? []), ...warnings]
  const listed = article.published === undefined && input.dated !== undefined ? isoDate(input.dated) : undefined
  const told = { ...article, ...(listed && { published: listed }), ...given(input, all) }
  return { article: dated(told, input, now, all), warnings: all }
}

/** With the dateline read, and a date that lies after the fetching, or in the future, refused; a full dateline stands in for a date. */
function dated(article: Article, input: Input, now: number, warnings: Warning[]): Article {
  const { published: claimed, ...rest } = article
  const latest = Date.parse(input.retrieved ?? '') || now
  const refused = claimed !== undefined && isFuture(claimed, latest)
  if (refused) {
    const message = `${input.uri} gives "${claimed}" as its date, which is after it was read. It was passed over.`
    warnings.push({ code: 'W_DATE', message })
  }
  const dateline = readPlaceline(article.text, refused ? input.retrieved : (claimed ?? input.retrieved))
  const published = refused || claimed === undefined ? dateline?.date : claimed
  return { ...rest, ...(published && { published }), ...(dateline && { dateline }) }
}

/** What the input says of itself: it wins over what is read from the page. */
function given({ title, byline, published, outlet, uri }: Input, warnings: Warning[]): Partial<Article> {
  const date = published && isoDate(published)
  if (published && !date) warnings.push(noDate(uri, published))
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
