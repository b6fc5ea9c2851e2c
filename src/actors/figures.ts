/** The people of one article while they are gathered: who is in it, under which last names, and which words are taken. */
import type { Span } from '../reading.ts'
import { phraseKey } from './forms.ts'
import type { Hit, Scan } from './hits.ts'
import { isRecognised, lastNameOf, type Name } from './names.ts'
import { phraseAt, type RolePhrase } from './phrases.ts'
import { type Person, registry } from './registry.ts'
import { appositionBefore, explanation, titleBefore } from './titles.ts'

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

export interface Figures {
  readonly all: ReadonlyMap<string, Figure>
  /** Hits of roles that are the title of a name, with the person they belong to. */
  readonly titles: ReadonlyMap<Hit, Figure>
  isTaken(piece: number): boolean
  enterPerson(person: Person): Figure
  enterStranger(name: Name): Figure
  /** Pieces [first, last) name the figure; what stands around them may tell a role. */
  place(figure: Figure, first: number, last: number): void
  /** Those called so for short. */
  called(key: string): readonly Figure[]
  /** How many words the longest short name has that begins so. */
  reach(first: string): number
}

/** Ids of strangers: "x-ivo-petrov". */
export const strangerId = (words: readonly string[]): string => `x-${words.join('-').replace(/[^\p{L}\p{N}-]/gu, '')}`

/** The words of a name, white space and hyphens made plain. */
const nameText = ({ pieces }: Scan, { first, last }: Name): string => {
  let text = pieces[first]!.form
  for (let i = first + 1; i < last; i++) text += (pieces[i]!.glued ? '-' : ' ') + pieces[i]!.form
  return text
}

const none: readonly Figure[] = []

/** The last name; the first too where it is one, as "Hillary" is ("Apple Watkins" is not called "Apple"). */
const shortOf = (scan: Scan, name: Name): string[] => {
  const { pieces } = scan
  const first = pieces[name.first]!
  const short = [lastNameOf(pieces, name)]
  const given = isGivenName(first.form) || (first.form.length > 2 && isRecognised(scan, name) === true)
  return name.last - name.first > 1 && given ? [...short, first.key] : short
}

const shortNamesOf = (person: Person): string[] => {
  const [given] = person.name.split(' ')
  const names = [...person.short, ...person.names.filter((name) => !name.includes(' '))]
  if (given !== person.name && isGivenName(given!)) names.push(given!)
  return [...new Set(names.map(phraseKey))]
}

const isGivenName = (form: string): boolean => form.length > 2 && registry().firstNames.has(form)

export function figuresOf(scan: Scan): Figures {
  const { pieces } = scan
  const all = new Map<string, Figure>()
  const titles = new Map<Hit, Figure>()
  const taken = new Uint8Array(pieces.length)
  const byShort = new Map<string, Figure[]>()
  const longest = new Map<string, number>()

  const enter = (id: string, make: () => Omit<Figure, 'id' | 'mentions' | 'described'>): Figure => {
    const known = all.get(id)
    if (known) return known
    const figure = { id, ...make(), mentions: [], described: [] }
    all.set(id, figure)
    for (const key of figure.short) {
      byShort.set(key, [...(byShort.get(key) ?? none), figure])
      const words = key.split(' ')
      longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length))
    }
    return figure
  }

  return {
    all,
    titles,
    isTaken: (piece) => taken[piece] === 1,
    called: (key) => byShort.get(key) ?? none,
    reach: (first) => longest.get(first) ?? 0,
    enterPerson: (person) =>
      enter(person.id, () => ({
        name: person.name,
        person,
        gender: person.gender,
        short: shortNamesOf(person),
      })),
    enterStranger(name) {
      const id = strangerId(pieces.slice(name.first, name.last).map((piece) => piece.key))
      return enter(id, () => ({
        name: nameText(scan, name),
        gender: registry().firstNames.get(pieces[name.first]!.form) || undefined,
        short: shortOf(scan, name),
      }))
    },
    place(figure, first, last) {
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
    },
  }
}
