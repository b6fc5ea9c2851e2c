/** What a commitment's words say of its condition and its deadline. */
import { dayIn } from '../events/index.ts'
import type { Commitment, Span } from '../reading.ts'

const condition =
  /(?<![\p{L}’'-])(?:(?:but )?only if|if|unless|(?<!at )once(?! (?:to|a|again|more|in|every|and)(?![\p{L}]))(?!\s*$)|as long as|so long as|provided(?: that)?|on (?:the )?condition that|in (?:return|exchange) for)(?![\p{L}’'-])[^;—]*|(?<![\p{L}’'-])in (?:the event|case) of \p{L}[\p{L}-]*(?:\s+\p{L}+){0,3}?(?=[,.;]|\s+(?:the|it|we|they)\s|$)/iu
const deadline =
  /(?<![\p{L}’'-])(?:by|before|until|no later than|within)\s+(?:the\s+)?(?:(?:end|middle|start|beginning|summer|spring|autumn|fall|winter)\b(?:\s+of)?(?:\s+(?:the|this|next))?(?:\s+[\p{L}\d]+){0,2}|(?:next|this)\s+\p{L}+|(?:mid-?)?\d{4}|\p{L}+\s+(?:hours|days|weeks|months|years)|\d+\s+(?:hours|days|weeks|months|years)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:midnight|noon)(?:\s+on\s+(?:\p{L}+day|\p{L}+\s+\d{1,2}))?|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?:\s+\d{1,2})?(?:,?\s+\d{4})?)/iu

export interface Terms {
  about: Span
  condition?: Span
  deadline?: Commitment['deadline']
}

/** Parts a commitment's words into what it is about, on what condition and by when. */
export function termsOf(text: string, content: Span, published?: string): Terms {
  const words = text.slice(content.start, content.end)
  const found = condition.exec(words)
  const due = deadline.exec(words)
  const at = (match: RegExpExecArray): Span => {
    const start = content.start + match.index
    const length = match[0].replace(/[\s,.;:!?"”’']+$/, '').length
    return { start, end: start + length }
  }
  const bare = withoutOpener(text, content)
  // A condition that closes the sentence is no part of what is promised; one that opens it is passed over likewise.
  const about =
    found && content.start + found.index > bare.start
      ? trimmed(text, { start: bare.start, end: at(found).start })
      : bare
  const day = due && deadlineDay(due[0], published)
  return {
    about: about.end > about.start ? about : content,
    ...(found && { condition: at(found) }),
    ...(due && { deadline: { ...at(due), ...(day && { date: day }) } }),
  }
}

const DAY = 86_400_000
const months = 'january|february|march|april|may|june|july|august|september|october|november|december'.split('|')
const units: Record<string, number> = { hour: 0, day: 1, week: 7, month: 30, year: 365 }
const numbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
}
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
/** The last day of a month, counted from 1. */
const lastOf = (year: number, month: number) => iso(Date.UTC(year, month, 0))

/**
 * The last day on which a deadline is kept, as ISO 8601: "by Friday" that day, "by November" the month's last, "by mid-2014" the end of
 * June, "within two weeks" counted from the article's day. Nothing is told where the article has no date that it counts from.
 */
export function deadlineDay(words: string, published?: string): string | undefined {
  const lower = words.toLowerCase()
  const [, amount, unit] =
    /\bwithin\s+(?:the\s+(?:next|coming)\s+)?(\w+)\s+(hour|day|week|month|year)s?\b/.exec(lower) ?? []
  const number = amount === undefined ? undefined : (numbers[amount] ?? Number(amount))
  if (unit && number !== undefined && Number.isFinite(number) && number < 1000) {
    return published && iso(Date.parse(published.slice(0, 10)) + number * units[unit]! * DAY)
  }
  const [, middle, alone] = /\b(mid-?)?((?:19|20)\d\d)\b/.exec(lower) ?? []
  const month = months.findIndex((it) => new RegExp(`\\b${it}\\b(?!\\s+\\d{1,2}\\b)`).test(lower)) + 1
  if (month > 0) return monthEnd(month, alone, published)
  if (alone && /^\D*(?:mid-?)?\d{4}$/.test(lower.replace(/end of|the|by|before|until/g, '').trim())) {
    return middle ? `${alone}-06-30` : `${alone}-12-31`
  }
  if (/\bend of (?:the|this) year\b/.test(lower)) return published && `${published.slice(0, 4)}-12-31`
  return dayIn(words, published, true)
}

/** The end of a month of a year, or of the next such month after the article's. */
function monthEnd(month: number, year?: string, published?: string): string | undefined {
  if (year) return lastOf(Number(year), month)
  if (!published) return undefined
  const [ownYear, ownMonth] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))]
  return lastOf(month < ownMonth ? ownYear + 1 : ownYear, month)
}

/** Without the "that" or "to" that joins it to its cue. */
function withoutOpener(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const opener = /^(?:that|to|for|of)\s+/i.exec(words)
  const closer = /[\s,.;:!?"”]+$/.exec(words)
  return { start: start + (opener?.[0].length ?? 0), end: end - (closer?.[0].length ?? 0) }
}

function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).replace(/[\s,]+(?:and|but)?[\s,]*$/, '').length }
}
