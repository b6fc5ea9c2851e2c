/** People by name: those of the registry, and those the text itself introduces by a title, a first name or a verb of speech. */
import { firstWhere } from '../spans.ts'
import { type Hit, peopleOfHit, roleOfHit, type Scan } from './hits.ts'
import { isCapital, type Piece } from './pieces.ts'
import { isWord, registry } from './registry.ts'

/** Pieces [first, last) that are somebody's name. */
export interface Name {
  readonly first: number
  readonly last: number
}

/** Keys of capitalised words that stand alone somewhere in the text, as a last name does after the full name. */
function aloneIn(scan: Scan): Set<string> {
  const { pieces } = scan
  const alone = new Set<string>()
  for (let i = 1; i < pieces.length; i++) {
    const piece = pieces[i]!
    if (!isNamePiece(scan, i) || isNamePiece(scan, i - 1) || (pieces[i + 1] && isNamePiece(scan, i + 1))) continue
    const next = pieces[i + 1]?.key ?? ''
    if (
      piece.form.length > 2 &&
      (next === "'s" || next === ',' || isWord('verb', next) || isWord('speech', next) || /(?:ed|s)$/.test(next))
    )
      alone.add(piece.key)
  }
  return alone
}

const letter = /^\p{L}/u
const longestName = 4

const follows = (pieces: readonly Piece[], i: number): boolean => {
  const [before, here] = [pieces[i - 1], pieces[i]]
  return before !== undefined && here !== undefined && before.sentence === here.sentence && here.start - before.end <= 1
}

/** A word of a name; a known last name too, for it may be that of somebody else ("Keron Blair"). */
const isNamePiece = ({ pieces, hits, hitAt }: Scan, i: number): boolean => {
  const piece = pieces[i]
  if (!piece || !isCapital(piece.form) || !letter.test(piece.form)) return false
  const hit = hits[hitAt[i]!]
  const isFree = !hit || (hit.last - hit.first === 1 && peopleOfHit(hit).length > 0)
  return isFree && !isWord('small', piece.key) && !isWord('day', piece.key)
}

/** The name that starts at a piece; null when none does. Particles ("al", "van der") may stand inside, not at its end. */
export function nameAt(scan: Scan, first: number): Name | null {
  const { pieces } = scan
  let last = first
  let i = first
  for (; i < pieces.length && i - first < longestName + 2; i++) {
    if (i > first && !follows(pieces, i)) break
    if (isNamePiece(scan, i)) last = i + 1
    else if (!isWord('particle', pieces[i]!.key) || pieces[i]!.form.length < 2) break
  }
  if (last === first || last - first > longestName + 1) return null
  if (isWord('not-a-name', pieces[last - 1]!.key)) return null
  return { first, last }
}

/** A comma and a role within a few words: ", the foreign minister,". */
function isExplained({ pieces, hits, hitAt }: Scan, name: Name): boolean {
  if (pieces[name.last]?.key !== ',') return false
  for (let i = name.last + 1; i < Math.min(name.last + 7, pieces.length); i++) {
    if (pieces[i]!.sentence !== pieces[name.first]!.sentence || pieces[i]!.key === ',') return false
    if (roleOfHit(hits[hitAt[i]!])?.kind === 'person') return true
  }
  return false
}

const isBesideSpeech = ({ pieces }: Scan, name: Name): boolean =>
  isWord('speech', pieces[name.last]?.key ?? '') ||
  (isWord('speech', pieces[name.first - 1]?.key ?? '') &&
    pieces[name.first - 1]!.sentence === pieces[name.first]!.sentence)

/** ", 40," behind a name: an age. */
const isAged = ({ pieces }: Scan, name: Name): boolean =>
  pieces[name.last]?.key === ',' && /^[1-9]\d$/.test(pieces[name.last + 1]?.form ?? '')

/** Names of people the registry does not know, found without a title. */
export function pairNames(scan: Scan, inTitleCase: ReadonlySet<number>): Name[] {
  const { pieces } = scan
  const { firstNames } = registry()
  const names: Name[] = []
  let alone: Set<string> | undefined
  for (let i = 0; i < pieces.length; i++) {
    if (!isNamePiece(scan, i)) continue
    const name = nameAt(scan, i)
    if (!name) continue
    i = name.last - 1
    const { form, sentence } = pieces[name.first]!
    if (name.last - name.first < 2 || pieces[i]!.form.length < 2 || inTitleCase.has(sentence)) continue
    if (form.length > 1 && form === form.toUpperCase() && !/^[A-Z]\.?[A-Z]\.?$/.test(form)) continue
    const given = firstNames.has(form)
    const isThing = !given && pieces.slice(name.first, name.last).some((piece) => isWord('not-a-name', piece.key))
    const endsKnown = scan.hitAt[i]! >= 0
    const told = () => {
      alone ??= aloneIn(scan)
      return !endsKnown && (isBesideSpeech(scan, name) || isAged(scan, name) || alone.has(pieces[i]!.key))
    }
    const recognised = isRecognised(scan, name)
    if (recognised || (recognised === null && !isThing && (given || isExplained(scan, name) || told())))
      names.push(name)
  }
  return names
}

/** Whether the language model takes a name for a person's; null where it has no name there. */
export function isRecognised({ names }: Scan, { first, last }: Name): boolean | null {
  const i = firstWhere(names, (it) => it.last > first)
  const it = names[i]
  return it && it.first < last ? it.type === 'PER' : null
}

/** Single words that the model takes for a person: "Melanie". */
export function singleNames({ names, pieces, hitAt }: Scan): Name[] {
  return names.filter(
    ({ first, last, type }) =>
      type === 'PER' &&
      last - first === 1 &&
      hitAt[first]! < 0 &&
      pieces[first]!.form.length > 2 &&
      isCapital(pieces[first]!.form),
  )
}

/** Hits that may be a person of the registry. */
export const personHits = ({ hits }: Scan): Hit[] => hits.filter((hit) => peopleOfHit(hit).length > 0)

/** The last name in a name: after the first word and its particles ("Ivo van der Berg" -> "van der Berg" and "Berg"). */
export const lastNameOf = (pieces: readonly Piece[], { last }: Name): string => pieces[last - 1]!.key
