/** All forms of the registry in one index, each with what it means. */
import { addForm, type Forms, noForms, phraseKey } from './forms.ts'
import { once } from './once.ts'
import {
  type Ambiguity,
  type Institution,
  type Organisation,
  type Person,
  type RoleRow,
  registry,
  type State,
} from './registry.ts'

export type Meaning =
  | {
      readonly is: 'state'
      readonly state: State
      readonly via: 'name' | 'people' | 'capital' | 'metonym'
      readonly sector?: string
    }
  | { readonly is: 'adjective'; readonly state: State; readonly prefix?: boolean }
  | { readonly is: 'place'; readonly state: State }
  | { readonly is: 'organisation'; readonly organisation: Organisation; readonly weak: boolean }
  | { readonly is: 'person'; readonly person: Person }
  | { readonly is: 'role'; readonly role: RoleRow }
  | { readonly is: 'nobody' }

export interface Vocabulary {
  readonly forms: Forms<Meaning>
  /** Ambiguities by the key of their term. */
  readonly ambiguities: ReadonlyMap<string, readonly Ambiguity[]>
  /** The role a term tells. */
  readonly roleOf: ReadonlyMap<string, RoleRow>
  readonly stateOf: ReadonlyMap<string, State>
  readonly personById: ReadonlyMap<string, Person>
  readonly organisationOf: ReadonlyMap<string, Organisation>
  /** A state's own institution by iso3 and role id: "RUS foreign-ministries". */
  readonly institutionOf: ReadonlyMap<string, Institution>
  /** Who has held an office of a state, by iso3 and role id: worked out when first asked, for it reads every office. */
  readonly holders: () => ReadonlyMap<string, readonly Person[]>
  /** Who has ever held an office, by role id. */
  readonly heldBy: () => ReadonlyMap<string, readonly Person[]>
}

/** Adds what names an organisation; "~" before a form makes it weak. */
export function addOrganisation(forms: Forms<Meaning>, organisation: Organisation): void {
  const strong: Meaning = { is: 'organisation', organisation, weak: false }
  addForm(forms, organisation.name, strong)
  for (const form of organisation.names) {
    if (form.startsWith('~')) addForm(forms, form.slice(1), { ...strong, weak: true })
    else addForm(forms, form, strong)
  }
}

/** A vocabulary of its own, to be added to. */
export const buildVocabulary = (): Vocabulary => {
  const { states, organisations, institutions, people, roles, ambiguities, nobody } = registry()
  const forms = noForms<Meaning>()
  const add = (these: readonly string[], meaning: Meaning) => {
    for (const form of these) addForm(forms, form, meaning)
  }
  for (const state of states) {
    add([state.name, ...state.names], { is: 'state', state, via: 'name' })
    add(state.adjectives, { is: 'adjective', state })
    add(state.prefixes, { is: 'adjective', state, prefix: true })
    add(state.people, { is: 'state', state, via: 'people' })
    add(state.capitals, { is: 'state', state, via: 'capital', sector: 'GOV' })
    for (const { form, sector } of state.metonyms) add([form], { is: 'state', state, via: 'metonym', sector })
    add(state.places, { is: 'place', state })
  }
  for (const organisation of organisations) addOrganisation(forms, organisation)
  for (const institution of institutions) addOrganisation(forms, institution)
  for (const person of people) add([person.name, ...person.names], { is: 'person', person })
  const roleOf = new Map<string, RoleRow>()
  for (const role of roles) {
    const meaning: Meaning = { is: 'role', role }
    for (const term of role.terms) roleOf.set(addForm(forms, term, meaning), role)
  }
  add(nobody, { is: 'nobody' })
  const byTerm = new Map<string, Ambiguity[]>()
  for (const it of ambiguities) append(byTerm, phraseKey(it.term), it)
  return {
    forms,
    ambiguities: byTerm,
    roleOf,
    stateOf: new Map(states.map((state) => [state.iso3, state])),
    personById: new Map(people.map((person) => [person.id, person])),
    organisationOf: new Map([...organisations, ...institutions].map((it) => [it.id, it])),
    institutionOf: new Map(institutions.map((it) => [`${it.country} ${it.role}`, it])),
    holders: once(() => holdersOf(people, roleOf, (country, role) => country && `${country} ${role}`)),
    heldBy: once(() => holdersOf(people, roleOf, (_, role) => role)),
  }
}

const append = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const these = map.get(key)
  if (these) these.push(value)
  else map.set(key, [value])
}

function holdersOf(
  people: readonly Person[],
  roleOf: ReadonlyMap<string, RoleRow>,
  keyOf: (country: string | null, role: string) => string | null,
): Map<string, Person[]> {
  const holders = new Map<string, Person[]>()
  for (const person of people) {
    const keys = person.offices.map((office) => {
      const role = roleOf.get(phraseKey(office.title))
      return role ? keyOf((office.country === undefined ? person.country : office.country) ?? null, role.id) : null
    })
    for (const key of new Set(keys)) if (key) append(holders, key, person)
  }
  return holders
}

/** The vocabulary of the registry, built when first asked for. */
export const vocabulary: () => Vocabulary = once(buildVocabulary)
