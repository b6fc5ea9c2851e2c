/**
 * Role phrases: a role noun with what tells its country, organisation and sector ("Turkish jets", "the Russian foreign ministry",
 * "Pentagon officials", "a spokesman for the Syrian army"). Read off word order alone: country and organisation stand before the
 * noun, with only words of kind `plain` between, or after it behind "of", "for", "from", "in", "at".
 */
import type { Span } from '../reading.ts'
import { type Hit, roleOfHit, type Scan } from './hits.ts'
import { isOpener, readAfter } from './phrase-after.ts'
import { readBefore } from './phrase-before.ts'
import type { Organisation, RoleRow, State } from './registry.ts'

export interface RolePhrase extends Span {
  readonly role: RoleRow
  /** Key of its last word, as a singular: "minister". */
  readonly noun: string
  /** Its words as keys: "foreign minister". */
  readonly term: string
  readonly plural: boolean
  /** Pieces of the role noun, and where the phrase begins. */
  readonly first: number
  readonly last: number
  readonly begins: number
  /** `local`: told by a place in the state, whose officers are not the state's own ("the Ohio governor"). */
  readonly countries: readonly (Span & { readonly state: State; readonly local?: boolean })[]
  readonly organisation?: Organisation
  /** Where the name of somebody whose it is ends and begins: "Assad's foreign minister". */
  readonly owner?: number
  readonly ownerStart?: number
  /** Where the role noun begins. */
  readonly nounStart: number
  /** Where the organisation behind it ends: "spokesman for the Arab League". */
  readonly told?: number
  /** The role's own sector, else that of a role or organisation beside it. */
  readonly sector?: string
  /** Preceded by "the". */
  readonly definite: boolean
  /** "former", "ousted". */
  readonly former: boolean
  /** Something follows that tells whose it is, read or not: "the head of a bank" is not just "the head". */
  readonly qualified: boolean
}

/** A phrase while it is read. */
export type Draft = { -readonly [K in keyof RolePhrase]: RolePhrase[K] } & {
  countries: (Span & { state: State; local?: boolean })[]
}

/** Good enough for nouns of roles: "ministries", "officials", "spokesmen". */
const singularOf = (key: string): string =>
  key
    .replace(/ies$/, 'y')
    .replace(/men$/, 'man')
    .replace(/(?<=ch|sh|x)es$/, '')
    .replace(/(?<=[^su])s$/, '')

const termOf = ({ pieces }: Scan, { first, last }: Hit): string =>
  last - first === 1
    ? pieces[first]!.key
    : pieces
        .slice(first, last)
        .map((piece) => piece.key)
        .join(' ')

/**
 * The role phrase a hit heads, or null when the hit tells no role.
 * `take` is called for each hit that only modifies the phrase, so that it is no mention of its own.
 */
export function phraseAt(scan: Scan, hit: Hit, take: (hit: Hit) => void = () => {}): RolePhrase | null {
  const role = roleOfHit(hit)
  if (!role) return null
  const { key } = scan.pieces[hit.last - 1]!
  const phrase: Draft = {
    role,
    noun: singularOf(key),
    term: termOf(scan, hit),
    plural: singularOf(key) !== key || key === 'people',
    first: hit.first,
    last: hit.last,
    begins: hit.first,
    start: hit.start,
    end: hit.end,
    nounStart: hit.start,
    countries: [],
    sector: role.sector,
    definite: false,
    former: false,
    qualified: isOpener(scan.pieces[hit.last]?.key ?? ''),
  }
  readBefore(scan, phrase, take)
  if (phrase.countries.length === 0 && !phrase.organisation) readAfter(scan, phrase, take)
  phrase.start = scan.pieces[phrase.begins]!.start
  if (phrase.former && (phrase.sector === 'GOV' || phrase.sector === 'LEG' || phrase.sector === 'MIL'))
    phrase.sector = 'ELI'
  if (phrase.sector === undefined && phrase.organisation) phrase.sector = phrase.organisation.sector
  return phrase
}
