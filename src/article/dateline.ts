/** The line under a headline: "by Ada Quill, July 14, 2016", or its parts on lines of their own. */
import { strict } from 'chrono-node/en'

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
