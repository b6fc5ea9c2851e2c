/**
 * Looks up all forms of the lexicon at once over word pieces; the longest that fits wins. Whole forms are kept by their keys, and for each
 * first word how many words the longest form has: quicker to build than a trie, which counts where a text is one brief.
 */
import { isCapital, type Piece, piecesOfForm } from './pieces.ts'

/** How much case a piece of a form asks for: any, a capital first, capitals throughout ("US", which "us" and "Us" are not). */
type Case = 'any' | 'capital' | 'capitals'

interface Entry<T> {
  readonly form: string
  readonly value: T
  /** Worked out when the form is first met. */
  cases: readonly Case[] | undefined
  /** The next of the same key: most keys have one form alone, and a list for each would cost a third of the loading. */
  next: Entry<T> | undefined
}

export interface Forms<T> {
  /** By the keys of all pieces, joined by spaces. */
  readonly entries: Map<string, Entry<T>>
  /** How many words the longest form has that begins with a word, by that word's key. */
  readonly reach: Map<string, number>
}

export const noForms = <T>(): Forms<T> => ({ entries: new Map(), reach: new Map() })

const caseOf = (form: string): Case => {
  if (!isCapital(form)) return 'any'
  const bare = form.replace(/[^\p{L}]/gu, '')
  return bare.length > 1 && bare === bare.toUpperCase() ? 'capitals' : 'capital'
}

const fits = (asked: Case, form: string): boolean =>
  asked === 'any' || (asked === 'capital' ? isCapital(form) : isCapital(form) && form === form.toUpperCase())

const simpleWords = /^[A-Za-z0-9][A-Za-z0-9.]*(?:[ -][A-Za-z0-9][A-Za-z0-9.]*)*$/

/** Letters, digits and single spaces alone; a loop, for a pattern's first thousand runs are slow. */
function isPlain(form: string): boolean {
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i)
    const plain = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 32 || (code >= 48 && code <= 57)
    if (!plain) return false
  }
  return true
}

/** The keys of a form, joined by spaces; most words need no cutting, and this is what loading takes its time for. */
export function phraseKey(form: string): string {
  if (isPlain(form)) return form.toLowerCase()
  if (simpleWords.test(form)) return form.toLowerCase().replaceAll('.', '').replaceAll('-', ' ')
  const keys = piecesOfForm(form).map((piece) => piece.key)
  return keys.join(' ')
}

const wordCount = (key: string): number => {
  let count = 1
  for (let i = key.indexOf(' '); i >= 0; i = key.indexOf(' ', i + 1)) count++
  return count
}

/** Adds a form; forms are only added while the registry is loaded. Gives its key. */
export function addForm<T>({ entries, reach }: Forms<T>, form: string, value: T): string {
  const key = phraseKey(form)
  const these = entries.get(key)
  if (these) {
    let last = these
    while (last.next) last = last.next
    last.next = { form, value, cases: undefined, next: undefined }
    return key
  }
  entries.set(key, { form, value, cases: undefined, next: undefined })
  const space = key.indexOf(' ')
  const first = space < 0 ? key : key.slice(0, space)
  const length = space < 0 ? 1 : wordCount(key)
  if (length > (reach.get(first) ?? 0)) reach.set(first, length)
  return key
}

/** What a key means, whatever the case. */
export function valuesOf<T>({ entries }: Forms<T>, key: string): T[] {
  const values: T[] = []
  for (let entry = entries.get(key); entry; entry = entry.next) values.push(entry.value)
  return values
}

/** As {@link addForm}, in the place of whatever the form meant. */
export function replaceForm<T>(forms: Forms<T>, form: string, value: T): void {
  forms.entries.delete(phraseKey(form))
  addForm(forms, form, value)
}

export interface Found<T> {
  /** One past the last piece. */
  readonly last: number
  readonly key: string
  readonly values: readonly T[]
}

/** What the longest form that starts at piece `at` means, and the piece it ends before; null when none starts there. */
export function longestAt<T>({ entries, reach }: Forms<T>, pieces: readonly Piece[], at: number): Found<T> | null {
  const here = pieces[at]!
  const most = reach.get(here.key)
  if (most === undefined) return null
  const keys = [here.key]
  for (let i = at + 1; keys.length < most && pieces[i]?.sentence === here.sentence; i++) {
    keys.push(`${keys[keys.length - 1]} ${pieces[i]!.key}`)
  }
  for (let n = keys.length; n > 0; n--) {
    const values = fitting(entries.get(keys[n - 1]!), pieces, at)
    if (values) return { last: at + n, key: keys[n - 1]!, values }
  }
  return null
}

/** The values of the entries whose case fits; spellings that differ in hyphens alone are one form here. */
function fitting<T>(first: Entry<T> | undefined, pieces: readonly Piece[], at: number): T[] | null {
  let values: T[] | null = null
  for (let entry = first; entry; entry = entry.next) {
    entry.cases ??= piecesOfForm(entry.form).map((piece) => caseOf(piece.form))
    if (!entry.cases.every((asked, k) => fits(asked, pieces[at + k]!.form))) continue
    if (!values) values = [entry.value]
    else if (!values.includes(entry.value)) values.push(entry.value)
  }
  return values
}
