/** What is known of the one a noun phrase names: `describe` for a Mention, `kindOf` for on whose word something stands. */
import type { Mention, Sourcing, Span } from '../reading.ts'
import { type Given, mentionsOf } from './given.ts'
import { type Head, headOf } from './head.ts'
import { organisationOfHit, type Scan, scan, stateOfHit } from './hits.ts'
import { isBarred } from './joined.ts'
import { phraseAt } from './phrases.ts'
import { isCapital } from './pieces.ts'
import { antecedentOf, pronounIn } from './pronouns.ts'
import { isWord } from './registry.ts'
import { countryOf } from './standing.ts'

interface Told {
  actor?: string
  country?: string
  sector?: string
}

export const mention = ({ start, end }: Span, { actor, country, sector }: Told): Mention => ({
  start,
  end,
  ...(actor !== undefined && { actor }),
  ...(country !== undefined && { country }),
  ...(sector !== undefined && { sector }),
})

/** GOV for "Moscow", MIL for "the Pentagon", CVL for a people and for a town that stands for those in it. */
function sectorOfName({ hits, hitAt }: Scan, head: Head): string | undefined {
  for (const meaning of hits[hitAt[head.last - 1]!]?.meanings ?? []) {
    if (meaning.is === 'state' && meaning.via === 'people') return 'CVL'
    if (meaning.is === 'state' && meaning.sector) return meaning.sector
    if (meaning.is === 'place') return 'CVL'
  }
  return undefined
}

/** Of the organisation before a noun that tells nothing itself: "the UNITA wing". */
function modifierSector({ hits, hitAt }: Scan, head: Head): string | undefined {
  for (let i = head.last - 2; i >= head.begins; i--) {
    const found = organisationOfHit(hits[hitAt[i]!])
    if (found) return found.organisation.sector
  }
  return undefined
}

/**
 * The country a noun's neighbours tell: adjectives and names before it, people and organisations that own it, and a state right behind
 * it ("a village in Cambodia").
 */
function modifierCountry(read: Scan, head: Head, given: Pick<Given, 'actors'>): string | undefined {
  const { pieces, hits, hitAt } = read
  const { byEnd } = mentionsOf(given.actors)
  for (let i = head.last - 1; i >= head.begins; i--) {
    const hit = hits[hitAt[i]!]
    const state = stateOfHit(hit)
    if (state && isBarred(read, hit!)) break
    if (state) return state.iso3
    const owner = byEnd.get(pieces[i]!.end)
    if (owner?.actor.country && i < head.last - 1) return owner.actor.country
  }
  let i = head.last
  // "guerrillas operating in Macedonia"
  if (/ing$/.test(pieces[i]?.key ?? '')) i++
  if (!/^(?:in|of|from)$/.test(pieces[i]?.key ?? '')) return undefined
  i++
  while (i < pieces.length && (isWord('determiner', pieces[i]!.key) || isWord('part-of-place', pieces[i]!.key))) i++
  const hit = hits[hitAt[i] ?? -1]
  const inSentence = hit && read.pieces[hit.first]!.sentence === read.pieces[head.first]!.sentence
  return inSentence && !isBarred(read, hit) ? stateOfHit(hit)?.iso3 : undefined
}

/**
 * A span of the article's text in, the same span out with the actor its head names, that actor's country and PLOVER sector; where it names
 * none, what its role noun and modifiers tell. A field that cannot be told is absent.
 */
export function describe(span: Span, given: Pick<Given, 'analysis' | 'actors'>): Mention {
  if (pronounIn(span, given)) {
    const antecedent = antecedentOf(span, given)
    if (!antecedent) return mention(span, {})
    const { actor } = antecedent
    return mention(span, { actor: actor.id, country: actor.country, sector: actor.sector })
  }
  const head = headOf(span, given)
  if (!head) return mention(span, {})
  const read = scan(given.analysis)
  const hit = read.hits[read.hitAt[head.last - 1]!]
  const phrase = head.role && hit ? phraseAt(read, hit) : null
  if (head.actor) {
    const { id, country, sector } = head.actor
    const told = head.actor.kind === 'state' ? sectorOfName(read, head) : undefined
    return mention(span, { actor: id, country, sector: sector ?? told ?? phrase?.sector })
  }
  if (phrase)
    return mention(span, {
      country: countryOf(phrase) ?? modifierCountry(read, head, given),
      sector: phrase.sector,
    })
  return mention(span, {
    country: modifierCountry(read, head, given),
    sector: sectorOfName(read, head) ?? modifierSector(read, head),
  })
}

/**
 * On whose word a statement is whose source is this span: a named person, an office (a state, an organisation, somebody by their office),
 * unnamed people, a document, an outlet, a crowd; none for a span without words.
 */
export function kindOf(span: Span, given: Pick<Given, 'analysis' | 'actors'>): Sourcing {
  const pronoun = pronounIn(span, given)
  if (pronoun) {
    const antecedent = antecedentOf(span, given)
    if (antecedent && antecedent.actor.id !== '') return kindOf(antecedent, given)
    return /^(?:s?he|him|his|hers?|himself|herself)$/.test(pronoun) ? 'named' : 'unnamed'
  }
  const head = headOf(span, given)
  if (!head) return 'none'
  if (head.role) return head.role.sourcing
  if (head.actor) return head.actor.kind === 'person' ? 'named' : head.actor.sector === 'JRN' ? 'outlet' : 'office'
  return isCapital(scan(given.analysis).pieces[head.last - 1]!.form) ? 'named' : 'unnamed'
}
