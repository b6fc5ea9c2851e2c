/** Names that are known whatever the model says: `lexicon/language/names.tsv`, and the states of legislators, "(R-Ohio)". */

import { readTable } from '../lexicon.ts'
import type { Analysis, Name, NameType, Token } from './analysis.ts'

interface Phrase {
  length: number
  type: NameType
}

let table: { byForm: Map<string, Phrase>; firsts: Set<string>; longest: number } | undefined

function known() {
  if (!table) {
    const byForm = new Map<string, Phrase>()
    const firsts = new Set<string>()
    for (const { form, type } of readTable('language/names.tsv', ['id', 'form', 'type'])) {
      const words = form!.split(' ')
      byForm.set(form!, { length: words.length, type: type as NameType })
      firsts.add(words[0]!)
    }
    table = { byForm, firsts, longest: Math.max(...[...byForm.values()].map(({ length }) => length)) }
  }
  return table
}

/** Whether the tokens are a name of the table. */
export const isKnownName = (tokens: readonly Token[]): boolean =>
  known().byForm.has(tokens.map((token) => token.form).join(' '))

/** The longest known name that begins at token `first`, before the sentence ends at `limit`. */
function phraseAt(tokens: readonly Token[], first: number, limit: number): Phrase | undefined {
  const { byForm, firsts, longest } = known()
  if (!firsts.has(tokens[first]!.form)) return undefined
  for (let last = Math.min(limit, first + longest); last > first; last--) {
    const form = tokens.slice(first, last).map((token) => token.form)
    const found = byForm.get(form.join(' '))
    if (found) return found
  }
  return undefined
}

/** "(R-Ohio)", "(D-Calif.)": the token of the state when the four before it make such a bracket. */
const isState = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.form === '-' && /^[RDI]$/.test(tokens[at - 2]?.form ?? '') && tokens[at - 3]?.form === '('

/** The model's names with the known ones put in, in text order; a longer name of the model that holds a known one stays. */
export function withKnownNames({ tokens, sentences }: Analysis, found: readonly Name[]): Name[] {
  const added: Name[] = []
  for (const sentence of sentences) {
    for (let first = sentence.first; first < sentence.last; first++) {
      const state = isState(tokens, first) ? ({ length: 1, type: 'LOC' } as const) : undefined
      const phrase = state ?? phraseAt(tokens, first, sentence.last)
      if (!phrase) continue
      const last = first + phrase.length
      const name = { start: tokens[first]!.start, end: tokens[last - 1]!.end, first, last, type: phrase.type }
      if (found.some((other) => !apart(other, name) && !within(other, name))) continue
      added.push(name)
      first = last - 1
    }
  }
  const kept = found.filter((name) => added.every((other) => apart(name, other)))
  return [...kept, ...added].sort((a, b) => a.start - b.start)
}

const apart = (a: Name, b: Name): boolean => a.last <= b.first || b.last <= a.first
const within = (a: Name, b: Name): boolean => a.first >= b.first && a.last <= b.last
