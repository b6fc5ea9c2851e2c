/**
 * Looks up all forms of the lexicon at once over word pieces; the longest that fits wins. Whole forms are kept by their keys, and for each
 * first word and first two words how many words the longest form has: quicker to build than a trie, which counts where a text is one brief.
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
  /** By the key of the first piece: 1, or 2 where longer forms begin so; by those of the first two: the length of the longest form. */
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

const plainWords = /^[A-Za-z0-9 ]+$/
const simpleWords = /^[A-Za-z0-9][A-Za-z0-9.]*(?:[ -][A-Za-z0-9][A-Za-z0-9.]*)*$/

/** The keys of a form, joined by spaces; most words need no cutting, and this is what loading takes its time for. */
export function phraseKey(form: string): string {
  if (plainWords.test(form)) return form.toLowerCase()
  if (simpleWords.test(form)) return form.toLowerCase().replaceAll('.', '').replaceAll('-', ' ')
  const keys = piecesOfForm(form).map((piece) => piece.key)
  return keys.join(' ')
}

const wordCount = (key: string, from: number): number => {
  let count = 1
  for (let i = key.indexOf(' ', from); i >= 0; i = key.indexOf(' ', i + 1)) count++
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
  if (space < 0) {
    if (!reach.has(key)) reach.set(key, 1)
    return key
  }
  reach.set(key.slice(0, space), 2)
  const second = key.indexOf(' ', space + 1)
  const pair = second < 0 ? key : key.slice(0, second)
  const length = second < 0 ? 2 : 2 + wordCount(key, second + 1)
  if (length > (reach.get(pair) ?? 0)) reach.set(pair, length)
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
  const alone = reach.get(here.key)
  if (alone === undefined) return null
  const second = pieces[at + 1]
  if (alone > 1 && second?.sentence === here.sentence) {
    const pair = `${here.key} ${second.key}`
    const most = reach.get(pair)
    if (most !== undefined) {
      const keys = [pair]
      for (let i = at + 2; keys.length < most - 1 && pieces[i]?.sentence === here.sentence; i++) {
        keys.push(`${keys[keys.length - 1]} ${pieces[i]!.key}`)
      }
      for (let n = keys.length; n > 0; n--) {
        const values = fitting(entries.get(keys[n - 1]!), pieces, at)
        if (values) return { last: at + n + 1, key: keys[n - 1]!, values }
      }
    }
  }
  const values = fitting(entries.get(here.key), pieces, at)
  return values && { last: at + 1, key: here.key, values }
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
