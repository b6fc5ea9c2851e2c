/** The registry's vocabulary with a user's entries in it, which win where both claim a form and do not say the same. */
import { addForm, phraseKey, replaceForm, valuesOf } from '../forms.ts'
import type { Organisation, Person, RoleRow } from '../registry.ts'
import { buildVocabulary, type Meaning, type Vocabulary } from '../vocabulary.ts'
import type { Entry } from './entry.ts'

/** A vocabulary for `actorsOf`; building it takes time by the number of names, so build it once. */
export function vocabularyWith(entries: readonly Entry[]): Vocabulary {
  const words = buildVocabulary()
  const personById = new Map(words.personById)
  const organisationOf = new Map(words.organisationOf)
  const own = new Set<string>()
  for (const entry of entries) {
    const meaning = meaningOf(entry, words)
    if (meaning.is === 'person') personById.set(entry.id, meaning.person)
    if (meaning.is === 'organisation') organisationOf.set(entry.id, meaning.organisation)
    for (const form of formsOf(entry)) {
      const key = phraseKey(form)
      if (key === '' || own.has(key)) continue
      own.add(key)
      const ours = valuesOf(words.forms, key)
      if (ours.length === 0) addForm(words.forms, form, meaning)
      else if (!ours.some((it) => says(it, meaning))) replaceForm(words.forms, form, meaning)
    }
  }
  return { ...words, personById, organisationOf }
}

/** Agents are written small, and in dictionaries without their regular plurals. */
const formsOf = ({ kind, name, names }: Entry): string[] =>
  kind === 'agent'
    ? [name, ...names].flatMap((form) => [form.toLowerCase(), `${form.toLowerCase()}s`])
    : [name, ...names]

const countryOf = (it: Meaning): string | undefined => {
  if (it.is === 'state' || it.is === 'adjective' || it.is === 'place') return it.state.iso3
  if (it.is === 'organisation') return it.organisation.country
  return it.is === 'person' ? it.person.country : undefined
}

/** Whether ours says what the user's does, and so may stay: it knows more, such as dates or that a word is an adjective. */
function says(ours: Meaning, own: Meaning): boolean {
  if (own.is === 'role') return ours.is === 'role' && ours.role.sector === own.role.sector
  if (own.is === 'state') return countryOf(ours) === own.state.iso3
  return false
}

function meaningOf(entry: Entry, words: Vocabulary): Meaning {
  const { id, name, names, kind, country, sector, offices, qid } = entry
  const state = kind === 'state' && country ? words.stateOf.get(country) : undefined
  if (state) return { is: 'state', state, via: 'name' }
  if (kind === 'agent') {
    const ours = words.roleOf.get(phraseKey(name))
    const role: RoleRow = ours
      ? { ...ours, sector }
      : { id, terms: [name.toLowerCase()], sector, kind: 'person', sourcing: 'unnamed', title: false, single: [] }
    return { is: 'role', role }
  }
  if (kind === 'person') {
    const held = offices ?? [{ sector, country, title: '', from: '', to: '' }]
    const person: Person = { id, name, names, short: [name.split(' ').at(-1)!], country, offices: held, qid }
    return { is: 'person', person }
  }
  const organisation: Organisation = {
    id,
    name,
    names,
    kind: kind === 'group' ? 'group' : 'organisation',
    country,
    sector,
    qid,
  }
  return { is: 'organisation', organisation, weak: false }
}
