/** Everybody a noun phrase names, where `describe` tells of its head alone: "Hungarian and Romanian officials", "Chad and Niger". */
import type { Mention, Span } from '../reading.ts'
import { spanOfCountry } from './classes.ts'
import { describe, mention } from './describe.ts'
import { type Given, mentionsOf } from './given.ts'
import { type Head, headOf } from './head.ts'
import { type Hit, type Scan, scan, stateOfHit } from './hits.ts'
import { isBarred, joinedBefore } from './joined.ts'
import { phraseAt } from './phrases.ts'

type Context = Pick<Given, 'analysis' | 'actors'>

/**
 * A span of the article's text in; out, in text order, a mention for each of those it names: each country of a shared noun, and each of
 * the phrases that "and" joins. A phrase that names one gives what `describe` gives.
 */
export function describeAll(span: Span, given: Context): Mention[] {
  const head = headOf(span, given)
  if (!head) return [describe(span, given)]
  const read = scan(given.analysis)
  const rest = restAfter(read, head, span)
  const others = rest ? describeAll(rest, given) : []
  const first = rest ? { start: span.start, end: head.end } : span
  // "Russia and Ukraine's presidents": the noun behind tells more of the first name than the name alone.
  const told = (headMentions(read, head, given) ?? [describe(first, given)]).filter(
    (it) => !others.some(({ start, end }) => start === it.start && end === it.end),
  )
  return [...told, ...others].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** One mention a country of the head, where it has several. */
function headMentions(read: Scan, head: Head, given: Context): Mention[] | null {
  const hit = read.hits[read.hitAt[head.last - 1]!]
  const phrase = head.role && hit ? phraseAt(read, hit) : null
  if (phrase && phrase.countries.length > 1) {
    const { all } = mentionsOf(given.actors)
    return phrase.countries.map(({ state }, i) => {
      const { start, end } = spanOfCountry(phrase, i)
      const named = all.find(
        ({ actor, ...at }) =>
          at.start === start && at.end === end && actor.country === state.iso3 && actor.kind !== 'state',
      )
      const sector = named?.actor.sector ?? phrase.sector
      return mention({ start, end }, { actor: named?.actor.id, country: state.iso3, sector })
    })
  }
  const modifier = head.actor || phrase ? null : modifierOf(read, head)
  const joined = modifier ? [modifier, ...joinedBefore(read, modifier)] : []
  return joined.length > 1 ? joined.map((it) => ofModifier(it)) : null
}

/** The country's word right before a noun that names nobody: "Russian" in "a Russian plot". */
function modifierOf(read: Scan, head: Head): Hit | null {
  for (let i = head.last - 1; i >= head.begins; i--) {
    const hit = read.hits[read.hitAt[i]!]
    if (stateOfHit(hit)) return isBarred(read, hit!) ? null : hit!
  }
  return null
}

/** "Israeli" in "the Israeli-Palestinian talks": what the noun is of, and no mention of the state's own. */
const ofModifier = (hit: Hit): Mention => mention(hit, { country: stateOfHit(hit)?.iso3 })

/** What "and" joins to a head inside its phrase; a comma only in a list that an "and" ends. */
function restAfter({ pieces }: Scan, head: Head, span: Span): Span | null {
  let at = head.last
  const inside = (i: number) => pieces[i] !== undefined && pieces[i].end <= span.end
  if (!inside(at)) return null
  if (pieces[at]!.key === ',') {
    let ends = false
    for (let i = at + 1; inside(i) && !ends; i++) ends = pieces[i]!.key === 'and'
    if (!ends) return null
    if (pieces[at + 1]?.key === 'and') at++
  } else if (pieces[at]!.key !== 'and' && pieces[at]!.key !== '&') return null
  return inside(at + 1) ? { start: pieces[at + 1]!.start, end: span.end } : null
}
