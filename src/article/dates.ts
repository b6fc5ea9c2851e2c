/** Dates as pages write them -> ISO 8601: a day, or an instant where the page gives one. */
import { readTable } from '../lexicon.ts'
import type { Warning } from '../reading.ts'

/** The web has no news pages from before; an earlier year is what the article is about. */
const FIRST_YEAR = 1990
/** A later year is a typing error. A constant, not the clock: the same page gives the same answer every time. */
const LAST_YEAR = 2100

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/
/** "2019/11/20", "2019.11.20 10:15". */
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/
/** Days first, as most of the world writes; months first only where the day cannot be a month. */
const DAY_FIRST = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/

/** A value is no longer than this, in UTF-16 code units; a longer one is a text. */
const LONGEST_VALUE = 200

const two = (text: string | number): string => String(text).padStart(2, '0')

/** An ISO day when there is one in the calendar, within the years of the web. */
function day(year: number, month: number, date: number): string | undefined {
  if (year < FIRST_YEAR || year >= LAST_YEAR || month < 1 || month > 12 || date < 1) return undefined
  return date <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? `${year}-${two(month)}-${two(date)}` : undefined
}

function zone(text: string | undefined): string {
  if (!text) return ''
  if (/^(?:Z|UTC|GMT)$/i.test(text)) return 'Z'
  const digits = text.slice(1).replace(':', '').padEnd(4, '0')
  return `${text[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}

/** The date a value gives, such as of a meta element or a `datetime` attribute: ISO 8601 day, or instant with its zone. */
export function isoDate(value: string): string | undefined {
  const text = value.trim()
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso) {
    const [, year, month, date, hour, minute, second = '00', offset] = iso
    const found = day(Number(year), Number(month), Number(date))
    // A time without its zone is no instant; the day stands.
    if (!found || !hour || !offset || Number(hour) > 23 || Number(minute) > 59) return found
    return `${found}T${two(hour)}:${minute}:${second}${zone(offset)}`
  }
  const numbers = YEAR_FIRST.exec(text)?.slice(1).map(Number)
  if (numbers) return day(numbers[0]!, numbers[1]!, numbers[2]!)
  const local = DAY_FIRST.exec(text)?.slice(1).map(Number)
  if (local) {
    const [a, b, year] = local as [number, number, number]
    return b > 12 ? day(year, a, b) : day(year, b, a)
  }
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const instant = new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString()
    return isoDate(instant)
  }
  const line = text.slice(0, LONGEST_VALUE)
  const found = dayIn(line)
  return found && `${found.day}${timeAfter(line.slice(found.at + found.length))}`
}

/** Abbreviations of zones that mean one thing in news, as they stand in clocks; CST and IST, which mean several, are not among them. */
const ZONES: Record<string, string> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  JST: '+09:00',
}

/** "Thursday 10:20 AM GMT", " 08:30:00 +0000", ", 8.30 p.m. EDT": what may stand after a day. */
const TIME_AFTER =
  /^,?(?: \p{Lu}\p{Ll}+)?,?(?: (?:at|-|–))? (\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?: ?([ap])\.?m\.?)?(?: ([+-]\d{2}:?\d{2}|[A-Z]{1,4})(?![\p{L}\d]))/iu

/** The time after a day as ISO 8601, with its zone; empty without one: a time without its zone is no instant. */
function timeAfter(text: string): string {
  const [, hour, minute, second = '00', half, offset] = TIME_AFTER.exec(text.replace(/\s+/g, ' ')) ?? []
  if (!hour || !offset) return ''
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  const at = /^[+-]/.test(offset) ? zone(offset) : ZONES[offset.toUpperCase()]
  return at && hours < 24 && Number(minute) < 60 ? `T${two(hours)}:${minute}:${second}${at}` : ''
}

/** What is said of a date that is refused, such as 0001-01-01, which programs write for none. */
export const noDate = (place: string, value: string): Warning => ({
  code: 'W_DATE',
  message: `${place} gives "${value}" as its date, which is none of a news article. It was passed over.`,
})

/** A page's clock may be ahead of ours, and its day of ours. */
const AHEAD_MS = 36 * 60 * 60 * 1000

/** Whether a date lies after the time an article was fetched or is read. */
export const isFuture = (published: string, now: number): boolean => Date.parse(published) > now + AHEAD_MS

let months: Map<string, number> | undefined

/** The number of a month by its name in any language of lexicon/article/months.tsv, or by the start of an English one. */
function monthOf(name: string): number | undefined {
  months ??= new Map(
    readTable('article/months.tsv', ['month', 'names']).flatMap((row) =>
      row.names.split(' ').map((word): [string, number] => [word, Number(row.month)]),
    ),
  )
  return months.get(name.toLowerCase())
}

/** "20 November 2019", "20. Okt. 2019", "20 de novembro de 2019", "Monday 20th November, 2019". */
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)/gu
/** "November 20, 2019", "Nov. 20th 2019". */
const MONTH_DAY = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/gu
/** "2019-11-20", "2019.11.20", "2019年11月20日", "2019년 11월 20일". */
const YEAR_MONTH_DAY = /(?<!\d)(\d{4})(?:[/.-]|年|년)\s?(\d{1,2})(?:[/.-]|月|월)\s?(\d{1,2})(?:日|일)?(?!\d)/gu

/** The first day that a line of text names in full, where it stands and how many UTF-16 code units the words for it take. */
export function dayIn(text: string): { day: string; at: number; length: number } | undefined {
  const readings: [RegExp, (parts: string[]) => string | undefined][] = [
    [DAY_MONTH, ([, d, m, y]) => day(Number(y), monthOf(m!) ?? 0, Number(d))],
    [MONTH_DAY, ([, m, d, y]) => day(Number(y), monthOf(m!) ?? 0, Number(d))],
    [YEAR_MONTH_DAY, ([, y, m, d]) => day(Number(y), Number(m), Number(d))],
  ]
  for (const [pattern, read] of readings) {
    for (const match of text.matchAll(pattern)) {
      const found = read(match)
      if (found) return { day: found, at: match.index, length: match[0].length }
    }
  }
  return undefined
}

/** The day that an address holds: `/2019/11/20/`, `/2019-11-20-`, `/20191120`. */
export function dateOfAddress(uri: string): string | undefined {
  const found =
    /[/_-](\d{4})([/_-])(\d{1,2})\2(\d{1,2})(?=[/_.?#-]|$)/.exec(uri) ??
    /[/_-](\d{4})()(\d{2})(\d{2})(?=\d{0,8}(?:[/_.?#-]|$))/.exec(uri)
  return found ? day(Number(found[1]), Number(found[3]), Number(found[4])) : undefined
}

const DAY = 24 * 60 * 60 * 1000

/**
 * The day an article came out where it came out. A day or instant in UTC may be of the day before or after; the first of
 * `days`, as the page shows them, that is so near tells. What agrees stays as it is.
 */
export function localDay(published: string, days: readonly string[]): string {
  const utc = Date.parse(published.slice(0, 10))
  const shown = days.find((day) => Math.abs(Date.parse(day) - utc) <= DAY)
  return !shown || shown === published.slice(0, 10) ? published : shown
}
