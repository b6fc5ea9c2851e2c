/** States and organisations by name, where the name is not just a modifier of something else. */
import type { Actor, Span } from '../reading.ts'
import { type Hit, organisationOfHit, peopleOfHit, type Scan, stateOfHit } from './hits.ts'
import { isWord, type Organisation, type State } from './registry.ts'

export type Add = (actor: Omit<Actor, 'mentions'>, span: Span) => void

export const actorOf = ({ id, name, kind, country, sector, qid }: Organisation): Omit<Actor, 'mentions'> => ({
  id,
  name,
  kind,
  country,
  sector,
  qid,
})

export const actorOfState = ({ id, name, iso3, qid }: State): Omit<Actor, 'mentions'> => ({
  id,
  name,
  kind: 'state',
  country: iso3,
  qid,
})

const trimmed = ({ pieces }: Scan, hit: Hit): Span => {
  const first = /^the$/i.test(pieces[hit.first]!.form) && hit.last - hit.first > 1 ? hit.first + 1 : hit.first
  return { start: pieces[first]!.start, end: hit.end }
}

/** A state's name that is no adjective names it wherever it stands: "Russia strikes", "Taiwan officials". */
export const isPlainState = (hit: Hit): boolean =>
  hit.meanings.some((meaning) => meaning.is === 'state') && !hit.meanings.some((meaning) => meaning.is === 'adjective')

/** States and organisations by name. */
export function addNamed(read: Scan, hit: Hit, add: Add): void {
  const found = organisationOfHit(hit)
  if (found) {
    const { organisation, weak } = found
    if (weak && hasForeignOwner(read, hit, organisation.country)) return
    const some = weak && countBefore(read, hit)
    add(some ? membersOf(organisation, read.pieces[hit.last - 1]!.form) : actorOf(organisation), trimmed(read, hit))
    return
  }
  const states = hit.meanings.filter((meaning) => meaning.is === 'state')
  if (states.length === 0 || peopleOfHit(hit).length > 0) return
  const { state, via } = states.find((meaning) => meaning.via !== 'people') ?? states[0]!
  if (states.some((meaning) => meaning.state !== state)) return
  const isAdjective = hit.meanings.some((meaning) => meaning.is === 'adjective')
  if (isAdjective && via === 'people' && !isNoun(read, hit)) return
  if (isBarredName(read, hit)) return
  add(actorOfState(state), trimmed(read, hit))
}

/** "Many Democrats" are not the party. */
const membersOf = ({ id, country, sector }: Organisation, name: string): Omit<Actor, 'mentions'> => ({
  id: `x-${id}-members`,
  name,
  kind: 'group',
  country,
  sector,
})

/** "many", "several", "a number of" before a plural: some of them, not the whole. */
function countBefore({ pieces }: Scan, hit: Hit): boolean {
  if (!/s$/.test(pieces[hit.last - 1]!.key)) return false
  let i = hit.first - 1
  while (i >= 0 && pieces[i]!.sentence === pieces[hit.first]!.sentence && isWord('plain', pieces[i]!.key)) {
    if (isWord('quantity', pieces[i]!.key)) return pieces[i]!.key !== 'all'
    i--
  }
  const before = pieces[i]
  if (!before || before.sentence !== pieces[hit.first]!.sentence) return false
  if (before.key === 'of') return isWord('quantity', pieces[i - 1]?.key ?? '')
  return isWord('quantity', before.key) && before.key !== 'all'
}

/** "the French said": an adjective that is its people's noun counts after "the" and before what no noun follows. */
function isNoun({ pieces, hits, hitAt }: Scan, hit: Hit): boolean {
  const after = pieces[hit.last]
  const the = pieces[hit.first - 1]?.key === 'the'
  if (!the || (hitAt[hit.last] ?? -1) >= 0 || hits.length === 0) return false
  return !after || !/^\p{L}/u.test(after.form) || isWord('verb', after.key) || isWord('speech', after.key)
}

/** "pro-Russia", "ethnic Albanians", "U.S.-backed": the state is named, but does nothing and has nothing done to it there. */
function isBarredName({ pieces }: Scan, hit: Hit): boolean {
  const after = pieces[hit.last]
  const before = pieces[hit.first - 1]
  if (before && isWord('bars', before.key)) return true
  return after?.glued === true && after.form[0] === after.form[0]?.toLowerCase()
}

function hasForeignOwner({ pieces, hits, hitAt }: Scan, hit: Hit, country: string | undefined): boolean {
  let i = hit.first - 1
  if (pieces[i]?.key === "'s") i--
  const state = stateOfHit(hits[i >= 0 ? hitAt[i]! : -1])
  return state !== null && state.iso3 !== country
}
