/** Links people: full names of the registry, introduced strangers, then last names alone ("Assad's envoy", "Petrov added"). */
import type { Span } from '../reading.ts'
import { phraseKey } from './forms.ts'
import { type Hit, organisationOfHit, peopleOfHit, roleOfHit, type Scan } from './hits.ts'
import { lastNameOf, type Name, nameAt, pairNames, personHits } from './names.ts'
import { heldOn } from './office.ts'
import { phraseAt, type RolePhrase } from './phrases.ts'
import { isCapital } from './pieces.ts'
import { isWord, type Person, registry } from './registry.ts'
import { vocabulary } from './vocabulary.ts'

/** Somebody in this article, of the registry or not. */
export interface Figure {
  readonly id: string
  readonly name: string
  readonly person?: Person
  readonly gender?: 'm' | 'f'
  /** Keys of what the person is called once known. */
  readonly short: readonly string[]
  readonly mentions: Span[]
  /** Roles the text gives, as a title or after a comma. */
  readonly described: RolePhrase[]
}

/** Ids of strangers: "x-ivo-petrov". */
export const strangerId = (words: readonly string[]): string => `x-${words.join('-').replace(/[^\p{L}\p{N}-]/gu, '')}`

/** Of several people with one name, the one in office on the day; null when that does not settle it. */
export function settlePerson(people: readonly Person[], day: string | undefined): Person | null {
  if (people.length === 1) return people[0]!
  const inOffice = day ? people.filter((person) => person.offices.some((office) => heldOn(office, day))) : []
  return inOffice.length === 1 ? inOffice[0]! : null
}

/** The title right before a piece: the hit of a role that may stand there. */
export function titleBefore({ pieces, hits, hitAt }: Scan, first: number): Hit | null {
  const hit = first > 0 ? hits[hitAt[first - 1]!] : undefined
  const role = roleOfHit(hit)
  if (!hit || !role || (!role.title && role.kind !== 'person')) return null
  const here = pieces[first]!
  return pieces[hit.last - 1]!.sentence === here.sentence && here.start - hit.end <= 1 ? hit : null
}

/** Whether another name's word stands right before: the "Asma" of "Asma Assad". */
const continuesName = (scan: Scan, first: number): boolean => {
  const [before, here] = [scan.pieces[first - 1], scan.pieces[first]!]
  if (!before || before.sentence !== here.sentence || here.start - before.end !== 1) return false
  if (!isCapital(before.form) || !/^\p{L}/u.test(before.form)) return false
  return scan.hitAt[first - 1]! < 0 && !isWord('small', before.key) && !isWord('day', before.key)
}

/** "in May", "May 3": the month, when somebody called May is about. */
function isDate({ pieces }: Scan, i: number): boolean {
  if (!isWord('day', pieces[i]!.key)) return false
  return (
    isWord('preposition', pieces[i - 1]?.key ?? '') ||
    /^(?:last|next|this|early|late|mid)$/.test(pieces[i - 1]?.key ?? '') ||
    /^\d/.test(pieces[i + 1]?.key ?? '')
  )
}

export interface People {
  readonly figures: readonly Figure[]
  /** Hits of roles that are the title of a name, with the person they belong to. */
  readonly titles: ReadonlyMap<Hit, Figure>
}

export function peopleOf(scan: Scan, published: string | undefined): People {
  const { pieces } = scan
  const figures = new Map<string, Figure>()
  const titles = new Map<Hit, Figure>()
  const taken = new Uint8Array(pieces.length)
  const day = published?.slice(0, 10)

  const place = (figure: Figure, first: number, last: number) => {
    taken.fill(1, first, last)
    figure.mentions.push({ start: pieces[first]!.start, end: pieces[last - 1]!.end })
    const title = titleBefore(scan, first)
    if (title) {
      titles.set(title, figure)
      const phrase = phraseAt(scan, title)
      if (phrase && phrase.role.id !== 'honorifics') figure.described.push(phrase)
    }
    const told = title ? null : appositionBefore(scan, first, last)
    const phrase = told && phraseAt(scan, told)
    if (told && phrase) {
      titles.set(told, figure)
      figure.described.push(phrase)
    }
    const explained = explanation(scan, last)
    if (explained) figure.described.push(explained)
  }
  const enter = (id: string, make: () => Omit<Figure, 'mentions' | 'described'>): Figure => {
    const known = figures.get(id)
    if (known) return known
    const figure = { ...make(), mentions: [], described: [] }
    figures.set(id, figure)
    return figure
  }
  const enterPerson = (person: Person) =>
    enter(person.id, () => ({
      id: person.id,
      name: person.name,
      person,
      gender: person.gender,
      short: [...new Set([...person.short, ...person.names.filter((name) => !name.includes(' '))].map(phraseKey))],
    }))

  const alone: Hit[] = []
  for (const hit of personHits(scan)) {
    const person = settlePerson(peopleOfHit(hit), day)
    const title = continuesName(scan, hit.first) ? titleBefore(scan, hit.first - 1) : null
    if (hit.last - hit.first === 1 && !title) alone.push(hit)
    else if (person && (!title || holds(person, roleOfHit(title)!.id, day)))
      place(enterPerson(person), title ? hit.first - 1 : hit.first, hit.last)
  }

  const stranger = (name: Name) => {
    const words = pieces.slice(name.first, name.last).map((piece) => piece.key)
    const text = { start: pieces[name.first]!.start, end: pieces[name.last - 1]!.end }
    return enter(strangerId(words), () => ({
      id: strangerId(words),
      name: nameText(scan, text),
      gender: registry().firstNames.get(pieces[name.first]!.form) || undefined,
      short: [lastNameOf(pieces, name)],
    }))
  }
  for (const name of pairNames(scan)) {
    if (taken[name.first] || taken[name.last - 1]) continue
    place(stranger(name), name.first, name.last)
  }
  const introduced = [...figures.values()].filter((figure) => !figure.person)
  for (const hit of alone) {
    if (taken[hit.first] || continuesName(scan, hit.first)) continue
    const people = peopleOfHit(hit)
    const title = titleBefore(scan, hit.first)
    const known = people.filter((it) => figures.has(it.id))
    const titled = title ? people.filter((it) => holds(it, roleOfHit(title)!.id, day)) : []
    const person = settlePerson(known.length > 0 ? known : titled.length > 0 ? titled : people, day)
    // A last name in the registry may here be that of somebody the text has introduced.
    const other = introduced.some((figure) => figure.short.includes(pieces[hit.first]!.key))
    if (person && (!other || known.length > 0 || titled.length > 0)) place(enterPerson(person), hit.first, hit.last)
  }
  const named = [...figures.values()]
  /** The one figure called so; null when none or several are. */
  const called = (key: string): Figure | null | undefined => {
    const these = named.filter((figure) => figure.short.includes(key))
    return these.length > 1 ? null : these[0]
  }
  for (let i = 0; i < pieces.length; i++) {
    if (taken[i] || !isCapital(pieces[i]!.form) || isDate(scan, i)) continue
    const hit = scan.hits[scan.hitAt[i]!]
    if (hit && (peopleOfHit(hit).length === 0 || hit.first !== i)) continue
    const name = nameAt(scan, i)
    const title = titleBefore(scan, i)
    let length = 0
    for (let n = Math.min(4, pieces.length - i); n > 0 && length === 0; n--) {
      const key = pieces
        .slice(i, i + n)
        .map((piece) => piece.key)
        .join(' ')
      const figure = called(key)
      if (!figure) continue
      const wider = name && name.last > i + n && isCapital(pieces[i + n]!.form)
      if (wider || (continuesName(scan, i) && !title)) break
      place(figure, i, i + n)
      length = n
    }
    if (length === 0 && title && name && called(lastNameOf(pieces, name)) === undefined && roleOfHit(title)!.title) {
      const figure = stranger(name)
      named.push(figure)
      place(figure, name.first, name.last)
      length = name.last - name.first
    }
    i += Math.max(0, length - 1)
  }
  for (const figure of figures.values()) figure.mentions.sort((a, b) => a.start - b.start)
  return { figures: [...figures.values()].filter((figure) => figure.mentions.length > 0), titles }
}

const nameText = ({ pieces }: Scan, { start, end }: Span): string =>
  pieces
    .filter((piece) => piece.start >= start && piece.end <= end)
    .map((piece) => (piece.glued && piece.start !== start ? '-' : ' ') + piece.form)
    .join('')
    .trim()

/** The role told before a name between commas: "A Syrian opposition leader, Ivo Haddad, said". */
function appositionBefore({ pieces, hits, hitAt }: Scan, first: number, last: number): Hit | null {
  if (pieces[first - 1]?.key !== ',' || pieces[last]?.key !== ',') return null
  const hit = hits[hitAt[first - 2] ?? -1]
  if (!hit || pieces[hit.first]!.sentence !== pieces[first]!.sentence) return null
  return roleOfHit(hit)?.kind === 'person' && hit.last === first - 1 ? hit : null
}

/** The role told behind a name and a comma: "Ivo Petrov, the Syrian foreign minister, said". */
function explanation(scan: Scan, last: number): RolePhrase | null {
  const { pieces, hits, hitAt } = scan
  if (pieces[last]?.key !== ',') return null
  for (let i = last + 1; i < Math.min(last + 9, pieces.length); i++) {
    if (pieces[i]!.sentence !== pieces[last]!.sentence) return null
    const hit = hits[hitAt[i]!]
    if (!hit) {
      if (isWord('determiner', pieces[i]!.key) || isWord('plain', pieces[i]!.key) || isWord('former', pieces[i]!.key))
        continue
      if (pieces[i]!.key === "'s") continue
      return null
    }
    const role = roleOfHit(hit)
    const next = hits[hitAt[hit.last] ?? -1]
    if (role?.kind === 'person' && !(next && roleOfHit(next)?.kind === 'person')) return phraseAt(scan, hit)
    if (!role && !organisationOfHit(hit) && peopleOfHit(hit).length > 0) return null
    i = hit.last - 1
  }
  return null
}

/** Whether the person has the role, on the day if it is known: then "President Valdimir Putin" is a slip of the pen, no relative. */
const holds = (person: Person, roleId: string, day: string | undefined): boolean =>
  person.offices.some(
    (office) => vocabulary().roleOf.get(phraseKey(office.title))?.id === roleId && (!day || heldOn(office, day)),
  )

/** Registry ids by role: who held the office in that country on the day; null when nobody or more than one did. */
export function holderOf(country: string, roleId: string, day: string | undefined): Person | null {
  if (!day) return null
  const { holders, roleOf } = vocabulary()
  const these = (holders.get(`${country} ${roleId}`) ?? []).filter((person) =>
    person.offices.some((office) => heldOn(office, day) && roleOf.get(phraseKey(office.title))?.id === roleId),
  )
  return these.length === 1 ? these[0]! : null
}
