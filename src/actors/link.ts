/** Puts an article's actors together: people, states, organisations and role phrases, each with every place that names it. */
import type { Analysis } from '../language/index.ts'
import type { Actor, ActorKind, Span } from '../reading.ts'
import { type Hit, organisationOfHit, peopleOfHit, roleOfHit, type Scan, scan, stateOfHit } from './hits.ts'
import { holderOf, type People, peopleOf } from './people.ts'
import { phraseAt, type RolePhrase } from './phrases.ts'
import type { RoleRow } from './registry.ts'
import { isWord, registry } from './registry.ts'
import { countryOf, standingOf } from './standing.ts'

/** An article's actors, in the order of their first mention. */
export function actorsOf(analysis: Analysis, published?: string): Actor[] {
  const read = scan(analysis)
  const book = new Map<string, Actor>()
  const add = (actor: Omit<Actor, 'mentions'>, span: Span) => {
    const known = book.get(actor.id) ?? { ...defined(actor), mentions: [] }
    book.set(actor.id, known)
    known.mentions.push({ start: span.start, end: span.end })
  }
  const people = peopleOf(read, published)
  addPeople(people, published, add)

  const modifies = new Set<Hit>()
  const phrases: RolePhrase[] = []
  for (const hit of read.hits) {
    const isTitle = people.titles.has(hit)
    if (!isTitle && !headsPhrase(read, hit)) continue
    const before: Hit[] = []
    const phrase = phraseAt(read, hit, (it) => before.push(it))
    if (!phrase) continue
    // "Reuters reports": what names no actor takes no name away.
    if (isTitle || isActor(phrase.role)) for (const it of before) modifies.add(it)
    if (!isTitle && isActor(phrase.role)) phrases.push(phrase)
  }
  for (const hit of read.hits) {
    if (!modifies.has(hit) || isOwner(read, hit) || isPlainState(hit)) addNamed(read, hit, add)
  }
  addPhrases(phrases, people, published, add)

  for (const actor of book.values()) actor.mentions = apart(actor.mentions)
  return [...book.values()].sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start || (a.id < b.id ? -1 : 1))
}

/** A state's name that is no adjective names it wherever it stands: "Russia strikes", "Taiwan officials". */
const isPlainState = (hit: Hit): boolean =>
  hit.meanings.some((meaning) => meaning.is === 'state') && !hit.meanings.some((meaning) => meaning.is === 'adjective')

/** Roles that are nobody by themselves: documents, "some", "Mr.", "side". */
const isActor = (role: RoleRow): boolean =>
  !(role.kind === 'thing' && !role.sector) && !['unnamed-many', 'honorifics', 'states-common'].includes(role.id)

type Add = (actor: Omit<Actor, 'mentions'>, span: Span) => void

const defined = <T extends object>(it: T): T =>
  Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as T

/** Sorted, and where two overlap the longer. */
function apart(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Span[] = []
  for (const span of sorted) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept
}

const isOwner = ({ pieces }: Scan, hit: Hit): boolean => pieces[hit.last]?.key === "'s"

/** A role that another role follows is that one's modifier: the "foreign ministry" of "foreign ministry spokesman". */
function headsPhrase({ pieces, hits, hitAt }: Scan, hit: Hit): boolean {
  if (!roleOfHit(hit)) return false
  const after = pieces[hit.last]
  if (!after || after.sentence !== pieces[hit.first]!.sentence) return true
  const next = hits[hitAt[hit.last]!]
  const role = roleOfHit(next)
  return !role || role.id === 'unnamed-many' || after.start - hit.end > 1
}

function addPeople({ figures }: People, published: string | undefined, add: Add): void {
  for (const figure of figures) {
    const { id, name, person, mentions } = figure
    for (const span of mentions)
      add({ id, name, kind: 'person', ...standingOf(figure, published), qid: person?.qid }, span)
  }
}

const trimmed = ({ pieces }: Scan, hit: Hit): Span => {
  const first = /^the$/i.test(pieces[hit.first]!.form) && hit.last - hit.first > 1 ? hit.first + 1 : hit.first
  return { start: pieces[first]!.start, end: hit.end }
}

/** States and organisations by name. */
function addNamed(read: Scan, hit: Hit, add: Add): void {
  const organisation = organisationOfHit(hit)
  if (organisation) {
    if (organisation.weak && hasForeignOwner(read, hit, organisation.organisation.country)) return
    const { id, name, kind, country, sector, qid } = organisation.organisation
    add({ id, name, kind, country, sector, qid }, trimmed(read, hit))
    return
  }
  const states = hit.meanings.filter((meaning) => meaning.is === 'state')
  if (peopleOfHit(hit).length > 0 || new Set(states.map(({ state }) => state.id)).size !== 1) return
  const { state, via } = states.find((meaning) => meaning.via !== 'people') ?? states[0]!
  const isAdjective = hit.meanings.some((meaning) => meaning.is === 'adjective')
  if (isAdjective && via === 'people' && !isNoun(read, hit)) return
  if (isBarredName(read, hit)) return
  add({ id: state.id, name: state.name, kind: 'state', country: state.iso3, qid: state.qid }, trimmed(read, hit))
}

/** "the French said": an adjective that is its people's noun counts after "the" and before what no noun follows. */
function isNoun({ pieces, hits, hitAt }: Scan, hit: Hit): boolean {
  const after = pieces[hit.last]
  const the = pieces[hit.first - 1]?.key === 'the'
  if (!the || (hitAt[hit.last] ?? -1) >= 0 || hits.length === 0) return false
  return !after || !/^\p{L}/u.test(after.form) || isWord('verb', after.key) || isWord('speech', after.key)
}

/** "pro-Russia", "ethnic Albanians", "U.S.-backed": the state is named, but does nothing and has nothing done to it there. */
function isBarredName({ pieces }: Scan, hit: Hit): boolean {
  const after = pieces[hit.last]
  const before = pieces[hit.first - 1]
  if (before && isWord('bars', before.key)) return true
  return after?.glued === true && after.form[0] === after.form[0]?.toLowerCase()
}

function hasForeignOwner({ pieces, hits, hitAt }: Scan, hit: Hit, country: string | undefined): boolean {
  let i = hit.first - 1
  if (pieces[i]?.key === "'s") i--
  const state = stateOfHit(hits[i >= 0 ? hitAt[i]! : -1])
  return state !== null && state.iso3 !== country
}

/** Groups known by their deeds are actors even when no country is told: "rebels", not "people". */
const actsAlone = new Set(['REB', 'UAF', 'OPP', 'PRM', 'CRM', 'COP', 'MIL'])

const kindOfRole = (role: RoleRow): ActorKind =>
  role.kind === 'person' ? 'unnamed' : role.kind === 'group' ? 'group' : 'organisation'

interface Entry {
  readonly phrase: RolePhrase
  readonly country?: string
  readonly actor: Omit<Actor, 'mentions'>
}

const sentenceCase = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** The actors a phrase with a country or organisation tells: one a country. */
function entriesOf(phrase: RolePhrase, owners: ReadonlyMap<number, string>): (Entry & { readonly span: Span })[] {
  const { role, organisation } = phrase
  const make = (place: string, label: string, country: string | undefined, span: Span) => ({
    phrase,
    country,
    span,
    actor: {
      id: `x-${place}-${role.id}`,
      name: `${label} ${role.terms[1] && role.kind === 'person' ? role.terms[1] : role.terms[0]}`,
      kind: kindOfRole(role),
      country,
      sector: phrase.sector,
    },
  })
  const [nearest, ...others] = phrase.countries
  if (nearest) {
    const own = { start: others.length > 0 ? nearest.start : phrase.start, end: phrase.end }
    const behind = nearest.start > phrase.end
    const state = (it: typeof nearest) => make(it.state.id, it.state.adjectives[0] ?? it.state.name, it.state.iso3, it)
    return [{ ...state(nearest), span: behind ? { start: phrase.start, end: phrase.end } : own }, ...others.map(state)]
  }
  const span = { start: phrase.start, end: phrase.end }
  // Hamas fighters are Hamas, as far as the record goes.
  if (organisation?.kind === 'group' && role.kind === 'group') {
    const { id, name, kind, country, sector, qid } = organisation
    return [{ phrase, country, span, actor: { id, name, kind, country, sector, qid } }]
  }
  if (organisation) return [make(organisation.id, organisation.name, organisation.country, span)]
  const country = phrase.owner === undefined ? undefined : owners.get(phrase.owner)
  const state = country && registry().states.find((it) => it.iso3 === country)
  return state ? [make(state.id, state.adjectives[0] ?? state.name, country, span)] : []
}

function addPhrases(phrases: readonly RolePhrase[], people: People, published: string | undefined, add: Add): void {
  const owners = new Map(
    people.figures.flatMap((figure) => {
      const { country } = standingOf(figure, published)
      return country ? figure.mentions.map(({ end }): [number, string] => [end, country]) : []
    }),
  )
  const told = phrases.map((phrase) => entriesOf(phrase, owners))
  const day = published?.slice(0, 10)
  phrases.forEach((phrase, i) => {
    const { role } = phrase
    const entries = told[i]!
    const singular =
      !phrase.countries.some((it) => it.local) &&
      phrase.definite &&
      !phrase.plural &&
      !phrase.former &&
      role.kind === 'person' &&
      role.sourcing === 'office'
    for (const { actor, country, span } of entries) {
      const holder = singular && phrase.organisation === undefined ? personIn(people, phrase, country, day) : null
      add(holder ?? actor, span)
    }
    if (entries.length > 0) return
    const span = { start: phrase.start, end: phrase.end }
    if (singular) {
      if (phrase.qualified) return
      const holder = personIn(people, phrase, undefined, day)
      if (holder) add(holder, span)
      return
    }
    const same = new Map(
      told
        .flat()
        .filter((entry) => takesUp(phrase, entry.phrase))
        .map((entry) => [entry.actor.id, entry.actor]),
    )
    if (phrase.definite && !phrase.qualified && same.size === 1) add([...same.values()][0]!, span)
    else if (role.kind === 'group' && actsAlone.has(role.sector ?? ''))
      add(
        { id: `x-${role.id}`, name: sentenceCase(role.terms[1] ?? role.terms[0]!), kind: 'group', sector: role.sector },
        span,
      )
  })
}

/** "the army" takes up "the Syrian army" by the same word, "the ministry" any ministry. */
const takesUp = (asked: RolePhrase, told: RolePhrase): boolean =>
  (told.role.id === asked.role.id && told.noun === asked.noun) ||
  (asked.role.id === 'ministries' && told.role.id.endsWith('-ministries'))

/** Who "the Syrian president" or "the president" is: the one so called in this article, else who held the office that day. */
function personIn(
  people: People,
  phrase: RolePhrase,
  country: string | undefined,
  day: string | undefined,
): Omit<Actor, 'mentions'> | null {
  const these = people.figures.filter((figure) =>
    figure.described.some(
      (it) =>
        it.role.id === phrase.role.id &&
        !it.former &&
        (country === undefined || (countryOf(it) ?? figure.person?.country) === country),
    ),
  )
  if (these.length === 1) {
    const [figure] = these
    const { id, name, person } = figure!
    return { id, name, kind: 'person', ...standingOf(figure!, day), qid: person?.qid }
  }
  if (these.length > 1 || country === undefined) return null
  const person = holderOf(country, phrase.role.id, day)
  if (!person) return null
  const figure = { id: person.id, name: person.name, person, short: [], mentions: [], described: [] }
  return { id: person.id, name: person.name, kind: 'person', ...standingOf(figure, day), qid: person.qid }
}
