/** GDELT's Global Quotation Graph: one line of JSON an article, each quotation with the text around it. It keeps no speaker. */
import type { Reading, Span } from '../reading.ts'
import { quotationsOf } from '../statements/index.ts'
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

/** Direct statements, and the words in quotation marks of mixed ones, with the text around each. */
function quotesIn({ text, statements }: Reading) {
  const mixed = statements.filter(({ form }) => form === 'mixed').flatMap(({ content }) => content)
  const quoted = mixed.length > 0 ? quotationsOf(text).flatMap(({ fragments }) => fragments) : []
  const inMixed = quoted.filter((it) => mixed.some(({ start, end }) => start <= it.start && it.end <= end))
  const direct = statements.filter(({ form }) => form === 'direct').flatMap(({ content }) => content)
  return [...direct, ...inMixed.map((it) => withoutMarks(text, it))]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({
      pre: lastOf(text.slice(0, start), AROUND),
      quote: text.slice(start, end),
      post: firstOf(text.slice(end), AROUND),
    }))
}

/** A quotation without the marks at its ends. */
function withoutMarks(text: string, { start, end }: Span): Span {
  const [opening] = /^[“«"`'‘]*/.exec(text.slice(start, end))!
  const [closing] = /[”“»"'’]*$/.exec(text.slice(start + opening.length, end))!
  return { start: start + opening.length, end: end - closing.length }
}

const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** GDELT writes languages as words in capitals: ENGLISH. */
const languageNameOf = (tag: string): string => (english.of(tag.split('-')[0]!) ?? tag).toUpperCase()
