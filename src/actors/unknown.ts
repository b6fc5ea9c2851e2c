/** Organisations that the language model finds and no table knows: "the Association of Flight Attendants (AFA)". */
import { readTable } from '../lexicon.ts'
import type { Actor, Span } from '../reading.ts'
import { type Scan, stateOfHit } from './hits.ts'
import { once } from './once.ts'

interface Found extends Span {
  readonly actor: Omit<Actor, 'mentions'>
}

/** The sector that a word of an organisation's name tells: "University". */
const sectors = once(
  () => new Map(readTable('actors/name-words.tsv', ['word', 'sector']).map(({ word, sector }) => [word, sector])),
)

export function unknownOrganisations({ pieces, hits, hitAt, names }: Scan, taken: readonly Span[]): Found[] {
  const found: Found[] = []
  const byForm = new Map<string, Omit<Actor, 'mentions'>>()
  let k = 0
  for (const { first, last, type } of names) {
    if (type !== 'ORG' || pieces[last - 1]!.form.length < 2) continue
    const [start, end] = [pieces[first]!.start, pieces[last - 1]!.end]
    while (k < taken.length && taken[k]!.end <= start) k++
    if (taken[k] && taken[k]!.start < end) continue
    const words = pieces.slice(first, last)
    const key = words.map((piece) => piece.key).join(' ')
    // A role's word alone names nobody: "Senate aides".
    if (words.every((_, i) => (hitAt[first + i] ?? -1) >= 0)) continue
    let actor = byForm.get(key)
    if (!actor) {
      const state = words.map((_, i) => stateOfHit(hits[hitAt[first + i]!])).find((it) => it !== null)
      const sector = words.map((piece) => sectors().get(piece.key)).findLast((it) => it !== undefined)
      actor = {
        id: `x-${key.replace(/[^\p{L}\p{N} ]/gu, '').replace(/ +/g, '-')}`,
        name: words
          .map((piece, i) => (i === 0 ? '' : piece.glued ? '-' : piece.key === "'s" ? '' : ' ') + piece.form)
          .join(''),
        kind: 'organisation',
        country: state?.iso3,
        sector,
      }
      byForm.set(key, actor)
      const initials = words
        .map(({ form }) => (/^\p{Lu}/u.test(form) ? form[0] : ''))
        .join('')
        .toLowerCase()
      if (initials.length > 2 && !byForm.has(initials)) byForm.set(initials, actor)
    }
    found.push({ start, end, actor })
  }
  return found
}
