/** What stands before a role noun and belongs to it: countries, organisations, owners, "former", "the". */
import { type Hit, organisationOfHit, roleOfHit, type Scan, stateOfHit } from './hits.ts'
import type { Draft } from './phrases.ts'
import { isWord } from './registry.ts'

/** Whether a country word at a hit does not tell whose the noun is: "pro-Russian", "Western-backed", "ethnic Albanian". */
export function isBarred({ pieces }: Scan, hit: Hit): boolean {
  const before = pieces[hit.first - 1]
  const after = pieces[hit.last]
  if (before && isWord('bars', before.key)) return true
  return after?.glued === true && !isWord('led', after.key) && !isCountryPiece(after.form)
}

export const isLocal = (hit: Hit): boolean => hit.meanings.every((meaning) => meaning.is === 'place')

/** In "Russian-Turkish", the piece behind the hyphen is itself a country's. */
const isCountryPiece = (form: string): boolean => form[0] !== form[0]?.toLowerCase()

/** Walks left from the role noun over what belongs to it. */
export function readBefore(scan: Scan, phrase: Draft, take: (hit: Hit) => void): void {
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
        if (owned) own(phrase, hit.start, hit.end)
        break
      }
      i = hit.first
      continue
    }
    if (pieces[i + 1]!.key === "'s") own(phrase, pieces[i]!.start, pieces[i]!.end)
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

function own(phrase: Draft, start: number, end: number): void {
  phrase.owner = end
  phrase.ownerStart = start
}

/** "Hungarian and Romanian officials", "Syria, Iraq and Iran's ministers": countries joined to the one just read. */
function coordinated(scan: Scan, phrase: Draft, from: Hit, take: (hit: Hit) => void): number {
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
