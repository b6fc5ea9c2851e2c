/**
 * Word pieces: the text as names are compared in. Hyphens, accents, full stops and inner apostrophes do not count, so that
 * "al-Assad", "Al Assad" and "al Assad" are the same two pieces, "U.S." and "US" the same one. Case is kept beside the key.
 */
import type { Analysis } from '../language/index.ts'
import type { Span } from '../reading.ts'

export interface Piece extends Span {
  readonly form: string
  /** What is compared: lower case, no accents, no full stops or apostrophes; punctuation is its own key, the possessive is "'s". */
  readonly key: string
  /** Whether a hyphen joins it to the piece before. */
  readonly glued: boolean
  /** Number of its sentence. */
  readonly sentence: number
  /** UD relation of its word to its head; blank where nothing was parsed. */
  readonly deprel?: string
}

const letters: Record<string, string> = { ø: 'o', ł: 'l', ß: 'ss', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th' }
const plain = /^[a-z0-9]+$/
const ascii = /^[ -~]+$/

const withoutAccents = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłßđıæœðþ]/g, (letter) => letters[letter]!)

/** The key of one word. */
export function keyOf(form: string): string {
  const lower = form.toLowerCase()
  if (plain.test(lower)) return lower
  const bare = ascii.test(lower) ? lower : withoutAccents(lower)
  if (bare === "'s" || bare === '’s') return "'s"
  const word = bare.replace(/[.'’‘`ʼ]/g, '')
  return word === '' ? bare : word
}

const hyphen = /[-‐‑]/
const part = /[^-‐‑]+/g
const possessive = /(?<=.)(?:['’]s?)$/i

const simple = /^[A-Za-z0-9]+$/

/** The pieces of one stretch of text without white space. */
function cut(form: string, start: number, sentence: number, glued: boolean, deprel?: string): Piece[] {
  // Most words are plain, and this is the room's hot path.
  if (simple.test(form)) {
    return [{ form, key: form.toLowerCase(), start, end: start + form.length, glued, sentence, deprel }]
  }
  const pieces: Piece[] = []
  for (const match of form.matchAll(part)) {
    const text = match[0]
    const at = start + match.index
    const owner =
      /^['’]s$/i.test(text) || !/[A-Za-z0-9\u0080-\u1fff]/.test(text) ? undefined : possessive.exec(text)?.index
    const first = text.slice(0, owner)
    const joined = pieces.length > 0 || glued
    pieces.push({ form: first, key: keyOf(first), start: at, end: at + first.length, glued: joined, sentence, deprel })
    if (owner === undefined) continue
    const rest = { form: text.slice(owner), key: "'s", start: at + owner, end: at + text.length }
    pieces.push({ ...rest, glued: false, sentence })
  }
  return pieces
}

export function piecesOf(analysis: Analysis): Piece[] {
  const pieces: Piece[] = []
  let sentence = 0
  let joined = -1
  for (const token of analysis.tokens) {
    while (sentence < analysis.sentences.length - 1 && token.start >= analysis.sentences[sentence + 1]!.start)
      sentence++
    const isHyphen = token.form.length === 1 && hyphen.test(token.form)
    const touches = pieces.at(-1)?.end === token.start
    if (isHyphen && touches) {
      joined = token.end
      continue
    }
    pieces.push(...cut(token.form, token.start, sentence, joined === token.start, token.deprel))
  }
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    if (piece.form.length === 1 && (piece.form === "'" || piece.form === '’') && piece.start > 0) {
      pieces[i] = quoteOrOwner(piece, analysis.text)
    }
  }
  return pieces
}

/** A lone apostrophe right after a letter s is a possessive ("officials' "); else it is a quotation mark. */
const quoteOrOwner = (piece: Piece, text: string): Piece =>
  text[piece.start - 1] === 's' && !/\p{L}/u.test(text[piece.end] ?? '') ? { ...piece, key: "'s" } : piece

/** The keys and cases of a form of the lexicon. */
export function piecesOfForm(form: string): Piece[] {
  if (simple.test(form)) return cut(form, 0, 0, false)
  const words = (form.includes(',') ? form.replace(/,/g, ' ,') : form).split(' ')
  return words.flatMap((word) => (word === '' ? [] : cut(word, 0, 0, false)))
}

export const isCapital = (form: string): boolean => {
  const first = form[0]
  return first !== undefined && first !== first.toLowerCase()
}
