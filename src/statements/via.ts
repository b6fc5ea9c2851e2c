/** The outlet that has a statement: "told Reuters", "in an interview with NBC News", "wrote in The New York Times". */
import type { Analysis, Token } from '../language/index.ts'
import type { Actor, Mention, Span } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'
import { childrenOf, headIn } from './tree.ts'

/** What a reporting verb's complement says of whom it was said to, or where it stood. */
const channel = /^(?:to|in|on|with|for|by)$/

/** A complement stands in its verb's sentence; farther off, in characters, there is no need to look. */
const REACH = 500

/** Whether an actor is an outlet: PLOVER's sector of journalists, and not one of them. */
export const isOutlet = ({ sector, kind }: Pick<Actor, 'sector' | 'kind'>): boolean =>
  sector === 'JRN' && kind !== 'person' && kind !== 'unnamed'

/** Mentions of outlets in text order. */
export const outletsIn = (actors: readonly Actor[]): Mention[] =>
  actors
    .filter(isOutlet)
    .flatMap(({ id, country, sector, mentions }) =>
      mentions.map((it) => ({ ...it, actor: id, ...(country && { country }), ...(sector && { sector }) })),
    )
    .sort((a, b) => a.start - b.start)

/** The outlet a statement with this cue was made to: named in its venue, or the complement of its cue. */
export function viaOf(
  { tokens }: Analysis,
  { cue, venue, content }: { cue: Span | null; venue?: Span; content: readonly Span[] },
  outlets: readonly Mention[],
): Mention | undefined {
  const within = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end
  const inVenue = venue && outlets.find((it) => within(it, venue))
  if (inVenue || !cue) return inVenue
  const near = outlets.slice(firstEndingAfter(outlets, cue.start - REACH))
  return near.find((it) => {
    if (it.start > cue.end + REACH || content.some((span) => within(it, span))) return false
    const head = headIn(tokens, it)
    const verb = head && tokens[head.head]
    if (!verb || !(verb.start < cue.end && cue.start < verb.end)) return false
    if (head.deprel === 'obj' || head.deprel === 'iobj') return verb.lemma === 'tell' || verb.lemma === 'inform'
    return head.deprel === 'obl' && caseOf(tokens, head).some((word) => channel.test(word))
  })
}

/** The prepositions of a noun. */
const caseOf = (tokens: readonly Token[], noun: Token): string[] =>
  childrenOf(tokens, noun, 8)
    .filter(({ deprel }) => deprel === 'case')
    .map(({ form }) => form.toLowerCase())
