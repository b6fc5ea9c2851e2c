/** A trie over word pieces: all forms of the lexicon are looked up at once, and the longest that fits wins. */
import type { Piece } from './pieces.ts'
import { isCapital, piecesOfForm } from './pieces.ts'

/** How much case a piece of a form asks for: any, a capital first, capitals throughout ("US", which "us" and "Us" are not). */
type Case = 'any' | 'capital' | 'capitals'

interface Entry<T> {
  readonly cases: readonly Case[]
  readonly value: T
}

/** Both parts come only when needed: most nodes are leaves, and thousands of empty maps cost time at the start. */
export interface Node<T> {
  next?: Map<string, Node<T>>
  entries?: Entry<T>[]
}

export const emptyNode = <T>(): Node<T> => ({})

const simple = /^[A-Za-z]+$/

const caseOf = (form: string): Case => {
  if (!isCapital(form)) return 'any'
  const bare = simple.test(form) ? form : form.replace(/[^\p{L}]/gu, '')
  return bare.length > 1 && bare === bare.toUpperCase() ? 'capitals' : 'capital'
}

const fits = (asked: Case, form: string): boolean =>
  asked === 'any' || (asked === 'capital' ? isCapital(form) : isCapital(form) && form === form.toUpperCase())

const words = /^[A-Za-z0-9 ]+$/

/** The keys of a form and the words they came from; plain words need no cutting, which halves the time the registry takes to load. */
function keysOf(form: string): { keys: string[]; forms: string[] } {
  if (words.test(form)) return { keys: form.toLowerCase().split(' '), forms: form.split(' ') }
  const pieces = piecesOfForm(form)
  return { keys: pieces.map((piece) => piece.key), forms: pieces.map((piece) => piece.form) }
}

/** Adds a form; the automaton is only changed while it is built. */
export function addForm<T>(root: Node<T>, form: string, value: T): void {
  const { keys, forms } = keysOf(form)
  let node = root
  for (const key of keys) {
    node.next ??= new Map()
    let next = node.next.get(key)
    if (!next) {
      next = emptyNode()
      node.next.set(key, next)
    }
    node = next
  }
  node.entries ??= []
  node.entries.push({ cases: forms.map(caseOf), value })
}

/** What the longest form that starts at piece `at` means, and the piece it ends before; null when none starts there. */
export function longestAt<T>(
  root: Node<T>,
  pieces: readonly Piece[],
  at: number,
): { last: number; values: T[] } | null {
  let node: Node<T> | undefined = root
  let found: { last: number; values: T[] } | null = null
  for (let i = at; i < pieces.length && pieces[i]!.sentence === pieces[at]!.sentence; i++) {
    node = node.next?.get(pieces[i]!.key)
    if (!node) break
    if (!node.entries) continue
    const values = node.entries
      .filter((entry) => entry.cases.every((asked, k) => fits(asked, pieces[at + k]!.form)))
      .map((entry) => entry.value)
    // Spellings that differ in hyphens alone are one form here.
    if (values.length > 0) found = { last: i + 1, values: [...new Set(values)] }
  }
  return found
}
