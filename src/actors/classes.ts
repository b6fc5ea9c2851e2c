/** Role phrases as actors: a state's ministry, the holder of an office, a class of people ("Turkish officials"). */
import type { Actor, ActorKind, Span } from '../reading.ts'
import type { Figure } from './figures.ts'
import { holderOf, leads } from './holders.ts'
import { type Add, actorOf } from './named.ts'
import type { People } from './people.ts'
import type { RolePhrase } from './phrases.ts'
import type { RoleRow } from './registry.ts'
import { countryOf, standingOf } from './standing.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Roles that are nobody by themselves: deeds, places, documents, "some", "Mr.", "side". */
export const isActorRole = (role: RoleRow): boolean =>
  role.kind !== 'deed' &&
  role.kind !== 'place' &&
  !(role.kind === 'thing' && !role.sector) &&
  !['unnamed-many', 'honorifics', 'states-common'].includes(role.id)

/** Groups known by their deeds are actors even when no country is told: "rebels", "protesters", not "people". */
const armed = new Set(['REB', 'UAF', 'OPP', 'PRM', 'CRM', 'COP', 'MIL'])
const actsAlone = ({ id, kind, sector }: RoleRow): boolean =>
  kind === 'group' && (armed.has(sector ?? '') || id === 'protesters')

const kindOfRole = (role: RoleRow): ActorKind =>
  role.kind === 'person' ? 'unnamed' : role.kind === 'group' ? 'group' : 'organisation'

interface Entry {
  readonly country?: string
  readonly span: Span
  readonly actor: Omit<Actor, 'mentions'>
}

const flat = (text: string): string => text.replace(/\s+/g, ' ')

/** The nouns of a role that mean the whole of it: "the Russian police", but no "policeman". */
const wholes: Record<string, RegExp> = {
  police: /^police$/,
  armies: /^(?:army|military|forces?)$/,
  parliaments: /^(?:parliament|legislature)$/,
  'central-banks': /^bank$/,
}

const isWhole = ({ role, noun }: RolePhrase): boolean => role.kind !== 'person' && (wholes[role.id]?.test(noun) ?? true)

/**
 * Where a phrase names the holder of its role in the one of its countries: "Romanian officials" and "Hungarian" of "Hungarian and Romanian
 * officials"; the noun alone where countries stand behind it ("the armies of Chad and Niger").
 */
export function spanOfCountry({ countries, start, end }: RolePhrase, i: number): Span {
  const it = countries[i]!
  if (countries.length === 1 || it.start > end) return { start, end }
  return i === 0 ? { start: it.start, end } : { start: it.start, end: it.end }
}

/** The actors a phrase with a country or organisation tells: one a country. */
function entriesOf(
  text: string,
  vocabulary: Vocabulary,
  phrase: RolePhrase,
  owners: ReadonlyMap<number, { readonly id: string; readonly country: string }>,
): Entry[] {
  const { role, organisation } = phrase
  const noun = text.slice(phrase.nounStart, phrase.end)
  const make = (place: string, name: string, country: string | undefined, span: Span): Entry => ({
    country,
    span,
    actor: { id: `x-${place}-${role.id}`, name: flat(name), kind: kindOfRole(role), country, sector: phrase.sector },
  })
  const whole = { start: phrase.start, end: phrase.end }
  const entries = phrase.countries.map(({ start, end, state, local }, i): Entry => {
    const institution =
      isWhole(phrase) && !local && !organisation && vocabulary.institutionOf.get(`${state.iso3} ${role.id}`)
    const span = spanOfCountry(phrase, i)
    if (institution) return { country: state.iso3, span, actor: actorOf(institution) }
    const behind = start > phrase.end
    const told = text.slice(span.start, behind ? Math.max(end, phrase.told ?? 0) : span.end)
    const words = i === 0 ? told : behind ? `${noun} of ${text.slice(start, end)}` : `${text.slice(start, end)} ${noun}`
    return make(state.id, words, state.iso3, span)
  })
  if (entries.length > 0) return entries
  // Hamas fighters are Hamas, as far as the record goes.
  if (organisation?.kind === 'group' && role.kind === 'group') {
    return [{ country: organisation.country, span: whole, actor: actorOf(organisation) }]
  }
  const words = text.slice(whole.start, Math.max(whole.end, phrase.told ?? 0))
  if (organisation) {
    const place = 'role' in organisation ? organisation.country?.toLowerCase() : undefined
    return [make(place ?? organisation.id, words, organisation.country, whole)]
  }
  const owner = phrase.owner === undefined ? undefined : owners.get(phrase.owner)
  const state = owner && vocabulary.stateOf.get(owner.country)
  if (!state) return []
  // One state has many administrations, each its leader's.
  const place = role.id === 'administrations' ? owner.id.replace(/^x-/, '') : state.id
  return [make(place, text.slice(phrase.ownerStart ?? whole.start, whole.end), owner.country, whole)]
}

/** What a phrase without a country may take up: by role and noun, and any ministry. */
const keysOf = ({ role, noun }: RolePhrase): string[] =>
  role.id.endsWith('-ministries') ? [`${role.id} ${noun}`, 'ministries ministry'] : [`${role.id} ${noun}`]

/** Adds what role phrases tell; gives those that tell nobody, or a class that somebody named may be of. */
export function addPhrases(
  text: string,
  vocabulary: Vocabulary,
  phrases: readonly RolePhrase[],
  people: People,
  published: string | undefined,
  add: Add,
): RolePhrase[] {
  const owners = new Map<number, { id: string; country: string }>()
  const byRole = new Map<string, Figure[]>()
  for (const figure of people.figures) {
    const { country } = standingOf(figure, published)
    if (country) for (const { end } of figure.mentions) owners.set(end, { id: figure.id, country })
    for (const id of new Set(figure.described.map(({ role }) => role.id))) {
      byRole.set(id, [...(byRole.get(id) ?? []), figure])
    }
  }
  const told = phrases.map((phrase) => entriesOf(text, vocabulary, phrase, owners))
  const day = published?.slice(0, 10)
  const personIn = (phrase: RolePhrase, country: string | undefined) =>
    holderIn(vocabulary, byRole.get(phrase.role.id) ?? [], people.figures, phrase, country, day)
  const taken = new Map<string, Map<string, Entry>>()
  phrases.forEach((phrase, i) => {
    for (const key of told[i]!.length > 0 ? keysOf(phrase) : []) {
      const these = taken.get(key) ?? new Map<string, Entry>()
      taken.set(key, these)
      for (const entry of told[i]!) these.set(entry.actor.id, entry)
    }
  })
  const open: RolePhrase[] = []
  phrases.forEach((phrase, i) => {
    const entries = told[i]!
    for (const { actor, country, span } of entries) {
      const holder = isOneHolder(phrase) && phrase.organisation === undefined ? personIn(phrase, country) : null
      add(holder ?? actor, span)
      if (!holder && (phrase.organisation || phrase.countries.some((it) => it.local))) open.push(phrase)
    }
    if (entries.length > 0) return
    const span = { start: phrase.start, end: phrase.end }
    if (isOneHolder(phrase)) {
      const holder = phrase.qualified ? null : personIn(phrase, undefined)
      if (holder) add(holder, span)
      else if (!phrase.qualified) open.push(phrase)
      return
    }
    const same = phrase.definite && !phrase.qualified ? taken.get(`${phrase.role.id} ${phrase.noun}`) : undefined
    if (same?.size === 1) add([...same.values()][0]!.actor, span)
    else if (actsAlone(phrase.role)) add(unplaced(text, phrase), span)
    else if (!phrase.qualified || phrase.role.sector === 'ELI') open.push(phrase)
  })
  return open
}

/** A group whose country nothing tells. */
const unplaced = (text: string, { role, nounStart, end }: RolePhrase): Omit<Actor, 'mentions'> => ({
  id: `x-${role.id}`,
  name: flat(text.slice(nounStart, end)),
  kind: 'group',
  sector: role.sector,
})

/** "the Syrian president", and each of "the Syrian and Iraqi presidents": one person, by office. */
const isOneHolder = (phrase: RolePhrase): boolean =>
  !phrase.countries.some((it) => it.local) &&
  phrase.definite &&
  (!phrase.plural || (phrase.countries.length > 1 && phrase.role.single.length > 0)) &&
  !phrase.former &&
  phrase.role.kind === 'person' &&
  phrase.role.sourcing === 'office'

/** Who "the Syrian president" or "the president" is: the one so called in this article, else who held the office that day. */
function holderIn(
  vocabulary: Vocabulary,
  called: readonly Figure[],
  figures: readonly Figure[],
  phrase: RolePhrase,
  country: string | undefined,
  day: string | undefined,
): Omit<Actor, 'mentions'> | null {
  const these = called.filter((figure) =>
    figure.described.some(
      (it) =>
        it.role.id === phrase.role.id &&
        !it.former &&
        (country === undefined || (countryOf(it) ?? figure.person?.country) === country),
    ),
  )
  const only = these.length === 1 ? these[0] : undefined
  const single = phrase.role.single.includes(phrase.term)
  // "the Russian leader": the one person of the article who leads the state, under whichever title.
  const leading =
    these.length === 0 && single && country !== undefined && phrase.role.id === 'leaders'
      ? figures.filter(({ person }) => person && leads(vocabulary, person, country, day))
      : []
  const figure = only ?? (leading.length === 1 ? leading[0] : undefined)
  if (figure) {
    const { id, name, person } = figure
    return { id, name, kind: 'person', ...standingOf(figure, day), qid: person?.qid }
  }
  if (these.length > 1 || country === undefined || !single) return null
  const person = holderOf(vocabulary, country, phrase.role, day)
  if (!person) return null
  const { id, name, qid } = person
  return { id, name, kind: 'person', ...standingOf({ person, described: [] }, day), qid }
}
