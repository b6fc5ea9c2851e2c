/** What stands around a form and decides which of its senses is meant: part of a person's name, a last name, a place. */
import { type Forms, type Found, longestAt, valuesOf } from './forms.ts'
import { isCapital, type Piece } from './pieces.ts'
import { isWord, registry } from './registry.ts'
import type { Meaning, Vocabulary } from './vocabulary.ts'

/** Capitalised, and neither part of a hit nor the plain first word of a sentence. */
const isName = (piece: Piece | undefined): boolean =>
  piece !== undefined && isCapital(piece.form) && /^\p{L}/u.test(piece.form) && !isWord('small', piece.key)

/** Jordan Peele, Chad Johnson, Paris Hilton: a place's name as a first name; Michael Jordan: as a last one. */
export function isPartOfName({ forms }: Vocabulary, pieces: readonly Piece[], first: number, last: number): boolean {
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
    longestAt(forms, pieces, last) === null
  )
}

/** Mr. King, Justin Bishop: a role's word as a last name. */
export function isLastName(pieces: readonly Piece[], first: number, last: number): boolean {
  const [before, here] = [pieces[first - 1], pieces[first]!]
  if (last - first !== 1 || !before || !isCapital(here.form) || here.form === here.form.toUpperCase()) return false
  if (before.sentence !== here.sentence || here.start - before.end !== 1) return false
  return /^(?:mr|mrs|ms|miss)$/.test(before.key) || registry().firstNames.has(before.form)
}

/** Whether a capital or city stands as a place: "in Moscow", "flew to Moscow", "central Baghdad", "Paris, France". */
export function isPlace({ forms }: Vocabulary, pieces: readonly Piece[], first: number, last: number): boolean {
  let i = first - 1
  while (i >= 0 && isWord('part-of-place', pieces[i]!.key)) i--
  if (i < first - 1) return true
  const before = pieces[i]
  if (before && before.sentence === pieces[first]!.sentence) {
    if (isWord('place-preposition', before.key)) return true
    if ((before.key === 'to' || before.key === 'from') && i > 0 && isWord('travel', pieces[i - 1]!.key)) return true
  }
  return pieces[last]?.key === ',' && isStateAt(forms, pieces, last + 1)
}

const isStateAt = (forms: Forms<Meaning>, pieces: readonly Piece[], at: number): boolean =>
  at < pieces.length &&
  (longestAt(forms, pieces, at)?.values.some((value) => value.is === 'state' && value.via === 'name') ?? false)

/** "Sino" of "Sino-Indian": a country's word stands behind the hyphen. */
export const isPrefix = ({ forms }: Vocabulary, pieces: readonly Piece[], last: number): boolean =>
  pieces[last]?.glued === true &&
  (longestAt(forms, pieces, last)?.values.some((value) => value.is === 'adjective' || value.is === 'state') ?? false)

/** "North" of "North and South Korea", "North" of "North and South Korean": what it means with the last words of the name behind "and". */
export function elided({ forms }: Vocabulary, pieces: readonly Piece[], at: number): Found<Meaning> | null {
  if (!/^(?:and|or)$/.test(pieces[at + 1]?.key ?? '') || !isCapital(pieces[at]!.form)) return null
  const next = pieces[at + 2]
  if (next === undefined || next.sentence !== pieces[at]!.sentence || !isCapital(next.form)) return null
  const whole = longestAt(forms, pieces, at + 2)
  if (!whole || whole.last - at < 4) return null
  const key = [pieces[at]!, ...pieces.slice(at + 3, whole.last)].map((piece) => piece.key).join(' ')
  const values = valuesOf(forms, key).filter((value) => value.is === 'state' || value.is === 'adjective')
  return values.length > 0 ? { last: at + 1, key, values } : null
}
