/** Where a word or number ends: which dots, commas, hyphens and apostrophes stand within it, and whether a stop is its own. */

import { readTable } from '../lexicon.ts'
import { abbreviationClass, isStarter, LONGEST_ABBREVIATION } from './abbreviations.ts'
import { DIGIT, isBlank, isLetter, isWordKind, kindAt, kindOf, LOWER, UPPER, widthAt } from './characters.ts'
import { APOSTROPHES, CLITIC, matchEnd } from './scan.ts'

const prefixes = new Set(readTable('language/prefixes.tsv', ['id', 'prefix']).map((row) => row.prefix!))
const LONGEST_PREFIX = Math.max(...[...prefixes].map((prefix) => prefix.length))
const HYPHENS = '-‐‑–'
const ORDINAL = /(?:st|nd|rd|th|s)(?![\p{L}\p{N}])/iuy
const UNIT =
  /(?:am|pm|a\.m\.|p\.m\.|m|k|b|bn|mn|mm|cm|km|kg|g|mg|ml|ft|in|lb|lbs|mph|kph|kmh|hrs?|mins?|secs?|tn|x|MW|GW|kW|GB|MB|TB|Hz|MHz|GHz)(?![\p{L}\p{N}])/iuy
/** A syllable of romanised Korean or Chinese: onset, vowels, coda. */
const SYLLABLE = '(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng|[klmptnhrw])?'
/** Given names of two syllables stay whole: "Jong-un", "Ing-wen". */
const GIVEN_NAME = new RegExp(`${SYLLABLE}-${SYLLABLE}(?![\\p{L}\\p{N}-])`, 'iuy')

const isAmong = (code: number, characters: string): boolean => characters.includes(String.fromCharCode(code))

/** End of the word or number that begins at `at`, with its inner dots, commas, hyphens and apostrophes. */
export function wordEnd(text: string, start: number, limit: number): number {
  let at = start
  /** Where the present part (between connectors) began, and whether it holds a digit. */
  let part = start
  while (at < limit) {
    const kind = kindAt(text, at)
    if (isWordKind(kind)) {
      const width = widthAt(text, at)
      const before = at > part ? kindOf(text.charCodeAt(at - 1)) : 0
      if (before === DIGIT && isLetter(kind) && splitsUnit(text, part, at)) return at
      at += width
      continue
    }
    if (at + 1 >= limit) break
    const next = kindAt(text, at + 1)
    if (!isWordKind(next)) break
    const code = text.charCodeAt(at)
    const before = kindOf(text.charCodeAt(at - 1))
    if (!joins(text, start, part, at, code, before, next, limit)) {
      // "don't": the break comes before the n.
      if (isAmong(code, APOSTROPHES) && isNegation(text, part, at, limit)) return at - 1
      break
    }
    at++
    part = at
  }
  return withOwnStop(text, start, at, limit)
}

/** "5pm", "10km", "3m": the number and its unit are two tokens; "20th", "1990s", "3D" one. */
function splitsUnit(text: string, part: number, at: number): boolean {
  for (let i = Math.max(part, at - 12); i < at; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind !== DIGIT) return false
  }
  return matchEnd(ORDINAL, text, at) < 0 && matchEnd(UNIT, text, at) > 0
}

function isNegation(text: string, part: number, at: number, limit: number): boolean {
  const n = text.charCodeAt(at - 1) | 32
  const t = text.charCodeAt(at + 1) | 32
  return n === 110 && t === 116 && at - part > 1 && (at + 2 >= limit || !isWordKind(kindOf(text.charCodeAt(at + 2))))
}

/** Whether the mark `code` at `at`, between two letters or digits, stands within one token. */
function joins(
  text: string,
  start: number,
  part: number,
  at: number,
  code: number,
  before: number,
  next: number,
  limit: number,
): boolean {
  if (code === 46) {
    if (before === DIGIT || next === DIGIT) return before === DIGIT && next === DIGIT
    // U.S., e.g., Ph.D.: parts of one or two letters, and a stop to come or a known form.
    return at - part <= 2 && isDotted(text, start, at, limit)
  }
  if (code === 44) return before === DIGIT && next === DIGIT && threeDigits(text, at + 1)
  if (code === 58) return before === DIGIT && next === DIGIT
  // 9/11, s/he, w/o
  if (code === 47)
    return before === DIGIT ? next === DIGIT : at - start === 1 && next === LOWER && isShort(text, at + 1, limit)
  if (code === 95) return true
  if (code === 38) return at - part <= 3 && before === UPPER && next === UPPER
  if (isAmong(code, HYPHENS)) return at - part <= Math.max(LONGEST_PREFIX, 6) && hyphenJoins(text, start, part, at)
  if (isAmong(code, APOSTROPHES)) return apostropheJoins(text, part, at, before, limit)
  // "f**k"
  return code === 42 && before === LOWER && next === LOWER
}

function threeDigits(text: string, at: number): boolean {
  for (let i = at; i < at + 3; i++) if (kindAt(text, i) !== DIGIT) return false
  return kindAt(text, at + 3) !== DIGIT
}

const isShort = (text: string, at: number, limit: number): boolean =>
  at + 2 >= limit || !isWordKind(kindOf(text.charCodeAt(at + 1))) || !isWordKind(kindOf(text.charCodeAt(at + 2)))

function isDotted(text: string, start: number, at: number, limit: number): boolean {
  if (at - start > LONGEST_ABBREVIATION) return false
  let end = at + 1
  while (end < limit && end - start <= LONGEST_ABBREVIATION) {
    const code = text.charCodeAt(end)
    if (code !== 46 && !isLetter(kindOf(code))) break
    end++
  }
  const form = text.slice(start, end)
  if (form.endsWith('.'))
    return abbreviationClass(form) !== undefined || abbreviationClass(form.slice(0, -1)) !== undefined
  return abbreviationClass(`${form}.`) === 'end' && form.length <= 6
}

function hyphenJoins(text: string, start: number, part: number, at: number): boolean {
  if (prefixes.has(text.slice(part, at).toLowerCase())) return true
  if (kindOf(text.charCodeAt(start)) !== UPPER || kindAt(text, at + 1) !== LOWER) return false
  const end = matchEnd(GIVEN_NAME, text, start)
  // A given name follows a family name: "Kim Jong-un".
  return end > at && start > 1 && text.charCodeAt(start - 1) === 32 && followsCapital(text, start - 2)
}

/** Whether the word that ends at `last` begins with a capital and goes on small: a family name. */
function followsCapital(text: string, last: number): boolean {
  let at = last
  while (at >= 0 && last - at < 8 && isLetter(kindOf(text.charCodeAt(at)))) at--
  return at < last && kindOf(text.charCodeAt(at + 1)) === UPPER
}

function apostropheJoins(text: string, part: number, at: number, before: number, limit: number): boolean {
  if (isNegation(text, part, at, limit)) return false
  const clitic = matchEnd(CLITIC, text, at)
  // "1990's", "80's": a decade, one token.
  if (clitic === at + 2 && before === DIGIT) return text.charCodeAt(at - 1) === 48 && isLetterS(text, at + 1)
  if (clitic > 0) return false
  return text.charCodeAt(at) !== 96
}

const isLetterS = (text: string, at: number): boolean => (text.charCodeAt(at) | 32) === 115

/** Takes the full stop of an abbreviation, and the dollar of "US$". */
function withOwnStop(text: string, start: number, at: number, limit: number): number {
  if (at >= limit) return at
  const code = text.charCodeAt(at)
  // "pre- and post-war", "I th- I think": what a blank cuts off keeps its hyphen.
  if (code === 45 && at + 1 === limit && kindOf(text.charCodeAt(at - 1)) === LOWER && limit < text.length) return at + 1
  if (code === 36 && at - start <= 2 && kindOf(text.charCodeAt(start)) === UPPER && at + 1 <= limit) return at + 1
  if (code === 33 && text.slice(start, at) === 'Yahoo') return at + 1
  if (code !== 46 || at - start >= LONGEST_ABBREVIATION || isEllipsis(text, at)) return at
  const form = text.slice(start, at + 1)
  return ownsStop(text, form, start, at + 1) ? at + 1 : at
}

const isEllipsis = (text: string, at: number): boolean =>
  text.charCodeAt(at + 1) === 46 && text.charCodeAt(at + 2) === 46

function ownsStop(text: string, form: string, start: number, end: number): boolean {
  const of = abbreviationClass(form)
  // "(b. 1949)"
  if (form.length === 2 && text.charCodeAt(start - 1) === 40 && kindAt(text, nextPlace(text, end)) === DIGIT)
    return true
  if (of === undefined) return kindAt(text, start) === DIGIT && isListNumber(text, form, start, end)
  const next = nextPlace(text, end)
  const kind = kindAt(text, next)
  const atEnd = next >= text.length
  if (of === 'number') return kind === DIGIT || text.charCodeAt(next) === 35
  if (of === 'month' || of === 'day') {
    if (kind === DIGIT || kind === LOWER || text.charCodeAt(next) === 44) return true
    return !/^(?:Mar|Sun|Sat|Wed|Mon|Jun|Jul)\.$/.test(form) && !atEnd
  }
  if (of === 'state') {
    const before = previousCode(text, start)
    // "Zenda, Calif.", "(R-Tex.)", "(Fla.)"
    return before === 44 || before === 45 || before === 40 || (text.charCodeAt(next) === 44 && before > 0)
  }
  if (of === 'initial') {
    if (atEnd || kind !== UPPER) return text.charCodeAt(end) === 44
    if (form === 'I.' && !followsCapital(text, start - 2)) return false
    return !isStarter(wordAt(text, next)) || text.charCodeAt(end) === text.charCodeAt(next)
  }
  return true
}

/** "1." at the head of a line or of a sentence is the number of an item. */
function isListNumber(text: string, form: string, start: number, end: number): boolean {
  if (form.length > 3 || end >= text.length || text.charCodeAt(end) !== 32) return false
  const before = previousCode(text, start)
  return before === 0 || (text.charCodeAt(start - 1) === 10 && kindAt(text, end + 1) === UPPER)
}

/** The last character before `at` that is not blank; 0 when there is none, or a line break lies between. */
function previousCode(text: string, at: number): number {
  for (let i = at - 1; i >= 0 && at - i < 40; i--) {
    const code = text.charCodeAt(i)
    if (code === 10) return 0
    if (!isBlank(code)) return code
  }
  return 0
}

/** Where the next token of the paragraph begins; the end of the text when a blank line comes first. */
function nextPlace(text: string, at: number): number {
  let lines = 0
  for (let i = at; i < text.length && i - at < 200; i++) {
    const code = text.charCodeAt(i)
    if (!isBlank(code)) return i
    if (code === 10 && ++lines > 1) break
  }
  return text.length
}

function wordAt(text: string, start: number): string {
  let end = start
  while (end < text.length && end - start < 20 && isLetter(kindOf(text.charCodeAt(end)))) end++
  return text.slice(start, end)
}
