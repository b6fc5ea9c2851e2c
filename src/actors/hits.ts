/** Finds the forms of the registry in a text, and settles what each means there; what cannot be settled is left out. */
import type { Analysis, NameType } from '../language/index.ts'
import type { Span } from '../reading.ts'
import { longestAt, phraseKey } from './forms.ts'
import { type Piece, piecesOf } from './pieces.ts'
import type { Person, RoleRow } from './registry.ts'
import { elided, isLastName, isPartOfName, isPlace, isPrefix } from './senses.ts'
import { type Meaning, type Vocabulary, vocabulary } from './vocabulary.ts'

export interface Hit extends Span {
  /** First piece, and one past the last. */
  readonly first: number
  readonly last: number
  readonly meanings: readonly Meaning[]
}

export interface Recognised {
  readonly first: number
  readonly last: number
  readonly type: NameType
}

export interface Scan {
  readonly pieces: readonly Piece[]
  readonly hits: readonly Hit[]
  /** Index into hits by piece; -1 where none. */
  readonly hitAt: Int32Array
  /** Names the language model found, in pieces. */
  readonly names: readonly Recognised[]
  /** What the text was read with. */
  readonly vocabulary: Vocabulary
}

/** Whether an article holds a phrase. */
const phrasesOf = (pieces: readonly Piece[]): ((phrase: string) => boolean) => {
  let joined: string | undefined
  const asked = new Map<string, boolean>()
  return (phrase) => {
    let answer = asked.get(phrase)
    if (answer === undefined) {
      joined ??= ` ${pieces.map((piece) => piece.key).join(' ')} `
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

/** An analysis is never changed, so that its scan can be kept as long as it lives. */
const scans = new WeakMap<Analysis, Scan>()

/** The forms of a vocabulary in a text. Once an analysis is read with a vocabulary, it stays read with that. */
export function scan(analysis: Analysis, words: Vocabulary = vocabulary()): Scan {
  const known = scans.get(analysis)
  if (known) return known
  const pieces = piecesOf(analysis)
  const has = phrasesOf(pieces)
  const hits: Hit[] = []
  const hitAt = new Int32Array(pieces.length).fill(-1)
  for (let i = 0; i < pieces.length; ) {
    const found = longestAt(words.forms, pieces, i) ?? elided(words, pieces, i)
    if (!found) {
      i++
      continue
    }
    const meanings = settle(words, pieces, i, found, has)
    if (meanings.length > 0) {
      hitAt.fill(hits.length, i, found.last)
      hits.push({ first: i, last: found.last, start: pieces[i]!.start, end: pieces[found.last - 1]!.end, meanings })
    }
    i = found.last
  }
  const result = { pieces, hits, hitAt, names: recognised(analysis, pieces), vocabulary: words }
  scans.set(analysis, result)
  return result
}

/** The model's names in pieces, without an article before or an owner's "'s" behind. */
function recognised({ names }: Analysis, pieces: readonly Piece[]): Recognised[] {
  let at = 0
  return names.flatMap(({ start, end, type }) => {
    while (at < pieces.length && pieces[at]!.start < start) at++
    let last = at
    while (last < pieces.length && pieces[last]!.end <= end) last++
    const first = pieces[at]?.key === 'the' ? at + 1 : at
    while (last > first && pieces[last - 1]!.key === "'s") last--
    return last > first ? [{ first, last, type }] : []
  })
}

/** The meanings a form has where it stands. */
function settle(
  words: Vocabulary,
  pieces: readonly Piece[],
  first: number,
  { last, key, values }: { last: number; key: string; values: readonly Meaning[] },
  has: (phrase: string) => boolean,
): readonly Meaning[] {
  const rules = words.ambiguities.get(key)
  const isState = values.some((value) => value.is === 'state' || value.is === 'place')
  const part = isState && isPartOfName(words, pieces, first, last)
  const surname = values.some((value) => value.is === 'role') && isLastName(pieces, first, last)
  const place =
    isState &&
    values.some((value) => value.is === 'state' && value.via === 'capital') &&
    isPlace(words, pieces, first, last)
  const prefix = values.some((value) => value.is === 'adjective' && value.prefix) && !isPrefix(words, pieces, last)
  if (!rules && !part && !surname && !place && !prefix) return values
  return values.flatMap((value): Meaning[] => {
    if (prefix && value.is === 'adjective' && value.prefix) return []
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

export const roleOfHit = (hit: Hit | undefined): RoleRow | undefined => {
  for (const meaning of hit?.meanings ?? []) if (meaning.is === 'role') return meaning.role
  return undefined
}

const nobody: readonly Person[] = []

export function peopleOfHit(hit: Hit): readonly Person[] {
  let people: Person[] | undefined
  for (const meaning of hit.meanings) {
    if (meaning.is !== 'person') continue
    people ??= []
    people.push(meaning.person)
  }
  return people ?? nobody
}

/** The state a hit tells of a phrase it modifies: by adjective, name or place; null when it tells none, or several. */
export function stateOfHit(hit: Hit | undefined) {
  let state = null
  for (const meaning of hit?.meanings ?? []) {
    if (meaning.is !== 'state' && meaning.is !== 'adjective' && meaning.is !== 'place') continue
    if (state && state !== meaning.state) return null
    state = meaning.state
  }
  return state
}

export const organisationOfHit = (hit: Hit | undefined) => {
  for (const meaning of hit?.meanings ?? []) if (meaning.is === 'organisation') return meaning
  return undefined
}
