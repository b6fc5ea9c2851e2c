/**
 * Words as search and syndication compare them: case, accents, apostrophes and the dots of abbreviations folded away, each word
 * with its place. What an analysis calls tokens is finer and needs the model; a query has neither.
 */

/** A word in its folded form, and where it stands: UTF-16 code units, end exclusive, without the "'s" of a possessive. */
export interface Word {
  readonly form: string
  readonly start: number
  readonly end: number
}

/** "U.S.", "a.m." | "1,500", "2.5" | "Ja’afari", "don't", "50th" */
export const WORD =
  /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])|\p{Nd}+(?:[.,]\p{Nd}+)+(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu

const POSSESSIVE = /['’ʼ][sS]$/
/** Letters that decomposition leaves whole. */
const UNDECOMPOSED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
}

const STICKY = new RegExp(WORD.source, 'uy')

/** Of an ASCII code: a digit, a letter, a capital; 0 for all else. */
const [DIGIT, LOWER, UPPER] = [1, 2, 3]
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[0-9]/.test(character)) return DIGIT
  if (/[a-z]/.test(character)) return LOWER
  return /[A-Z]/.test(character) ? UPPER : 0
})

/** What stands after a word of ASCII letters and may belong to it: the expression must say. */
const mayGoOn = (code: number, length: number, first: number): boolean => {
  if (code === 0x2e || code === 0x2c) return length === 1 || first === DIGIT
  // An apostrophe, or any letter beyond ASCII; dashes, quotation marks and the dots of an ellipsis end a word.
  return code === 0x27 || code === 0x2019 || (code >= 0x80 && (code < 0x2010 || code > 0x2026))
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  eachWord(text, (form, start, end) => words.push({ form, start, end }))
  return words
}

/**
 * Shows the words of a text in order, for those who keep none of them. What {@link WORD} says, but ASCII words are told without it:
 * it was a sixth of all indexing.
 */
export function eachWord(text: string, show: (form: string, start: number, end: number) => void): void {
  const { length } = text
  for (let at = 0; at < length; ) {
    const first = kindOf(text.charCodeAt(at))
    if (first === 0 && text.charCodeAt(at) < 0x80) {
      at++
      continue
    }
    let [end, capital] = [at, false]
    for (let kind = first; kind !== 0; kind = end < length ? kindOf(text.charCodeAt(end)) : 0) {
      capital ||= kind === UPPER
      end++
    }
    if (end > at && (end === length || !mayGoOn(text.charCodeAt(end), end - at, first))) {
      const found = text.slice(at, end)
      show(capital ? found.toLowerCase() : found, at, end)
      at = end
      continue
    }
    STICKY.lastIndex = at
    const found = STICKY.exec(text)?.[0]
    if (found === undefined) at += text.codePointAt(at)! > 0xffff ? 2 : 1
    else {
      const bare = /[sS]$/.test(found) ? found.replace(POSSESSIVE, '') : found
      show(folded(bare), at, at + bare.length)
      at += found.length
    }
  }
}

const kindOf = (code: number): number => (code < 0x80 ? ascii[code]! : 0)

/** One word folded: "Élysée" is elysee, "U.S." us, "1,500" 1500, "Ja’afari" jaafari. */
export function folded(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z0-9]*$/.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/(?<=\p{L})\.(?=\p{L})|,/gu, '')
    .replace(/[ßæœøđðłıþ]/g, (letter) => UNDECOMPOSED[letter]!)
}
