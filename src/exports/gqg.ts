/** GDELT's Global Quotation Graph: one line of JSON an article, each quotation with the text around it. It keeps no speaker. */
import type { Reading, Span } from '../reading.ts'
import { firstOf, lastOf } from './code-points.ts'
import { formatOf } from './format.ts'

/** Code points of text before and after a quotation. */
const AROUND = 100

export const gqg = formatOf({
  name: 'gqg',
  description: 'GDELT Global Quotation Graph: quotations with the text around them, one article a line of JSON',
  documented: 'https://blog.gdeltproject.org/announcing-the-global-quotation-graph/',
  file: 'quotes.gqg.json',
  about: { title: 'Quotations in the form of GDELT GQG', format: 'ndjson', mediatype: 'application/x-ndjson' },
  start: () => (reading) => {
    const quotes = quotesIn(reading)
    if (quotes.length === 0) return []
    const { source, title, published, language } = reading
    const date = Number.isNaN(Date.parse(published ?? '')) ? published : new Date(published!).toISOString()
    const lang = languageNameOf(language)
    return [`${JSON.stringify({ date: date?.replace('.000Z', 'Z'), url: source.uri, title, lang, quotes })}\n`]
  },
})

/** What stands in quotation marks whole: direct statements. Of mixed ones the contract does not say which words are quoted. */
const quotesIn = ({ text, statements }: Reading) =>
  statements
    .filter(({ form }) => form === 'direct')
    .flatMap(({ content }) => content)
    .map(({ start, end }: Span) => ({
      pre: lastOf(text.slice(0, start), AROUND),
      quote: text.slice(start, end),
      post: firstOf(text.slice(end), AROUND),
    }))

const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** GDELT writes languages as words in capitals: ENGLISH. */
const languageNameOf = (tag: string): string => (english.of(tag.split('-')[0]!) ?? tag).toUpperCase()
