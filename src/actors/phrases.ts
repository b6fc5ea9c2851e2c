/**
 * Role phrases: a role noun with what tells its country, organisation and sector ("Turkish jets", "the Russian foreign ministry",
 * "Pentagon officials", "a spokesman for the Syrian army"). Read off word order alone: country and organisation stand before the
 * noun, with only words of kind `plain` between, or after it behind "of", "for", "from", "in", "at".
 */
import type { Span } from '../reading.ts'
import { type Hit, organisationOfHit, roleOfHit, type Scan, stateOfHit } from './hits.ts'
import type { Organisation, RoleRow, State } from './registry.ts'
import { isWord } from './registry.ts'

export interface RolePhrase extends Span {
  readonly role: RoleRow
  /** Key of its last word, as a singular: "minister". */
  readonly noun: string
  readonly plural: boolean
  /** Pieces of the role noun, and where the phrase begins. */
  readonly first: number
  readonly last: number
  readonly begins: number
  /** `local`: told by a place in the state, whose officers are not the state's own ("the Ohio governor"). */
  readonly countries: readonly (Span & { readonly state: State; readonly local?: boolean })[]
  readonly organisation?: Organisation
  /** Where the name of somebody whose it is ends: "Assad's foreign minister". */
  readonly owner?: number
  /** The role's own sector, else that of a role or organisation beside it. */
  readonly sector?: string
  /** Preceded by "the". */
  readonly definite: boolean
  /** "former", "ousted". */
  readonly former: boolean
  /** Something follows that tells whose it is, read or not: "the head of a bank" is not just "the head". */
  readonly qualified: boolean
}

type Mutable = { -readonly [K in keyof RolePhrase]: RolePhrase[K] } & {
  countries: (Span & { state: State; local?: boolean })[]
}

const afterWords: Record<string, 'any' | 'group' | 'organisation'> = {
  of: 'any',
  from: 'any',
  in: 'group',
  for: 'organisation',
  at: 'organisation',
  with: 'organisation',
}

/** Whether a country word at a hit does not tell whose the noun is: "pro-Russian", "Western-backed", "ethnic Albanian". */
export function isBarred({ pieces }: Scan, hit: Hit): boolean {
  const before = pieces[hit.first - 1]
  const after = pieces[hit.last]
  if (before && isWord('bars', before.key)) return true
  return after?.glued === true && !isWord('led', after.key) && !isCountryPiece(after.form)
}

const isLocal = (hit: Hit): boolean => hit.meanings.every((meaning) => meaning.is === 'place')

/** In "Russian-Turkish", the piece behind the hyphen is itself a country's. */
const isCountryPiece = (form: string): boolean => form[0] !== form[0]?.toLowerCase()

/** Walks left from the role noun over what belongs to it. */
function readBefore(scan: Scan, phrase: Mutable, take: (hit: Hit) => void): void {
  const { pieces, hits, hitAt } = scan
  const sentence = pieces[phrase.first]!.sentence
  let i = phrase.first - 1
  for (; i >= 0 && pieces[i]!.sentence === sentence; i--) {
    const { key } = pieces[i]!
    const hit = hits[hitAt[i]!]
    if (hit) {
      const role = roleOfHit(hit)
      const state = stateOfHit(hit)
      const organisation = organisationOfHit(hit)
      const owned = pieces[hit.last]?.key === "'s"
      if (state) {
        if (isBarred(scan, hit)) break
        phrase.countries.push({ start: hit.start, end: hit.end, state, local: isLocal(hit) })
        phrase.begins = hit.first
        take(hit)
        i = coordinated(scan, phrase, hit, take)
        break
      }
      if (organisation && !phrase.organisation && !(organisation.weak && phrase.countries.length > 0)) {
        phrase.organisation = organisation.organisation
        phrase.begins = hit.first
        take(hit)
        if (owned) break
      } else if (role && !role.title && !owned && phrase.first - hit.last < 3) {
        if (role.kind === 'thing' || role.id === 'unnamed-many') break
        phrase.sector ??= role.sector
        phrase.begins = hit.first
      } else if (role && (owned || role.kind === 'organisation' || role.kind === 'group')) {
        phrase.sector ??= role.sector
        phrase.begins = hit.first
      } else {
        if (owned) phrase.owner = hit.end
        break
      }
      i = hit.first
      continue
    }
    if (pieces[i + 1]!.key === "'s") phrase.owner = pieces[i]!.end
    if (isWord('former', key)) phrase.former = true
    else if (key !== "'s" && !isWord('plain', key) && !(isWord('led', key) && pieces[i]!.glued)) break
  }
  for (let k = i; k >= 0 && k > phrase.begins - 6 && pieces[k]!.sentence === sentence; k--) {
    const { key } = pieces[k]!
    if (key === 'the') phrase.definite = true
    if (isWord('former', key)) phrase.former = true
    else if (!isWord('plain', key)) break
  }
}

/** "Hungarian and Romanian officials", "Syria, Iraq and Iran's ministers": countries joined to the one just read. */
function coordinated(scan: Scan, phrase: Mutable, from: Hit, take: (hit: Hit) => void): number {
  const { pieces, hits, hitAt } = scan
  const isAdjective = (hit: Hit) => hit.meanings.some((meaning) => meaning.is === 'adjective')
  let hit = from
  for (;;) {
    let i = hit.first - 1
    const joins = pieces[i]?.key
    const glued = pieces[hit.first]!.glued
    if (!glued && joins !== 'and' && joins !== 'or' && joins !== ',') return hit.first - 1
    if (!glued) i--
    if (joins === 'and' && pieces[i]?.key === ',') i--
    const other = i >= 0 ? hits[hitAt[i]!] : undefined
    const state = stateOfHit(other)
    if (!other || !state || !isAdjective(other) || !isAdjective(from)) return hit.first - 1
    if (pieces[other.first]!.sentence !== pieces[hit.first]!.sentence || isBarred(scan, other)) return hit.first - 1
    phrase.countries.push({ start: other.start, end: other.end, state })
    phrase.begins = other.first
    take(other)
    hit = other
  }
}

/** Reads "of Armenia", "for the Russian foreign ministry", "at the State Department" behind the role noun. */
function readAfter(scan: Scan, phrase: Mutable, take: (hit: Hit) => void): void {
  const { pieces, hits, hitAt } = scan
  const sentence = pieces[phrase.first]!.sentence
  const allowed = afterWords[pieces[phrase.last]?.key ?? '']
  if (!allowed || phrase.role.kind === 'thing') return
  if (allowed === 'group' && phrase.role.kind === 'person' && phrase.role.sourcing === 'office') return
  for (let i = phrase.last + 1; i < pieces.length && pieces[i]!.sentence === sentence; i++) {
    const { key } = pieces[i]!
    const hit = hits[hitAt[i]!]
    if (hit) {
      const state = stateOfHit(hit)
      const organisation = organisationOfHit(hit)
      const role = roleOfHit(hit)
      if (state && phrase.countries.length === 0) {
        if (isBarred(scan, hit)) return
        const adjective = hit.meanings.some((meaning) => meaning.is === 'adjective')
        const metonym = hit.meanings.some((meaning) => meaning.is === 'state' && meaning.via === 'metonym')
        if (allowed === 'organisation' && !adjective && !metonym) return
        phrase.countries.push({ start: hit.start, end: hit.end, state, local: isLocal(hit) })
        for (const meaning of hit.meanings)
          if (meaning.is === 'state' && meaning.via === 'metonym') phrase.sector ??= meaning.sector
        if (!adjective) return
        take(hit)
      } else if (organisation && !phrase.organisation) {
        phrase.organisation = organisation.organisation
        return
      } else if (role && role.kind !== 'thing') {
        phrase.sector ??= role.sector
        if (allowed !== 'any' || role.kind !== 'person') return
        return
      } else return
      i = hit.last - 1
    } else if (!isWord('determiner', key) && !isWord('plain', key)) return
  }
}

/** Good enough for nouns of roles: "ministries", "officials", "spokesmen". */
const singularOf = (key: string): string =>
  key
    .replace(/ies$/, 'y')
    .replace(/men$/, 'man')
    .replace(/(?<=ch|sh|x)es$/, '')
    .replace(/(?<=[^su])s$/, '')

/**
 * The role phrase a hit heads, or null when the hit tells no role.
 * `take` is called for each hit that only modifies the phrase, so that it is no mention of its own.
 */
export function phraseAt(scan: Scan, hit: Hit, take: (hit: Hit) => void = () => {}): RolePhrase | null {
  const role = roleOfHit(hit)
  if (!role) return null
  const { key } = scan.pieces[hit.last - 1]!
  const phrase: Mutable = {
    role,
    noun: singularOf(key),
    plural: singularOf(key) !== key || key === 'people',
    first: hit.first,
    last: hit.last,
    begins: hit.first,
    start: hit.start,
    end: hit.end,
    countries: [],
    sector: role.sector,
    definite: false,
    former: false,
    qualified: Object.hasOwn(afterWords, scan.pieces[hit.last]?.key ?? ''),
  }
  readBefore(scan, phrase, take)
  if (phrase.countries.length === 0 && !phrase.organisation) readAfter(scan, phrase, take)
  phrase.start = scan.pieces[phrase.begins]!.start
  if (phrase.former && (phrase.sector === 'GOV' || phrase.sector === 'LEG' || phrase.sector === 'MIL'))
    phrase.sector = 'ELI'
  if (phrase.sector === undefined && phrase.organisation) phrase.sector = phrase.organisation.sector
  return phrase
}
