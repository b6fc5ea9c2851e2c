/**
 * The tokenizer: UD English (the guidelines of EWT and GUM), with the place of every token.
 * One pass from left to right; no character is looked at more than a bounded number of times.
 */
import { abbreviationClass, LONGEST_ABBREVIATION } from './abbreviations.ts'
import { DIGIT, isBlank, isLetter, isWordKind, kindAt, kindOf, LOWER, UPPER, widthAt } from './characters.ts'
import { rowsOf } from './tables.ts'

/** Places of tokens, in text order; `starts[i]`..`ends[i]` count UTF-16 code units. */
export interface TokenSpans {
  starts: number[]
  ends: number[]
}

const contractions = new Map(
  rowsOf('contractions').map((row) => [row.form!, row.parts!.split('|').map((part) => part.length)]),
)
const LONGEST_CONTRACTION = Math.max(...[...contractions.keys()].map((form) => form.length))
const prefixes = new Set(rowsOf('prefixes').map((row) => row.prefix!))
const LONGEST_PREFIX = Math.max(...[...prefixes].map((prefix) => prefix.length))
const starters = new Set(rowsOf('starters').map((row) => row.form!))

/** Whether a capitalised word is one that begins sentences ("The", "However") rather than goes on a name. */
export const isStarter = (form: string): boolean => starters.has(form)

// Tried only where a chunk of text holds one of "@:/.": addresses of the web and of mail, names of files. Bounded, so
// that a failed try costs a bounded number of steps.
const URL =
  /(?:(?:https?|ftp):\/\/|www\.|mailto:)[^\s<>"“”]{1,2000}|[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|edu|gov|mil|int|info|co\.uk|gov\.uk|ac\.uk|io|tv|eu|ru|de|uk|ca)(?![\w-])(?:\/[^\s<>"“”]{0,2000})?/iy
const EMAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}/y
const FILE = /[\w#~-]{1,80}\.(?:docx?|xlsx?|pptx?|pdf|txt|html?|jpe?g|png|gif|zip|csv|exe|mp[34])(?!\w)/iy
const PHONE =
  /(?:\+?\d{1,2}[-.])?(?:\(\d{3}\)|\d{3})[-./]\d{3}[-.]\d{4}(?![\d-])|\d{3}-\d{4}(?![\d-])|\d{5}-\d{4}(?![\d-])/y
const EMOTICON = /[:;=8]['’]?-?[()DPpO\]\\/|*](?![\w])/y
const TRAILING = /[.,;:!?'"”’)\]}*]+$/
const CLITIC = /['’`´](?:s|m|d|re|ve|ll)(?![\p{L}\p{N}])/iuy
const ORDINAL = /(?:st|nd|rd|th|s)(?![\p{L}\p{N}])/iuy
const UNIT =
  /(?:am|pm|a\.m\.|p\.m\.|m|k|b|bn|mn|mm|cm|km|kg|g|mg|ml|ft|in|lb|lbs|mph|kph|kmh|hrs?|mins?|secs?|tn|x|MW|GW|kW|GB|MB|TB|Hz|MHz|GHz)(?![\p{L}\p{N}])/iuy
/** Words said with their apostrophe first. */
const ELIDED = /['’](?:em|til|till|cause|cuz|bout|round|n['’]?|\d0s|\d\ds?)(?![\p{L}\p{N}])/iuy
/** Romanised Korean and Chinese given names stay whole: "Jong-un", "Ing-wen". */
const GIVEN_NAME =
  /(?:(?:[ZCS]h|[BPMFDTNLGKHJQXRZCSYW])?(?:i?[aeou]ng|[iu]?an|[ieuo]?[eo]?n|i?ao|[iu]?[aeiou]|[aeo][iu]|eo|eu|yu|ae|o?o|ee|oo|y?eo|u)(?:k|l|m|p|t|ng|n|h|w)?){1}-(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?[aeou]ng|[iu]?an|[ieuo]?[eo]?n|i?ao|[iu]?[aeiou]|[aeo][iu]|eo|eu|yu|ae|o?o|ee|oo|y?eo|u)(?:k|l|m|p|t|ng|n|h|w)?){1}(?![\p{L}\p{N}-])/iuy

const APOSTROPHES = "'’`´"
const HYPHENS = '-‐‑–'
/** Stops, dashes and ornaments of which a run makes one token. */
const RUNS = '.-*_=~+#!?`<>|^•·'

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** Tokens of the text, in order; blanks (see `characters.ts`) stand between tokens only. */
export function tokenSpansOf(text: string): TokenSpans {
  const out: TokenSpans = { starts: [], ends: [] }
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isBlank(code)) {
      at++
      continue
    }
    at = chunk(text, at, out)
  }
  return out
}

function push(out: TokenSpans, start: number, end: number): number {
  out.starts.push(start)
  out.ends.push(end)
  return end
}

/** Reads one run of characters without blanks; gives its end. */
function chunk(text: string, start: number, out: TokenSpans): number {
  let end = start
  let special = false
  let plain = true
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) continue
    if (isBlank(code)) break
    plain = false
    if (code === 64 || code === 47 || code === 46 || code === 58) special = true
  }
  if (plain) return word(text, start, end, out)
  let at = start
  while (at < end) at = one(text, start, at, end, special, out)
  return end
}

function one(text: string, chunkStart: number, at: number, end: number, special: boolean, out: TokenSpans): number {
  const kind = kindAt(text, at)
  const open = at === chunkStart || !isWordKind(kindOf(text.charCodeAt(at - 1)))
  if (isWordKind(kind)) {
    if (open && (special || kind === DIGIT)) {
      const found = address(text, at, end, kind)
      if (found > 0) return push(out, at, found)
    }
    const stop = wordEnd(text, at, end)
    return word(text, at, stop, out)
  }
  return push(out, at, at + mark(text, chunkStart, at, end))
}

/** End of an address, file name or telephone number that begins here, or -1. */
function address(text: string, at: number, end: number, kind: number): number {
  if (kind === DIGIT) {
    const phone = matchEnd(PHONE, text, at)
    if (phone > 0) return phone
  }
  let found = matchEnd(EMAIL, text, at)
  if (found < 0) found = matchEnd(URL, text, at)
  if (found < 0) found = matchEnd(FILE, text, at)
  if (found < 0) return -1
  found = Math.min(found, end)
  const tail = TRAILING.exec(text.slice(Math.max(at, found - 20), found))
  return tail ? found - tail[0].length : found
}

const isAscii = (code: number, characters: string): boolean => characters.includes(String.fromCharCode(code))

/** End of the word or number that begins at `at`, with its inner dots, commas, hyphens and apostrophes. */
function wordEnd(text: string, start: number, limit: number): number {
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
      if (isAscii(code, APOSTROPHES) && isNegation(text, part, at, limit)) return at - 1
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
  if (isAscii(code, HYPHENS)) return at - part <= Math.max(LONGEST_PREFIX, 6) && hyphenJoins(text, start, part, at)
  if (isAscii(code, APOSTROPHES)) return apostropheJoins(text, part, at, before, limit)
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
    return before === 44 || (text.charCodeAt(next) === 44 && before > 0)
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

/** Puts a word down, in its parts where it is a contraction without an apostrophe. */
function word(text: string, start: number, end: number, out: TokenSpans): number {
  if (end - start <= LONGEST_CONTRACTION) {
    const parts = contractions.get(text.slice(start, end).toLowerCase())
    if (parts) {
      let at = start
      for (const length of parts) at = push(out, at, at + length)
      return at
    }
  }
  return push(out, start, end)
}

/** Length of the mark, run of marks, clitic or symbol at `at`. */
function mark(text: string, chunkStart: number, at: number, end: number): number {
  const code = text.charCodeAt(at)
  const after = at > chunkStart && isWordKind(kindOf(text.charCodeAt(at - 1)))
  if (code >= 0xd800 && code <= 0xdbff) return pictureLength(text, at, end)
  const character = text[at]!
  if (APOSTROPHES.includes(character)) return apostropheLength(text, chunkStart, at, end, after)
  if (at + 1 >= end) return 1
  const next = text.charCodeAt(at + 1)
  if (!after && ':;='.includes(character)) {
    const found = matchEnd(EMOTICON, text, at)
    if (found > 0 && found <= end) return found - at
  }
  if (!after && (character === '#' || character === '@') && isWordKind(kindOf(next))) {
    return wordRun(text, at + 1, end) - at
  }
  if (!after && character === '.' && kindOf(next) === DIGIT) return wordEnd(text, at + 1, end) - at
  if (character === '+' && !after && kindOf(next) === DIGIT) return wordEnd(text, at + 1, end) - at
  // "(a)", the letter of an item
  if (character === '(' && !after && end - at === 3 && kindOf(next) === LOWER && text[at + 2] === ')') return 3
  if (character === '[' && text.startsWith('[...]', at)) return 5
  if (character === '[' && text.startsWith('[…]', at)) return 3
  if (!RUNS.includes(character)) return 1
  const either = character === '!' || character === '?' || (character === '.' && (next === 33 || next === 63))
  let stop = at + 1
  while (stop < end && (text[stop] === character || (either && (text[stop] === '!' || text[stop] === '?')))) stop++
  return stop - at
}

function wordRun(text: string, at: number, end: number): number {
  let stop = at
  while (stop < end && (isWordKind(kindOf(text.charCodeAt(stop))) || text[stop] === '_')) stop++
  return stop
}

function apostropheLength(text: string, chunkStart: number, at: number, end: number, after: boolean): number {
  if (after) {
    const clitic = matchEnd(CLITIC, text, at)
    if (clitic > 0) return clitic - at
  } else {
    if (at === chunkStart && matchEnd(CLITIC, text, at) === end) return end - at
    const elided = matchEnd(ELIDED, text, at)
    if (elided > 0) return elided - at
  }
  // '' and `` are one quotation mark.
  return at + 1 < end && text[at + 1] === text[at] ? 2 : 1
}

/** An emoji with its modifiers, or one symbol beyond the basic plane, or one lone surrogate. */
function pictureLength(text: string, at: number, end: number): number {
  let stop = at + widthAt(text, at)
  while (stop < end && stop - at < 40) {
    const code = text.codePointAt(stop)!
    if (code === 0xfe0f || (code >= 0x1f3fb && code <= 0x1f3ff)) stop += widthAt(text, stop)
    else if (code === 0x200d && stop + 1 < end) stop += 1 + widthAt(text, stop + 1)
    else break
  }
  return stop - at
}
