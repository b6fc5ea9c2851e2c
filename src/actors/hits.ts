/** Finds the forms of the registry in a text, and settles what each means there; what cannot be settled is left out. */
import type { Analysis } from '../language/index.ts'
import type { Span } from '../reading.ts'
import { longestAt, phraseKey } from './forms.ts'
import { isCapital, type Piece, piecesOf } from './pieces.ts'
import { isWord, type Person, type RoleRow, registry } from './registry.ts'
import { type Meaning, vocabulary } from './vocabulary.ts'

export interface Hit extends Span {
  /** First piece, and one past the last. */
  readonly first: number
  readonly last: number
  readonly meanings: readonly Meaning[]
}

export interface Scan {
  readonly pieces: readonly Piece[]
  readonly hits: readonly Hit[]
  /** Index into hits by piece; -1 where none. */
  readonly hitAt: Int32Array
}

/** Capitalised, and neither part of a hit nor the plain first word of a sentence. */
const isName = (piece: Piece | undefined): boolean =>
  piece !== undefined && isCapital(piece.form) && /^\p{L}/u.test(piece.form) && !isWord('small', piece.key)

/** Jordan Peele, Chad Johnson, Paris Hilton: a place's name as a first name; Michael Jordan: as a last one. */
function isPartOfName(pieces: readonly Piece[], first: number, last: number): boolean {
  const { firstNames } = registry()
  if (last - first !== 1) return false
  const [before, here, after] = [pieces[first - 1], pieces[first]!, pieces[last]]
  const near = (a: Piece, b: Piece) => b.start - a.end === 1 && a.sentence === b.sentence
  if (before && near(before, here) && isCapital(before.form) && firstNames.has(before.form)) return true
  return (
    firstNames.has(here.form) &&
    after !== undefined &&
    near(here, after) &&
    isName(after) &&
    longestAt(vocabulary().forms, pieces, last) === null
  )
}

/** Mr. King, Justin Bishop: a role's word as a last name. */
function isLastName(pieces: readonly Piece[], first: number, last: number): boolean {
  const [before, here] = [pieces[first - 1], pieces[first]!]
  if (last - first !== 1 || !before || !isCapital(here.form) || here.form === here.form.toUpperCase()) return false
  if (before.sentence !== here.sentence || here.start - before.end !== 1) return false
  return /^(?:mr|mrs|ms|miss)$/.test(before.key) || registry().firstNames.has(before.form)
}

/** Whether a capital or city stands as a place: "in Moscow", "flew to Moscow", "central Baghdad", "Paris, France". */
function isPlace(pieces: readonly Piece[], first: number, last: number): boolean {
  let i = first - 1
  while (i >= 0 && isWord('part-of-place', pieces[i]!.key)) i--
  if (i < first - 1) return true
  const before = pieces[i]
  if (before && before.sentence === pieces[first]!.sentence) {
    if (isWord('place-preposition', before.key)) return true
    if ((before.key === 'to' || before.key === 'from') && i > 0 && isWord('travel', pieces[i - 1]!.key)) return true
  }
  return pieces[last]?.key === ',' && vocabularyStateAt(pieces, last + 1)
}

const vocabularyStateAt = (pieces: readonly Piece[], at: number): boolean =>
  at < pieces.length &&
  (longestAt(vocabulary().forms, pieces, at)?.values.some((value) => value.is === 'state' && value.via === 'name') ??
    false)

/** The words of an article, and whether it holds a phrase. */
const phrasesOf = (pieces: readonly Piece[]): ((phrase: string) => boolean) => {
  const joined = ` ${pieces.map((piece) => piece.key).join(' ')} `
  const asked = new Map<string, boolean>()
  return (phrase) => {
    let answer = asked.get(phrase)
    if (answer === undefined) {
      answer = joined.includes(` ${phraseKey(phrase)} `)
      asked.set(phrase, answer)
    }
    return answer
  }
}

const idOf = (meaning: Meaning): string | undefined => {
  if (meaning.is === 'state' || meaning.is === 'adjective' || meaning.is === 'place') return meaning.state.id
  if (meaning.is === 'organisation') return meaning.organisation.id
  return meaning.is === 'person' ? meaning.person.id : undefined
}

export function scan(analysis: Analysis): Scan {
  const known = scans.get(analysis)
  if (known) return known
  const pieces = piecesOf(analysis)
  const { forms, ambiguities } = vocabulary()
  const has = phrasesOf(pieces)
  const hits: Hit[] = []
  const hitAt = new Int32Array(pieces.length).fill(-1)
  const settle = (first: number, last: number, values: readonly Meaning[]): Meaning[] => {
    const rules = ambiguities.get(
      pieces
        .slice(first, last)
        .map((piece) => piece.key)
        .join(' '),
    )
    const part = isPartOfName(pieces, first, last)
    const surname = isLastName(pieces, first, last)
    const place =
      values.some((value) => value.is === 'state' && value.via === 'capital') && isPlace(pieces, first, last)
    return values.flatMap((value): Meaning[] => {
      const rule = rules?.find(({ id }) => id === idOf(value))
      if (rule && rule.needs[0] !== '@office') {
        if (rule.unless.some(has) || (rule.needs.length > 0 && !rule.needs.some(has))) return []
      }
      if (part && (value.is === 'state' || value.is === 'place')) return []
      if (surname && value.is === 'role') return []
      if (place && value.is === 'state') return [{ is: 'place', state: value.state }]
      return [value]
    })
  }
  for (let i = 0; i < pieces.length; ) {
    const found = longestAt(forms, pieces, i)
    if (!found) {
      i++
      continue
    }
    const meanings = settle(i, found.last, found.values)
    if (meanings.length > 0) {
      hitAt.fill(hits.length, i, found.last)
      hits.push({ first: i, last: found.last, start: pieces[i]!.start, end: pieces[found.last - 1]!.end, meanings })
    }
    i = found.last
  }
  const result = { pieces, hits, hitAt }
  scans.set(analysis, result)
  return result
}

/** An analysis is never changed, so that its scan can be kept as long as it lives. */
const scans = new WeakMap<Analysis, Scan>()

export const roleOfHit = (hit: Hit | undefined): RoleRow | undefined => {
  for (const meaning of hit?.meanings ?? []) if (meaning.is === 'role') return meaning.role
  return undefined
}

export const peopleOfHit = (hit: Hit): Person[] =>
  hit.meanings.flatMap((meaning) => (meaning.is === 'person' ? [meaning.person] : []))

/** The state a hit tells of a phrase it modifies: by adjective, name or place; null when it tells none, or several. */
export function stateOfHit(hit: Hit | undefined) {
  const states = new Set(
    (hit?.meanings ?? []).flatMap((meaning) =>
      meaning.is === 'state' || meaning.is === 'adjective' || meaning.is === 'place' ? [meaning.state] : [],
    ),
  )
  return states.size === 1 ? [...states][0]! : null
}

export const organisationOfHit = (hit: Hit | undefined) => {
  for (const meaning of hit?.meanings ?? []) if (meaning.is === 'organisation') return meaning
  return undefined
}
