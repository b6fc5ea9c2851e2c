/** Countries that share one noun: "Hungarian and Romanian officials", "the Israeli-Palestinian talks", "the armies of Chad and Niger". */
import { type Hit, type Scan, stateOfHit } from './hits.ts'
import { isWord } from './registry.ts'

/** Whether a country word at a hit does not tell whose the noun is: "pro-Russian", "Western-backed", "ethnic Albanian". */
export function isBarred({ pieces }: Scan, hit: Hit): boolean {
  const before = pieces[hit.first - 1]
  const after = pieces[hit.last]
  if (before && isWord('bars', before.key)) return true
  return after?.glued === true && !isWord('led', after.key) && !isCountryPiece(after.form)
}

/** In "Russian-Turkish", the piece behind the hyphen is itself a country's. */
const isCountryPiece = (form: string): boolean => form[0] !== form[0]?.toLowerCase()

const isAdjective = (hit: Hit): boolean => hit.meanings.some((meaning) => meaning.is === 'adjective')
const isName = (hit: Hit): boolean => hit.meanings.some((meaning) => meaning.is === 'state')
const joins = (key: string | undefined): boolean => key === 'and' || key === 'or' || key === ','

/**
 * The country words joined to one before it, nearest first: by a hyphen, a comma, "and", "or", with an article or not. Adjectives join
 * adjectives; names join a name only where `names` says that the noun is of all of them ("Russia and Ukraine's presidents").
 */
export function joinedBefore(scan: Scan, from: Hit, names = false): Hit[] {
  const { pieces, hits, hitAt } = scan
  const found: Hit[] = []
  for (let hit = from; ; hit = found.at(-1)!) {
    let i = hit.first - 1
    if (!pieces[hit.first]!.glued) {
      if (pieces[i]?.key === 'the') i--
      if (!joins(pieces[i]?.key)) return found
      i -= pieces[i]!.key !== ',' && pieces[i - 1]?.key === ',' ? 2 : 1
    }
    const other = i >= 0 ? hits[hitAt[i]!] : undefined
    if (!other || !stateOfHit(other) || other.last !== i + 1 || isBarred(scan, other)) return found
    if (pieces[other.first]!.sentence !== pieces[hit.first]!.sentence) return found
    if (!(isAdjective(other) && isAdjective(from)) && !(names && isName(other))) return found
    found.push(other)
  }
}

/** The names of states joined to one behind it, in order: "of Serbia, Croatia and Bosnia". */
export function joinedAfter(scan: Scan, from: Hit): Hit[] {
  const { pieces, hits, hitAt } = scan
  const found: Hit[] = []
  let last: number | undefined
  for (let hit = from; ; hit = found.at(-1)!) {
    let i = hit.last
    if (!joins(pieces[i]?.key)) break
    const isLast = pieces[i]!.key !== ',' || /^(?:and|or)$/.test(pieces[i + 1]?.key ?? '')
    i += pieces[i]!.key === ',' && isLast ? 2 : 1
    if (pieces[i]?.key === 'the') i++
    const other = hits[hitAt[i] ?? -1]
    if (!other || other.first !== i || !stateOfHit(other) || !isName(other) || isBarred(scan, other)) break
    if (pieces[i]!.sentence !== pieces[hit.first]!.sentence || pieces[other.last]?.key === "'s") break
    found.push(other)
    if (isLast) last = found.length
  }
  // A list that no "and" ends is none: "of Chad, Niger said".
  return found.slice(0, last ?? 0)
}
