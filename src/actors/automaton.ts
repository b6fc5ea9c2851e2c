/** A trie over word pieces: all forms of the lexicon are looked up at once, and the longest that fits wins. */
import type { Piece } from './pieces.ts'
import { isCapital, piecesOfForm } from './pieces.ts'

/** How much case a piece of a form asks for: any, a capital first, capitals throughout ("US", which "us" and "Us" are not). */
type Case = 'any' | 'capital' | 'capitals'

interface Entry<T> {
  readonly cases: readonly Case[]
  readonly value: T
}

export interface Node<T> {
  readonly next: Map<string, Node<T>>
  readonly entries: Entry<T>[]
}

export const emptyNode = <T>(): Node<T> => ({ next: new Map(), entries: [] })

const caseOf = (form: string): Case => {
  if (!isCapital(form)) return 'any'
  const bare = form.replace(/[^\p{L}]/gu, '')
  return bare.length > 1 && bare === bare.toUpperCase() ? 'capitals' : 'capital'
}

const fits = (asked: Case, form: string): boolean =>
  asked === 'any' || (asked === 'capital' ? isCapital(form) : isCapital(form) && form === form.toUpperCase())

/** Adds a form; the automaton is only changed while it is built. */
export function addForm<T>(root: Node<T>, form: string, value: T): void {
  const pieces = piecesOfForm(form)
  let node = root
  for (const { key } of pieces) {
    let next = node.next.get(key)
    if (!next) {
      next = emptyNode()
      node.next.set(key, next)
    }
    node = next
  }
  node.entries.push({ cases: pieces.map((piece) => caseOf(piece.form)), value })
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
    node = node.next.get(pieces[i]!.key)
    if (!node) break
    if (node.entries.length === 0) continue
    const values = node.entries
      .filter((entry) => entry.cases.every((asked, k) => fits(asked, pieces[at + k]!.form)))
      .map((entry) => entry.value)
    // Spellings that differ in hyphens alone are one form here.
    if (values.length > 0) found = { last: i + 1, values: [...new Set(values)] }
  }
  return found
}
