/** Tokens that are no words: punctuation, runs of it, clitics, symbols, pictures. */
import { DIGIT, isWordKind, kindOf, LOWER, widthAt } from './characters.ts'
import { APOSTROPHES, CLITIC, matchEnd } from './scan.ts'
import { wordEnd } from './words.ts'

const EMOTICON = /[:;=8]['’]?-?[()DPpO\]\\/|*](?![\w])/y
/** Words said with their apostrophe first. */
const ELIDED = /['’](?:em|til|till|cause|cuz|bout|round|n['’]?|\d0s|\d\ds?)(?![\p{L}\p{N}])/iuy
/** Stops, dashes and ornaments of which a run makes one token. */
const RUNS = '.-*_=~+#!?`<>|^•·'

/** Length of the mark, run of marks, clitic or symbol at `at`. */
export function markLength(text: string, chunkStart: number, at: number, end: number): number {
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
