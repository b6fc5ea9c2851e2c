/** What kind of character stands at a place: the ground of tokenizer and sentence splitter, fast for ASCII, right beyond. */

export const LOWER = 1 // also letters without case, and marks
export const UPPER = 2
export const DIGIT = 3
export const BLANK = 4
export const OTHER = 5

/** Kinds of the Basic Multilingual Plane, filled in as characters are met; 0 is "not asked yet". */
const kinds = new Uint8Array(0x10000)

const patterns: readonly [RegExp, number][] = [
  // Format characters (zero-width space, direction marks, byte order mark) show nothing: nothing to make a token of.
  [/[\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/u, BLANK],
  [/[\p{Lu}\p{Lt}]/u, UPPER],
  // The soft hyphen stands within words.
  [/[\p{L}\p{M}\u00ad\u200c\u200d]/u, LOWER],
  [/\p{N}/u, DIGIT],
]

const kindOfCharacter = (character: string): number =>
  patterns.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER

/** Kind of the UTF-16 code unit; a surrogate alone is OTHER. */
export function kindOf(code: number): number {
  const known = kinds[code]!
  if (known !== 0) return known
  const kind = code >= 0xd800 && code <= 0xdfff ? OTHER : kindOfCharacter(String.fromCharCode(code))
  kinds[code] = kind
  return kind
}

/** Kind of the character that begins at `at`; looks at both halves of a surrogate pair. Past the end it is BLANK. */
export function kindAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return BLANK
  const code = text.charCodeAt(at)
  if (code < 0xd800 || code > 0xdbff) return kindOf(code)
  const point = text.codePointAt(at)!
  return point > 0xffff ? kindOfCharacter(String.fromCodePoint(point)) : OTHER
}

/** Code units of the character that begins at `at`: 2 for a surrogate pair. */
export function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff && text.codePointAt(at)! > 0xffff ? 2 : 1
}

/** Whether the code unit is white space or shows nothing. */
export const isBlank = (code: number): boolean => kindOf(code) === BLANK

export const isLetter = (kind: number): boolean => kind === LOWER || kind === UPPER
export const isWordKind = (kind: number): boolean => kind <= DIGIT
