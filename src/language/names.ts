/** Names from their tags, and the titles that stand before people's names. */

import { readTable } from '../lexicon.ts'
import type { Name, NameType, Sentence, Title, Token } from './analysis.ts'

/** What no name begins or ends with. */
const LOOSE = new Set(['ADP', 'CCONJ', 'DET', 'PUNCT', 'SYM'])

/** Tokens `first` to `last` without articles, prepositions, conjunctions and marks at the edges; a hyphen alone is no name. */
function trimmed(tokens: readonly Token[], first: number, last: number): [number, number] {
  let [from, to] = [first, last]
  while (from < to && LOOSE.has(tokens[from]!.upos)) from++
  while (from < to && LOOSE.has(tokens[to - 1]!.upos)) to--
  return [from, to]
}

/** Names by "B-PER", "I-PER", "O" tags; an I that follows nothing of its kind begins a name. */
export function namesOf(tokens: readonly Token[], sentences: readonly Sentence[]): Name[] {
  const names: Name[] = []
  for (const sentence of sentences) {
    let open: { first: number; type: NameType } | undefined
    for (let i = sentence.first; i <= sentence.last; i++) {
      const tag = i < sentence.last ? tokens[i]!.name : 'O'
      const type = tag.slice(2) as NameType
      if (open && !(tag.startsWith('I-') && type === open.type)) {
        const { first } = open
        const [from, to] = trimmed(tokens, first, i)
        if (from < to)
          names.push({ start: tokens[from]!.start, end: tokens[to - 1]!.end, first: from, last: to, type: open.type })
        open = undefined
      }
      if (!open && tag !== 'O') open = { first: i, type }
    }
  }
  return names
}

let known: { forms: Set<string>; longest: number } | undefined

/** The table's titles, read on first use; tokens are parted by spaces there as here. */
function titles(): { forms: Set<string>; longest: number } {
  if (!known) {
    const forms = readTable('language/titles.tsv', ['id', 'form']).map((row) => row.form!)
    known = { forms: new Set(forms), longest: Math.max(...forms.map((form) => form.split(' ').length)) }
  }
  return known
}

/** Whether a phrase, its tokens parted by spaces, is a title of the table. */
export const isTitle = (phrase: string): boolean => titles().forms.has(phrase)

/** The longest title right before each person's name, within the sentence. */
export function titlesOf(tokens: readonly Token[], sentences: readonly Sentence[], names: readonly Name[]): Title[] {
  const { forms, longest } = titles()
  const found: Title[] = []
  let s = 0
  names.forEach((name, n) => {
    if (name.type !== 'PER') return
    while (sentences[s]!.last <= name.first) s++
    const floor = Math.max(sentences[s]!.first, name.first - longest, n > 0 ? names[n - 1]!.last : 0)
    for (let first = floor; first < name.first; first++) {
      const phrase = tokens.slice(first, name.first).map((token) => token.form)
      if (!forms.has(phrase.join(' '))) continue
      found.push({ start: tokens[first]!.start, end: tokens[name.first - 1]!.end, first, last: name.first, name: n })
      break
    }
  })
  return found
}
