/** What the text calls somebody: the title before a name, the role before or behind it between commas. */
import { type Hit, organisationOfHit, peopleOfHit, roleOfHit, type Scan } from './hits.ts'
import { phraseAt, type RolePhrase } from './phrases.ts'
import { isCapital } from './pieces.ts'
import { isWord } from './registry.ts'

/** The title right before a piece: the hit of a role that may stand there. */
export function titleBefore({ pieces, hits, hitAt }: Scan, first: number): Hit | null {
  const hit = first > 0 ? hits[hitAt[first - 1]!] : undefined
  const role = roleOfHit(hit)
  if (!hit || !role || (!role.title && role.kind !== 'person')) return null
  const here = pieces[first]!
  return pieces[hit.last - 1]!.sentence === here.sentence && here.start - hit.end <= 1 ? hit : null
}

/** Whether another name's word stands right before: the "Asma" of "Asma Assad". */
export const continuesName = (scan: Scan, first: number): boolean => {
  const [before, here] = [scan.pieces[first - 1], scan.pieces[first]!]
  if (!before || before.sentence !== here.sentence || here.start - before.end !== 1) return false
  if (!isCapital(before.form) || !/^\p{L}/u.test(before.form)) return false
  return scan.hitAt[first - 1]! < 0 && !isWord('small', before.key) && !isWord('day', before.key)
}

/** The role told before a name between commas: "A Syrian opposition leader, Ivo Haddad, said". */
export function appositionBefore({ pieces, hits, hitAt }: Scan, first: number, last: number): Hit | null {
  if (pieces[first - 1]?.key !== ',' || pieces[last]?.key !== ',') return null
  const hit = hits[hitAt[first - 2] ?? -1]
  if (!hit || pieces[hit.first]!.sentence !== pieces[first]!.sentence) return null
  return roleOfHit(hit)?.kind === 'person' && hit.last === first - 1 ? hit : null
}

/** The role told behind a name and a comma: "Ivo Petrov, the Syrian foreign minister, said". */
export function explanation(scan: Scan, last: number): RolePhrase | null {
  const { pieces, hits, hitAt } = scan
  if (pieces[last]?.key !== ',') return null
  for (let i = last + 1; i < Math.min(last + 9, pieces.length); i++) {
    if (pieces[i]!.sentence !== pieces[last]!.sentence) return null
    const hit = hits[hitAt[i]!]
    if (!hit) {
      if (isWord('determiner', pieces[i]!.key) || isWord('plain', pieces[i]!.key) || isWord('former', pieces[i]!.key))
        continue
      if (pieces[i]!.key === "'s") continue
      return null
    }
    const role = roleOfHit(hit)
    const next = hits[hitAt[hit.last] ?? -1]
    if (role?.kind === 'person' && !(next && roleOfHit(next)?.kind === 'person')) return phraseAt(scan, hit)
    if (!role && !organisationOfHit(hit) && peopleOfHit(hit).length > 0) return null
    i = hit.last - 1
  }
  return null
}
