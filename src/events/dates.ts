/** Which day: of a deed, from the words of its clause; of an article's "today", from its dateline or its date. */
import type { ParsedResult } from 'chrono-node'
import { casual, strict } from 'chrono-node/en'
import { type Scene, spanOf } from '../statements/index.ts'
import { clauseOf } from './tree.ts'

/** Only a sentence with one of these words can name a day. */
const timeWords =
  /^(?:yesterday|today|tomorrow|tonight|ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)$/

/**
 * The ISO day that the clause of a deed names, weekdays and the like counted from the article's day; undefined when it names none.
 *
 * @param deed the verb or noun that tells it
 * @param ahead whether the deed is to come: "Friday" is then the next one, else the last
 */
export function dayOf(scene: Scene, deed: number, today?: string, ahead = false): string | undefined {
  const { text, tokens, lower } = scene
  const first = lower.findIndex((word) => timeWords.test(word))
  if (first < 0) return undefined
  const last = lower.findLastIndex((word) => timeWords.test(word))
  const clause = clauseOf(scene, deed)
  const { start: from, end } = spanOf(scene, Math.max(0, first - NEAR), Math.min(tokens.length, last + NEAR + 1))
  for (const found of parsed(text.slice(from, end), today, ahead)) {
    const start = from + found.index
    const at = tokens.findIndex((token) => token.end > start)
    const day = isoIn(found, today, !ahead)
    if (day && at >= 0 && clauseOf(scene, at) === clause) return day
  }
  return undefined
}

/** A day's words stand within this many tokens of its time word; looking for them takes time by the length of the text. */
const NEAR = 8

/**
 * The first full day in some words: its year and month may come from the article's date. `ahead` counts "Friday" forward,
 * for deeds to come and deadlines; else it is the nearest one.
 */
export function dayIn(words: string, published?: string, ahead = false): string | undefined {
  for (const found of parsed(words, published, ahead)) {
    const day = isoIn(found, published)
    if (day) return day
  }
  return undefined
}

/** Noon UTC, so that no time zone moves the day. */
const noon = (day: string) => new Date(`${day.slice(0, 10)}T12:00:00Z`)

/** Days are told by year where no day is known to count from: chrono would count "yesterday" from its reference, which is then 1970. */
const dated = /\d{4}/

const parsed = (words: string, today: string | undefined, ahead: boolean): ParsedResult[] =>
  today || dated.test(words)
    ? casual.parse(words, { instant: today ? noon(today) : new Date(0), timezone: 'UTC' }, { forwardDate: ahead })
    : []

/** The day of a result that names one, with `past` never after today: "on Friday" in a report of Thursday was last week. */
function isoIn({ start, text }: ParsedResult, today?: string, past = false): string | undefined {
  const named = start.isCertain('day') || start.isCertain('weekday')
  if (!named || !(today || (start.isCertain('year') && dated.test(text)))) return undefined
  const day = isoOf(start.get('year')!, start.get('month')!, start.get('day')!)
  const early = past && today && day > today && start.isCertain('weekday') && !start.isCertain('day')
  return early ? new Date(noon(day).getTime() - WEEK).toISOString().slice(0, 10) : day
}

const WEEK = 7 * 24 * 60 * 60 * 1000

const isoOf = (year: number, month: number, day: number) =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

/** A dateline stands before a dash at the head of the text: "VIENNA, July 13 (Agency) —". */
const dateline = /^\p{Lu}{3}[^—–\n]{0,80}?(?:\s[—–-]{1,2}\s)/u

/** The day a report counts "yesterday" from: that of its dateline, which may be older than its publication, else that of publication. */
export function dayOfReport(text: string, published?: string): string | undefined {
  const [line] = dateline.exec(text) ?? []
  const [found] = line
    ? strict.parse(line, { instant: published ? noon(published) : new Date(0), timezone: 'UTC' })
    : []
  return (found && isoIn(found, published)) ?? published?.slice(0, 10)
}
