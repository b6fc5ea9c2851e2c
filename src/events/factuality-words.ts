/** The words of lexicon/events/factuality.tsv, by where they stand. */
import { verbForms } from '../language/inflection.ts'
import { readTable } from '../lexicon.ts'
import type { Factuality } from '../reading.ts'

type Place = 'negation' | 'modal' | 'condition' | 'modifier' | 'governor' | 'before-to' | 'time'
export interface Entry {
  id: string
  factuality: Factuality
}

let entries: Map<string, Entry> | undefined

/** What a word in a place makes of a deed. */
export function entryOf(place: Place, word: string): Entry | undefined {
  entries ??= new Map(
    readTable('events/factuality.tsv', ['id', 'place', 'words', 'factuality', 'example']).flatMap((row) =>
      row.words
        .split('|')
        .flatMap((words) => (row.place === 'governor' ? formsOf(words) : [words]))
        .map((form) => [`${row.place} ${form}`, { id: row.id, factuality: row.factuality as Factuality }] as const),
    ),
  )
  return entries.get(`${place} ${word}`)
}

/** Every form of a governing word, by which it is found: "called off". Nouns in the plural look like verbs in the present. */
function formsOf(words: string): string[] {
  const [verb = '', ...rest] = words.split(' ')
  const forms = verbForms(verb).flatMap((it) => [it.base, it.third, it.past, it.participle, it.gerund])
  return forms.map((form) => [form, ...rest].join(' '))
}

/** Whether a verb is one by which somebody gets somebody else to do something: "asked", "allowed". */
export const isUrging = (word: string): boolean => /^(?:ask|allow)$/.test(entryOf('governor', word)?.id ?? '')
