/** The words of lexicon/events/factuality.tsv, by where they stand. */
import { verbForms } from '../language/inflection.ts'
import { readTable } from '../lexicon.ts'
import type { Factuality } from '../reading.ts'

type Place = 'negation' | 'modal' | 'condition' | 'modifier' | 'governor' | 'before-to' | 'time'
export interface Entry {
  id: string
  factuality: Factuality
}

let byPlace: Map<string, Map<string, Entry>> | undefined

/** What a word in a place makes of a deed. */
export function entryOf(place: Place, word: string): Entry | undefined {
  byPlace ??= load()
  return byPlace.get(place)?.get(word)
}

function load() {
  const places = new Map<string, Map<string, Entry>>()
  for (const row of readTable('events/factuality.tsv', ['id', 'place', 'words', 'factuality', 'example'])) {
    const entries = places.get(row.place) ?? new Map<string, Entry>()
    places.set(row.place, entries)
    const entry = { id: row.id, factuality: row.factuality as Factuality }
    for (const words of row.words.split('|')) {
      for (const form of row.place === 'governor' ? formsOf(words) : [words]) entries.set(form, entry)
    }
  }
  return places
}

/** Every form of a governing word, by which it is found: "called off". Nouns in the plural look like verbs in the present. */
function formsOf(words: string): string[] {
  const [verb = '', ...rest] = words.split(' ')
  const forms = verbForms(verb).flatMap((it) => [it.base, it.third, it.past, it.participle, it.gerund])
  return forms.map((form) => [form, ...rest].join(' '))
}

/** Whether a verb is one by which somebody gets somebody else to do something: "asked", "allowed". */
export const isUrging = (word: string): boolean => /^(?:ask|allow)$/.test(entryOf('governor', word)?.id ?? '')
