/** Who a mention names, and what is known of them. */
import type { Mention, Reading, Span } from '../reading.ts'

export interface Who {
  words: string
  span: Span
  /** Name, kind, country and sector of the actor, where the mention is resolved. */
  actor?: { id: string; name: string; kind: string }
  country?: string
  sector?: string
  /** From where it is known: the registry of actors, this article only, or the words of the phrase. */
  known: 'registry' | 'article' | 'phrase' | 'nothing'
}

export const wordsOf = ({ text }: Reading, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, ' ')

export function whoIs(mention: Mention, reading: Reading): Who {
  const actor = reading.actors.find(({ id }) => id === mention.actor)
  const { start, end, country, sector } = mention
  return {
    words: wordsOf(reading, mention),
    span: { start, end },
    ...(actor && { actor: { id: actor.id, name: actor.name, kind: actor.kind } }),
    ...(country && { country }),
    ...(sector && { sector }),
    known: actor ? (actor.id.startsWith('x-') ? 'article' : 'registry') : country || sector ? 'phrase' : 'nothing',
  }
}

/** The sentence that holds a place. */
export const sentenceOf = ({ sentences }: Reading, { start }: Span): Span | undefined =>
  sentences.find((it) => it.start <= start && start < it.end)
