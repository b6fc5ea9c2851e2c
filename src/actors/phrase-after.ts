/** What stands behind a role noun and belongs to it: "of Armenia", "for the Russian foreign ministry". */
import { type Hit, organisationOfHit, roleOfHit, type Scan, stateOfHit } from './hits.ts'
import { isBarred, joinedAfter } from './joined.ts'
import { isLocal } from './phrase-before.ts'
import type { Draft } from './phrases.ts'
import { isWord } from './registry.ts'

const afterWords: Record<string, 'any' | 'group' | 'organisation'> = {
  of: 'any',
  from: 'any',
  in: 'group',
  for: 'organisation',
  at: 'organisation',
  with: 'organisation',
}

/** Whether a word may open what follows a role noun: "of", "for". */
export const isOpener = (key: string): boolean => Object.hasOwn(afterWords, key)

/** Reads "of Armenia", "for the Russian foreign ministry", "at the State Department" behind the role noun. */
export function readAfter(scan: Scan, phrase: Draft, take: (hit: Hit) => void): void {
  const { pieces, hits, hitAt } = scan
  const sentence = pieces[phrase.first]!.sentence
  // "guerrillas operating in Macedonia"; soldiers may fight far from home.
  const busy = /ing$/.test(pieces[phrase.last]?.key ?? '') && pieces[phrase.last + 1]?.key === 'in'
  if (busy && (phrase.role.kind !== 'group' || phrase.sector === 'MIL')) return
  const opener = busy ? phrase.last + 1 : phrase.last
  const allowed = afterWords[pieces[opener]?.key ?? '']
  if (!allowed || phrase.role.kind === 'thing' || phrase.role.kind === 'deed') return
  if (allowed === 'group' && phrase.role.kind === 'person' && phrase.role.sourcing === 'office') return
  for (let i = opener + 1; i < pieces.length && pieces[i]!.sentence === sentence; i++) {
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
        const joined = phrase.plural && !adjective ? [hit, ...joinedAfter(scan, hit)] : [hit]
        for (const it of joined)
          phrase.countries.push({ start: it.start, end: it.end, state: stateOfHit(it)!, local: isLocal(it) })
        phrase.told = hit.end
        for (const meaning of hit.meanings)
          if (meaning.is === 'state' && meaning.via === 'metonym') phrase.sector ??= meaning.sector
        if (!adjective) return
        take(hit)
      } else if (organisation && !phrase.organisation) {
        phrase.organisation = organisation.organisation
        phrase.told = hit.end
        return
      } else if (role && role.kind !== 'thing') {
        phrase.sector ??= role.sector
        phrase.told = hit.end
        if (allowed !== 'any' || role.kind !== 'person') return
        return
      } else return
      i = hit.last - 1
    } else if (!isWord('determiner', key) && !isWord('plain', key)) return
  }
}
