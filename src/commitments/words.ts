/** Words that decide a commitment's kind and strength (lexicon/commitments/words.tsv). */
import { readTable } from '../lexicon.ts'

export type Use =
  | 'hostile'
  | 'decline'
  | 'happens'
  | 'consequence'
  | 'menace'
  | 'pact'
  | 'final'
  | 'firm'
  | 'tentative'
  | 'leaked'
  | 'given'

let uses: Map<Use, Set<string>> | undefined

/** Whether a word, in lower case or as a lemma, has a use. */
export function isUsed(word: string, use: Use): boolean {
  uses ??= load()
  return uses.get(use)?.has(word) ?? false
}

function load() {
  const found = new Map<Use, Set<string>>()
  for (const row of readTable('commitments/words.tsv', ['id', 'use', 'words'])) {
    const use = row.use as Use
    found.set(use, new Set([...(found.get(use) ?? []), ...row.words.split('|')]))
  }
  return found
}
