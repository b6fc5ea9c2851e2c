/** All forms of the registry in one index, each with what it means. */
import { addForm, type Forms, noForms, phraseKey } from './forms.ts'
import { type Ambiguity, type Organisation, type Person, type RoleRow, registry, type State } from './registry.ts'

export type Meaning =
  | {
      readonly is: 'state'
      readonly state: State
      readonly via: 'name' | 'people' | 'capital' | 'metonym'
      readonly sector?: string
    }
  | { readonly is: 'adjective'; readonly state: State }
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
  readonly personById: ReadonlyMap<string, Person>
  readonly organisationById: ReadonlyMap<string, Organisation>
  /** Who has held an office of a state: by iso3 and role id. */
  readonly holders: ReadonlyMap<string, readonly Person[]>
}

const build = (): Vocabulary => {
  const { states, organisations, people, roles, ambiguities, nobody } = registry()
  const forms = noForms<Meaning>()
  const add = (these: readonly string[], meaning: Meaning) => {
    for (const form of these) addForm(forms, form, meaning)
  }
  for (const state of states) {
    add([state.name, ...state.names], { is: 'state', state, via: 'name' })
    add(state.adjectives, { is: 'adjective', state })
    add(state.people, { is: 'state', state, via: 'people' })
    add(state.capitals, { is: 'state', state, via: 'capital', sector: 'GOV' })
    for (const { form, sector } of state.metonyms) add([form], { is: 'state', state, via: 'metonym', sector })
    add(state.places, { is: 'place', state })
  }
  for (const organisation of organisations) {
    for (const form of [organisation.name, ...organisation.names]) {
      add([form.replace(/^~/, '')], { is: 'organisation', organisation, weak: form.startsWith('~') })
    }
  }
  for (const person of people) add([person.name, ...person.names], { is: 'person', person })
  const roleOf = new Map<string, RoleRow>()
  for (const role of roles) {
    add(role.terms, { is: 'role', role })
    for (const term of role.terms) roleOf.set(phraseKey(term), role)
  }
  add(nobody, { is: 'nobody' })
  const byTerm = new Map<string, Ambiguity[]>()
  for (const it of ambiguities) byTerm.set(phraseKey(it.term), [...(byTerm.get(phraseKey(it.term)) ?? []), it])
  const holders = new Map<string, Person[]>()
  for (const person of people) {
    for (const office of person.offices) {
      const role = roleOf.get(phraseKey(office.title))
      const country = office.country === undefined ? person.country : office.country
      if (!role || !country) continue
      const key = `${country} ${role.id}`
      holders.set(key, [...(holders.get(key) ?? []), person])
    }
  }
  return {
    forms,
    ambiguities: byTerm,
    roleOf,
    personById: new Map(people.map((person) => [person.id, person])),
    organisationById: new Map(organisations.map((organisation) => [organisation.id, organisation])),
    holders,
  }
}

let built: Vocabulary | undefined

export function vocabulary(): Vocabulary {
  built ??= build()
  return built
}
