/**
 * Two things are called so: the line under a headline, "by Ada Quill, July 14, 2016", or its parts on lines of their own; and the place and
 * day that a report begins with, "PORT AMBER, Sept. 11 (Meridian) —".
 */
import { strict } from 'chrono-node/en'
import type { Span } from '../reading.ts'

export interface Dateline {
  byline?: string
  /** ISO 8601 day. */
  published?: string
}

/** A longer line is prose. */
const MAX_DATELINE = 160
/** The web has no news pages from before; an earlier year is what the article is about. */
const FIRST_YEAR = 1990

const name = String.raw`[\p{Lu}][\p{L}\p{M}.'’-]*`
const joiner = String.raw`(?:,?\s+(?:and|&|of|de|da|van|von|der|al|el|bin|for|in|the|at)\s+|,\s+|\s+)`
const bylineOnly = new RegExp(`^(?:${name}${joiner}){0,9}(?:${name})$`, 'u')

/** Byline and date when the line holds these and nothing else; undefined for any other line. */
export function readDateline(text: string): Dateline | undefined {
  if (text.length > MAX_DATELINE) return undefined
  const by = /^(?:(?:written|story|report|posted|published) )?by:?\s+/i.exec(text)
  const rest = by ? text.slice(by[0].length) : text
  const date = dateIn(rest)
  const around = (date ? rest.slice(0, date.start) : rest).replace(/[\s,|·•–—:(-]+$|[\s]+(?:on|at)\s*$/, '').trim()
  const after = date ? rest.slice(date.end) : ''
  if (date && !isClockTail(after)) return undefined
  if (by) return bylineOnly.test(around) ? { byline: around, ...(date && { published: date.iso }) } : undefined
  if (!date) return undefined
  if (around === '' || /^(?:published|posted|updated|last updated|date|first published)(?: on| at)?:?$/i.test(around)) {
    return { published: date.iso }
  }
  // "Ada Quill | July 14, 2016": a name before a date needs a divider, else it is a headline that ends in one.
  const divided = /[|·•–—]\s*$/.test(rest.slice(0, date.start))
  return divided && bylineOnly.test(around) ? { byline: around, published: date.iso } : undefined
}

/** What may follow a day: a time, a zone, "updated …". */
const isClockTail = (text: string): boolean =>
  /^[\s,|·•–—()-]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?\s*(?:[ap]\.?m\.?)?\s*\(?(?:[A-Z]{2,4}(?:[+-]\d+)?)?\)?[\s,|·•–—()-]*(?:(?:last )?updated.*)?$/i.test(
    text,
  )

/** The first full date of a line, with its year. */
export function dateIn(text: string): { start: number; end: number; iso: string } | undefined {
  for (const found of strict.parse(text, new Date(0))) {
    const { start } = found
    if (!start.isCertain('year') || !start.isCertain('month') || !start.isCertain('day')) continue
    const year = start.get('year')!
    if (year < FIRST_YEAR) continue
    const two = (n: number | null) => String(n).padStart(2, '0')
    const iso = `${year}-${two(start.get('month'))}-${two(start.get('day'))}`
    return { start: found.index, end: found.index + found.text.length, iso }
  }
  return undefined
}

/** The place and day at the head of a report. */
export interface Placeline {
  /** Span of the place in the text, with its region: "PORT AMBER, Ruritania". */
  place: Span
  /** ISO 8601 day, where it names one whose year is known. */
  date?: string
}

/** A longer beginning is a sentence that has a dash in it. */
const MAX_PLACELINE = 100
const capitals = String.raw`\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[ /-]\p{Lu}[\p{Lu}\p{M}.'’-]*)*`
const title = String.raw`\p{Lu}[\p{L}\p{M}.'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]+){0,3}`
const month = String.raw`(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`
const dayWords = String.raw`(?:${month} \d{1,2}|\d{1,2} ${month})(?:,? \d{4})?`
const agency = String.raw`\(\p{Lu}[^()\n]{1,40}\)`
/** In capitals, a dash suffices; otherwise an agency in brackets has to say that it is one. */
const placelines = [
  new RegExp(`^(${capitals}(?:, ${title})?)(?:, (${dayWords}))?(?:,? ${agency})?\\s?(?:—|–|--| - )`, 'u'),
  new RegExp(`^(${title}(?:, ${title})?)(?:, (${dayWords}))?,? ${agency}\\s?(?:—|–|--|- )`, 'u'),
]

const placelineOf = (text: string): RegExpExecArray | undefined => {
  const head = text.slice(0, MAX_PLACELINE)
  return placelines.map((it) => it.exec(head)).find((it) => it !== null)
}

/** Where the place and day that a text begins with end, one past the dash; 0 where it begins with none. */
export const placelineEnd = (text: string): number => placelineOf(text)?.[0].length ?? 0

/**
 * The place and day that a text begins with; undefined where it does not.
 *
 * @param published day or instant from which the year of "Sept. 11" is known: the last such day that is not after it
 */
export function readPlaceline(text: string, published?: string): Placeline | undefined {
  const found = placelineOf(text)
  if (!found) return undefined
  const [, place, words] = found
  const date = words && dayOfWords(words, published)
  return { place: { start: 0, end: place!.length }, ...(date && { date }) }
}

function dayOfWords(words: string, published: string | undefined): string | undefined {
  const whole = dateIn(words)?.iso
  if (whole || !published) return whole
  const today = published.slice(0, 10)
  const year = Number(today.slice(0, 4))
  return [year, year - 1].map((it) => dateIn(`${words}, ${it}`)?.iso).find((day) => day !== undefined && day <= today)
}
