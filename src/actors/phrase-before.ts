/** What stands before a role noun and belongs to it: countries, organisations, owners, "former", "the". */
import { type Hit, organisationOfHit, roleOfHit, type Scan, stateOfHit } from './hits.ts'
import { isBarred, joinedBefore } from './joined.ts'
import type { Draft } from './phrases.ts'
import { isCapital } from './pieces.ts'
import { isWord } from './registry.ts'

export const isLocal = (hit: Hit): boolean => hit.meanings.every((meaning) => meaning.is === 'place')

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
        const joined = [hit, ...joinedBefore(scan, hit, owned && phrase.plural)]
        for (const it of joined) {
          phrase.countries.push({ start: it.start, end: it.end, state: stateOfHit(it)!, local: isLocal(it) })
          take(it)
        }
        phrase.begins = joined.at(-1)!.first
        i = phrase.begins - 1
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
        if (owned || isNamesake(scan, phrase, hit.last - 1)) own(phrase, hit.start, hit.end)
        break
      }
      i = hit.first
      continue
    }
    if (pieces[i + 1]!.key === "'s" || isNamesake(scan, phrase, i)) own(phrase, pieces[i]!.start, pieces[i]!.end)
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

/** "the Obama administration": whoever leads it stands right before the noun. */
const isNamesake = ({ pieces }: Scan, { role, first }: Draft, at: number): boolean =>
  role.id === 'administrations' && at === first - 1 && isCapital(pieces[at]!.form)

function own(phrase: Draft, start: number, end: number): void {
  phrase.owner = end
  phrase.ownerStart = start
}
