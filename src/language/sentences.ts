/** The sentence splitter: from tokens and paragraphs to sentences. Rules are told from the end of the sentence back. */

import { readTable } from '../lexicon.ts'
import { abbreviationClass, isStarter } from './abbreviations.ts'
import { DIGIT, kindAt, LOWER, UPPER } from './characters.ts'
import { paragraphBreaks } from './paragraphs.ts'
import type { TokenSpans } from './tokens.ts'

/** Sentence i holds the tokens `firsts[i]` to `firsts[i + 1]` (exclusive; for the last, to the end of all tokens). */
export interface SentenceBounds {
  firsts: number[]
  paragraphs: number[]
  /** Sentences that were cut because they ran on. */
  cut: number[]
}

/** No sentence of prose is as long: beyond it stands a list, a table or a fault, and the parser's cost grows by the square. */
export const LONGEST_SENTENCE = 400

/** Quotation marks that close (straight ones may), and brackets. */
const CLOSING = new Set(['"', '”', "'", '’', "''", '»', ')', ']', '}', '’’'])
const OPENING = new Set(['"', '“', "'", '‘', '``', '«', '(', '[', '{', '„', '`'])
const ENDS = /^(?:[.!?…。！？]+|\[(?:\.\.\.|…)\])$/
const reporting = new Set(readTable('language/reporting.tsv', ['id', 'form']).map((row) => row.form!))
/** Words within which the verb of a reporting clause comes: "President Volodymyr Zelenskyy said". */
const LONGEST_SPEAKER = 5
const WEAK_CUT = new Set([',', '–', '—', '--', '-', ')', '|'])
const STRONG_CUT = new Set([';', ':', '•', '*'])

/** Divides tokens into sentences. Every token stands in one; none crosses a paragraph. */
export function sentenceBoundsOf(text: string, tokens: TokenSpans): SentenceBounds {
  const breaks = paragraphBreaks(text)
  const out: SentenceBounds = { firsts: [], paragraphs: [], cut: [] }
  let paragraph = 0
  let from = 0
  let next = 0
  while (from < tokens.starts.length) {
    while (next < breaks.length && breaks[next]! < tokens.starts[from]!) next++
    const stop = next < breaks.length ? breaks[next]! : text.length
    let to = from
    while (to < tokens.starts.length && tokens.starts[to]! < stop) to++
    splitParagraph(text, tokens, from, to, paragraph++, out)
    from = to
  }
  return out
}

function splitParagraph(
  text: string,
  tokens: TokenSpans,
  from: number,
  to: number,
  paragraph: number,
  out: SentenceBounds,
) {
  let first = from
  let at = from
  while (first < to) {
    const end = at < to ? boundaryAfter(text, tokens, first, at, to) : to
    if (end > 0) {
      addSentence(text, tokens, first, end, paragraph, out)
      first = end
      at = end
    } else at++
  }
}

/** Adds the sentence, in pieces when it is too long. */
function addSentence(
  text: string,
  tokens: TokenSpans,
  from: number,
  to: number,
  paragraph: number,
  out: SentenceBounds,
) {
  let first = from
  while (to - first > LONGEST_SENTENCE) {
    out.cut.push(out.firsts.length)
    out.firsts.push(first)
    out.paragraphs.push(paragraph)
    first = bestCut(text, tokens, first)
  }
  out.firsts.push(first)
  out.paragraphs.push(paragraph)
}

/** After the last semicolon or bullet of the allowed length, else the last comma or dash, else at the limit. */
function bestCut(text: string, tokens: TokenSpans, first: number): number {
  for (const marks of [STRONG_CUT, WEAK_CUT]) {
    for (let i = first + LONGEST_SENTENCE - 1; i > first + LONGEST_SENTENCE / 2; i--) {
      if (tokens.ends[i]! - tokens.starts[i]! <= 2 && marks.has(formAt(text, tokens, i))) return i + 1
    }
  }
  return first + LONGEST_SENTENCE
}

const formAt = (text: string, tokens: TokenSpans, i: number): string => text.slice(tokens.starts[i], tokens.ends[i])

/** Whether white space stands before token i. */
const spaced = (tokens: TokenSpans, i: number): boolean => i === 0 || tokens.starts[i]! > tokens.ends[i - 1]!

/** One past the last token of the sentence when a sentence ends at token `at` (with what closes after it), else 0. */
function boundaryAfter(text: string, tokens: TokenSpans, first: number, at: number, to: number): number {
  const last = text.charCodeAt(tokens.ends[at]! - 1)
  // . ! ? … [...] and their full-width kin
  if (last === 93 && tokens.ends[at]! - tokens.starts[at]! < 3) return 0
  if (last !== 93 && last !== 46 && last !== 33 && last !== 63 && last !== 0x2026 && last < 0x3000) return 0
  const form = formAt(text, tokens, at)
  if (ENDS.test(form)) return stopEnds(text, tokens, first, at, to, form)
  return last === 46 ? abbreviationEnds(text, tokens, first, at, to, form) : 0
}

/** Passes over quotation marks and brackets that close right after the stop. */
function afterClosing(text: string, tokens: TokenSpans, at: number, to: number): number {
  let next = at + 1
  while (next < to && tokens.ends[next]! - tokens.starts[next]! <= 2) {
    const form = formAt(text, tokens, next)
    if (!CLOSING.has(form)) break
    // A straight mark after a space opens, unless nothing or a space follows it.
    if (spaced(tokens, next) && (OPENING.has(form) ? next + 1 >= to || !spaced(tokens, next + 1) : false)) break
    next++
  }
  return afterNotes(text, tokens, next, to)
}

/** Passes over the numbers of notes, "[12] [13]". */
function afterNotes(text: string, tokens: TokenSpans, at: number, to: number): number {
  let next = at
  while (next + 2 < to && text[tokens.starts[next]!] === '[' && text[tokens.starts[next + 2]!] === ']') {
    if (kindAt(text, tokens.starts[next + 1]!) !== DIGIT) break
    next += 3
  }
  return next
}

function stopEnds(text: string, tokens: TokenSpans, first: number, at: number, to: number, form: string): number {
  let next = afterClosing(text, tokens, at, to)
  const quoted = next > at + 1
  // "! ?" and ". . ." written apart go on; so does the stop after "hey!".
  const dots = next
  while (next < to && (!quoted || !spaced(tokens, next)) && ENDS.test(formAt(text, tokens, next)))
    next = afterClosing(text, tokens, next, to)
  if (next >= to) return to
  if (!spaced(tokens, next) && form !== '…' && !quoted && next === at + 1) {
    // "end.The": no space, yet a capital after a small letter.
    const before = kindAt(text, tokens.starts[at]! - 1)
    if (!(form === '.' && before === LOWER && kindAt(text, tokens.starts[next]!) === UPPER)) return 0
  }
  const begins = kindAt(text, tokens.starts[next]!)
  if (begins === LOWER && (quoted || next > dots || form !== '.')) return 0
  if (quoted && form !== '.' && reportingFollows(text, tokens, next, to)) return 0
  const follower = formAt(text, tokens, next)
  if (/^[,;:–—-]+$/.test(follower)) return 0
  if (at === first + 1 && form === '.' && isItemNumber(text, tokens, first)) return 0
  return next
}

/** Whether a reporting clause begins at token `at`: "Betty asked", "the old senator said". */
function reportingFollows(text: string, tokens: TokenSpans, at: number, to: number): boolean {
  // "She replied" with a capital begins a sentence; only names and nouns go on with one.
  const first = formAt(text, tokens, at)
  if (isStarter(first) && first !== 'I' && first !== 'The') return false
  for (let i = at; i < Math.min(to, at + LONGEST_SPEAKER); i++) {
    const form = formAt(text, tokens, i)
    if (i > at && reporting.has(form)) return true
    if (!/^[\p{L}.]/u.test(form)) return false
  }
  return false
}

/** "1", "2.1", "b" at the head of an item; "1988" is no number of a list. */
const isItemNumber = (text: string, tokens: TokenSpans, at: number): boolean =>
  /^(?:\d{1,2}|\d{1,2}(?:\.\d{1,2})+|[a-zA-Z])$/.test(formAt(text, tokens, at))

function abbreviationEnds(
  text: string,
  tokens: TokenSpans,
  first: number,
  at: number,
  to: number,
  form: string,
): number {
  const of = abbreviationClass(form)
  if (of !== 'end' && of !== 'state' && of !== 'month' && of !== 'day') return 0
  const next = afterClosing(text, tokens, at, to)
  if (next >= to) return to
  if (at === first) return 0
  let head = next
  while (head < to - 1 && OPENING.has(formAt(text, tokens, head))) head++
  if (kindAt(text, tokens.starts[head]!) !== UPPER) return 0
  const follower = formAt(text, tokens, head)
  // "RENO, Nev. (AP)" goes on; a quotation begins a sentence.
  const quotes = head > next && !/[([{]/.test(formAt(text, tokens, next))
  return isStarter(follower) || quotes ? next : 0
}
