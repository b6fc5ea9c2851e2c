/** A row as a citation: plain text, Markdown, and JSON-LD in the words of schema.org. */
import { dayWords, webAddress } from './words.ts'

export interface Cited {
  /** The words that are cited. */
  readonly quote: string
  readonly speaker?: string
  readonly title?: string
  readonly outlet?: string
  readonly published?: string
  readonly uri?: string
  /** Permalink to the row. */
  readonly link: string
}

const source = ({ title, outlet, published }: Cited): string =>
  [outlet, title && `“${title}”`, published && dayWords(published)].filter(Boolean).join(', ')

export const asText = (it: Cited): string =>
  `${it.speaker ? `${it.speaker}: ` : ''}“${bare(it.quote)}”. ${[source(it), webAddress(it.uri), it.link].filter(Boolean).join('. ')}`

export const asMarkdown = (it: Cited): string =>
  `> ${escaped(bare(it.quote))}\n>\n> — ${it.speaker ? `${escaped(it.speaker)}, in ` : ''}[${escaped(source(it) || 'the article')}](${webAddress(it.uri) ?? it.link}) ([on record](${it.link}))`

export const asJsonLd = (it: Cited): string =>
  JSON.stringify(
    {
      '@context': 'https://schema.org',
      '@type': 'Quotation',
      text: bare(it.quote),
      url: it.link,
      ...(it.speaker && { spokenByCharacter: { '@type': 'Thing', name: it.speaker } }),
      isPartOf: {
        '@type': 'NewsArticle',
        ...(it.title && { headline: it.title }),
        ...(it.published && { datePublished: it.published }),
        ...(it.outlet && { publisher: { '@type': 'Organization', name: it.outlet } }),
        ...(webAddress(it.uri) && { url: it.uri }),
      },
    },
    null,
    2,
  )

/** Without quotation marks around it: they are set anew. */
const bare = (quote: string): string =>
  quote
    .trim()
    .replace(/^[“"]|[”"]$/g, '')
    .replace(/,$/, '')
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&')
