/** Links people: full names of the registry, introduced strangers, then last names alone ("Assad's envoy", "Petrov added"). */
import { type Figure, type Figures, figuresOf } from './figures.ts'
import { genderTold } from './fits.ts'
import { phraseKey } from './forms.ts'
import { headlines } from './headline.ts'
import { type Hit, peopleOfHit, roleOfHit, type Scan } from './hits.ts'
import { holds, settlePerson } from './holders.ts'
import { lastNameOf, type Name, nameAt, pairNames, personHits, singleNames } from './names.ts'
import { isCapital } from './pieces.ts'
import { isWord, type Person } from './registry.ts'
import { isOneOff } from './spelling.ts'
import { continuesName, titleBefore } from './titles.ts'

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
  const day = published?.slice(0, 10)
  const cast = figuresOf(scan)
  const alone = placeFullNames(scan, cast, day)
  const inTitleCase = headlines(scan.pieces)
  for (const name of pairNames(scan, inTitleCase)) {
    if (!cast.isTaken(name.first) && !cast.isTaken(name.last - 1)) {
      const person = misspelt(scan, name, day)
      cast.place(person ? cast.enterPerson(person) : cast.enterStranger(name), name.first, name.last)
    }
  }
  placeLastNames(scan, cast, alone, day)
  placeShortNames(scan, cast, day, inTitleCase)
  for (const name of singleNames(scan)) {
    if (!cast.isTaken(name.first) && !inTitleCase.has(scan.pieces[name.first]!.sentence)) {
      cast.place(cast.enterStranger(name), name.first, name.last)
    }
  }
  const figures = [...cast.all.values()].filter((figure) => figure.mentions.length > 0)
  for (const figure of figures) figure.mentions.sort((a, b) => a.start - b.start)
  return { figures, titles: cast.titles }
}

/** Places the registry's people by their full names; gives the hits of one word, which others may share. */
function placeFullNames(scan: Scan, cast: Figures, day: string | undefined): Hit[] {
  const alone: Hit[] = []
  for (const hit of personHits(scan)) {
    const person = settlePerson(peopleOfHit(hit), day)
    const title = continuesName(scan, hit.first) ? titleBefore(scan, hit.first - 1) : null
    if (hit.last - hit.first === 1 && !title) alone.push(hit)
    else if (person && (!title || holds(scan.vocabulary, person, roleOfHit(title)!.id, day)))
      cast.place(cast.enterPerson(person), title ? hit.first - 1 : hit.first, hit.last)
  }
  return alone
}

/** "President Laurent Gbago": one letter off, in the right office. */
function misspelt(scan: Scan, { first, last }: Name, day: string | undefined): Person | null {
  const title = titleBefore(scan, first)
  if (!title || last - first < 2) return null
  const key = scan.pieces[last - 1]!.key
  const holders = scan.vocabulary.heldBy().get(roleOfHit(title)!.id) ?? []
  const these = holders.filter((person) => {
    const words = phraseKey(person.name).split(' ')
    if (words[0] !== scan.pieces[first]!.key || words.at(-1)!.length < 6 || !isOneOff(words.at(-1)!, key)) return false
    return !day || holds(scan.vocabulary, person, roleOfHit(title)!.id, day)
  })
  return these.length === 1 ? these[0]! : null
}

/** Places last names of the registry, unless they are here those of somebody the text has introduced. */
function placeLastNames(scan: Scan, cast: Figures, alone: readonly Hit[], day: string | undefined): void {
  for (const hit of alone) {
    if (cast.isTaken(hit.first) || continuesName(scan, hit.first)) continue
    const people = peopleOfHit(hit)
    const title = titleBefore(scan, hit.first)
    const known = people.filter((it) => cast.all.has(it.id))
    const titled = title ? people.filter((it) => holds(scan.vocabulary, it, roleOfHit(title)!.id, day)) : []
    const among =
      known.length > 1
        ? nearest(
            scan,
            known.map((it) => cast.enterPerson(it)),
            hit.first,
          )?.person
        : undefined
    const person =
      settlePerson(
        titled.length === 1 ? titled : known.length > 0 ? known : titled.length > 0 ? titled : people,
        day,
      ) ?? among
    const other = cast.called(scan.pieces[hit.first]!.key).some((figure) => !figure.person)
    if (person && (!other || known.length > 0 || titled.length > 0)) {
      cast.place(cast.enterPerson(person), hit.first, hit.last)
    }
  }
}

/** Places what somebody already named is called for short, and strangers behind a title ("Mr. King"). */
function placeShortNames(scan: Scan, cast: Figures, day: string | undefined, inTitleCase: ReadonlySet<number>): void {
  const { pieces } = scan
  for (let i = 0; i < pieces.length; i++) {
    if (!isCapital(pieces[i]!.form) || cast.isTaken(i) || isDate(scan, i)) continue
    const hit = scan.hits[scan.hitAt[i]!]
    if (hit && (peopleOfHit(hit).length === 0 || hit.first !== i)) continue
    const length =
      shortNameAt(scan, cast, i, inTitleCase.has(pieces[i]!.sentence)) || titledStrangerAt(scan, cast, i, day)
    i += Math.max(0, length - 1)
  }
}

/** The number of pieces placed. In title case what stands beside a name tells nothing of it. */
function shortNameAt(scan: Scan, cast: Figures, i: number, inTitleCase: boolean): number {
  const { pieces } = scan
  const name = nameAt(scan, i)
  for (let n = Math.min(cast.reach(pieces[i]!.key), pieces.length - i); n > 0; n--) {
    const key =
      n === 1
        ? pieces[i]!.key
        : pieces
            .slice(i, i + n)
            .map((piece) => piece.key)
            .join(' ')
    const figure = nearest(scan, cast.called(key), i)
    if (!figure) continue
    if (!inTitleCase) {
      const wider = name && name.last > i + n && isCapital(pieces[i + n]!.form)
      if (wider || (continuesName(scan, i) && !titleBefore(scan, i))) return 0
    }
    cast.place(figure, i, i + n)
    return n
  }
  return 0
}

/**
 * Of several people with one short name: by title ("Mrs. Clinton"), else the one more often named in full, else the one named in full
 * last before the place.
 */
function nearest(scan: Scan, figures: readonly Figure[], at: number): Figure | null {
  if (figures.length < 2) return figures[0] ?? null
  const gender = genderTold(scan.pieces, at)
  const these = gender ? figures.filter((it) => (it.gender ?? gender) === gender) : figures
  if (these.length < 2) return these[0] ?? null
  const place = scan.pieces[at]!.start
  const named = these.map((figure) => {
    const whole = figure.mentions.filter(({ start, end }) => end - start > figure.name.length / 2 + 2)
    return { figure, times: whole.length, last: whole.findLast(({ start }) => start < place)?.start ?? -1 }
  })
  named.sort((a, b) => b.times - a.times || b.last - a.last)
  return named[0]!.times > 0 ? named[0]!.figure : null
}

function titledStrangerAt(scan: Scan, cast: Figures, i: number, day: string | undefined): number {
  const title = titleBefore(scan, i)
  const name = title && nameAt(scan, i)
  if (!title || !name || !roleOfHit(title)!.title) return 0
  if (cast.called(lastNameOf(scan.pieces, name)).length > 0) return 0
  const person = misspelt(scan, name, day)
  cast.place(person ? cast.enterPerson(person) : cast.enterStranger(name), name.first, name.last)
  return name.last - name.first
}
