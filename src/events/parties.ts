/** Who stands where in a sentence: the mentions of actors, by token. */
import type { Actor, Mention } from '../reading.ts'
import { firstEndingAfter, firstWhere } from '../spans.ts'
import type { Scene } from '../statements/index.ts'

/** A mention with the tokens [from, to) it covers. */
export interface Party extends Mention {
  from: number
  to: number
}

const sorted = new WeakMap<readonly Actor[], readonly Mention[]>()

/** Mentions of all actors in text order, sorted once for a whole article. */
export function mentionsOf(actors: readonly Actor[]): readonly Mention[] {
  const known = sorted.get(actors)
  if (known) return known
  const mentions = actors
    .flatMap(({ id, country, sector, mentions }) =>
      mentions.map(({ start, end }) => ({
        start,
        end,
        actor: id,
        ...(country && { country }),
        ...(sector && { sector }),
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  sorted.set(actors, mentions)
  return mentions
}

/** The parties named in a sentence, in order; the longest where mentions overlap. */
export function partiesIn({ sentence, tokens }: Scene, mentions: readonly Mention[]): Party[] {
  const parties: Party[] = []
  let end = sentence.start
  for (let i = firstFrom(mentions, sentence.start); i < mentions.length && mentions[i]!.start < sentence.end; i++) {
    const mention = mentions[i]!
    if (mention.start < end) continue
    parties.push(partyOf(tokens, mention))
    end = mention.end
  }
  return parties
}

/** A mention as a party of its sentence. */
export function partyOf(tokens: Scene['tokens'], mention: Mention): Party {
  const from = firstEndingAfter(tokens, mention.start)
  let to = from + 1
  while (to < tokens.length && tokens[to]!.start < mention.end) to += 1
  return { ...mention, from, to }
}

/** Index of the first of some sorted mentions that starts at a place or after it. */
export const firstFrom = (mentions: readonly Mention[], place: number): number =>
  firstWhere(mentions, ({ start }) => start >= place)

/** A mention without the tokens it covers, as it goes into a Reading. */
export const mentionOf = ({ from: _, to: __, ...mention }: Party): Mention => mention

/** Parties that form one subject or object: "France and Germany", "the army, the police and the rebels". */
export function coordinated({ lower }: Scene, parties: readonly Party[], index: number, step: 1 | -1): Party[] {
  const group = [parties[index]!]
  for (let i = index + step; parties[i]; i += step) {
    const [left, right] = step === 1 ? [parties[i - 1]!, parties[i]!] : [parties[i]!, parties[i + 1]!]
    const between = lower.slice(left.to, right.from).filter((word) => !/^(?:the|its|a)$/.test(word))
    if (between.length === 0 || !between.every((word) => /^(?:and|,|-|–|&)$/.test(word))) break
    group.push(parties[i]!)
  }
  return step === 1 ? group : group.reverse()
}
