/**
 * The tokenizer: UD English (the guidelines of EWT and GUM), with the place of every token.
 * One pass from left to right; no character is looked at more than a bounded number of times.
 */

import { readTable } from '../lexicon.ts'
import { addressEnd } from './addresses.ts'
import { DIGIT, isBlank, isWordKind, kindAt, kindOf } from './characters.ts'
import { markLength } from './marks.ts'
import { wordEnd } from './words.ts'

/** Places of tokens, in text order; `starts[i]`..`ends[i]` count UTF-16 code units. */
export interface TokenSpans {
  starts: number[]
  ends: number[]
}

const contractions = new Map(
  readTable('language/contractions.tsv', ['id', 'form', 'parts']).map((row) => [
    row.form!,
    row.parts!.split('|').map((part) => part.length),
  ]),
)
const LONGEST_CONTRACTION = Math.max(...[...contractions.keys()].map((form) => form.length))

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
  /** Whether it holds one of "@/.:", as addresses do. */
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
      const found = addressEnd(text, at, end, kind)
      if (found > 0) return push(out, at, found)
    }
    const stop = wordEnd(text, at, end)
    return word(text, at, stop, out)
  }
  return push(out, at, at + markLength(text, chunkStart, at, end))
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
