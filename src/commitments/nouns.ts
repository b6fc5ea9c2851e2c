/** The nouns that name a commitment (lexicon/commitments/nouns.tsv). */
import { readTable } from '../lexicon.ts'
import type { CommitmentKind } from '../reading.ts'

export interface CommitmentNoun {
  id: string
  kind: CommitmentKind
  follows: ReadonlySet<string>
  /** Whether somebody must own it. */
  owned: boolean
}

export const nounColumns = ['id', 'forms', 'kind', 'follows', 'alone', 'example'] as const

let nouns: Map<string, CommitmentNoun> | undefined

export function nounOf(word: string): CommitmentNoun | undefined {
  nouns ??= new Map(
    readTable('commitments/nouns.tsv', nounColumns).flatMap((row) =>
      row.forms.split('|').map((form) => [
        form,
        {
          id: `noun.${row.id}`,
          kind: row.kind as CommitmentKind,
          follows: new Set(row.follows.split('|')),
          owned: row.alone === 'owned',
        },
      ]),
    ),
  )
  return nouns.get(word)
}
