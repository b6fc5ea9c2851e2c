/** The verbs that commit somebody (lexicon/commitments/verbs.tsv), found by any of their forms. */
import { verbForms } from '../language/inflection.ts'
import { readTable } from '../lexicon.ts'
import type { CommitmentKind } from '../reading.ts'

export type Frame =
  | 'to'
  | 'that'
  | 'obj'
  | 'other'
  | 'for'
  | 'prep'
  | 'told'
  | 'must'
  | 'subjunctive'
  | 'time'
  | 'pact'
  | 'warning'

export interface CommitmentVerb {
  id: string
  kind: CommitmentKind
  frames: ReadonlySet<Frame>
  /** Words that must follow the verb, each way in which they may. */
  follows: readonly (readonly string[])[]
}

export const verbColumns = ['id', 'verbs', 'follows', 'kind', 'frames', 'example'] as const

let verbs: Map<string, CommitmentVerb[]> | undefined

const none: readonly CommitmentVerb[] = []

/** The entries that a word may be a form of, those that ask for more words first. */
export function verbsOf(word: string): readonly CommitmentVerb[] {
  verbs ??= load()
  return verbs.get(word) ?? none
}

function load() {
  const found = new Map<string, CommitmentVerb[]>()
  for (const row of readTable('commitments/verbs.tsv', verbColumns)) {
    const entry: CommitmentVerb = {
      id: `verb.${row.id}`,
      kind: row.kind as CommitmentKind,
      frames: new Set(row.frames.split(' ') as Frame[]),
      follows: row.follows === '' ? [] : row.follows.split('|').map((words) => words.split(' ')),
    }
    const forms = row.verbs.split('|').flatMap((lemma) => verbForms(lemma).flatMap((it) => Object.values(it)))
    for (const form of new Set(forms)) found.set(form, [...(found.get(form) ?? []), entry])
  }
  for (const entries of found.values())
    entries.sort((a, b) => Number(b.follows.length > 0) - Number(a.follows.length > 0))
  return found
}
