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
const WORD =
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

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const bare = /[sS]$/.test(found) ? found.replace(POSSESSIVE, '') : found
    words.push({ form: folded(bare), start: index, end: index + bare.length })
  }
  return words
}

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
