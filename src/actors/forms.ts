/**
 * Looks up all forms of the lexicon at once over word pieces; the longest that fits wins. Whole forms are kept by their keys, and for each
 * first word how many words its longest form has: quicker to build than a trie, which counts where a text is one brief.
 */
import { isCapital, type Piece, piecesOfForm } from './pieces.ts'

/** How much case a piece of a form asks for: any, a capital first, capitals throughout ("US", which "us" and "Us" are not). */
type Case = 'any' | 'capital' | 'capitals'

interface Entry<T> {
  readonly form: string
  readonly value: T
  /** Worked out when the form is first met. */
  cases?: readonly Case[]
}

export interface Forms<T> {
  /** By the keys of all pieces, joined by spaces. */
  readonly entries: Map<string, Entry<T>[]>
  /** By the key of the first piece: the number of pieces of the longest form. */
  readonly longest: Map<string, number>
}

export const noForms = <T>(): Forms<T> => ({ entries: new Map(), longest: new Map() })

const caseOf = (form: string): Case => {
  if (!isCapital(form)) return 'any'
  const bare = form.replace(/[^\p{L}]/gu, '')
  return bare.length > 1 && bare === bare.toUpperCase() ? 'capitals' : 'capital'
}

const fits = (asked: Case, form: string): boolean =>
  asked === 'any' || (asked === 'capital' ? isCapital(form) : isCapital(form) && form === form.toUpperCase())

const plainWords = /^[A-Za-z0-9 ]+$/

/** The keys of a form, joined by spaces; plain words need no cutting. */
export const phraseKey = (form: string): string =>
  plainWords.test(form)
    ? form.toLowerCase()
    : piecesOfForm(form)
        .map((piece) => piece.key)
        .join(' ')

const wordCount = (key: string): number => {
  let count = 1
  for (let i = key.indexOf(' '); i >= 0; i = key.indexOf(' ', i + 1)) count++
  return count
}

/** Adds a form; forms are only added while the registry is loaded. */
export function addForm<T>({ entries, longest }: Forms<T>, form: string, value: T): void {
  const key = phraseKey(form)
  const these = entries.get(key)
  if (these) these.push({ form, value })
  else entries.set(key, [{ form, value }])
  const space = key.indexOf(' ')
  const first = space < 0 ? key : key.slice(0, space)
  longest.set(first, Math.max(longest.get(first) ?? 0, wordCount(key)))
}

/** What the longest form that starts at piece `at` means, and the piece it ends before; null when none starts there. */
export function longestAt<T>(
  { entries, longest }: Forms<T>,
  pieces: readonly Piece[],
  at: number,
): { last: number; values: T[] } | null {
  const here = pieces[at]!
  const most = longest.get(here.key)
  if (most === undefined) return null
  const keys = [here.key]
  while (keys.length < most && pieces[at + keys.length]?.sentence === here.sentence) {
    keys.push(`${keys.at(-1)} ${pieces[at + keys.length]!.key}`)
  }
  for (let n = keys.length; n > 0; n--) {
    const values = entries.get(keys[n - 1]!)?.flatMap((entry) => {
      entry.cases ??= piecesOfForm(entry.form).map((piece) => caseOf(piece.form))
      return entry.cases.every((asked, k) => fits(asked, pieces[at + k]!.form)) ? [entry.value] : []
    })
    // Spellings that differ in hyphens alone are one form here.
    if (values && values.length > 0) return { last: at + n, values: [...new Set(values)] }
  }
  return null
}
