/** On whose word something is said. */
import type { Head } from '../actors/index.ts'
import type { Actor, Sourcing } from '../reading.ts'
import { isOutlet } from './via.ts'

const crowd =
  /^(?:many|some|others|most|several|few|all|everyone|people|critics|supporters|opponents|observers|they|voters|users|experts say)\b/i
const documents =
  /\b(?:proposal|document|report|letter|memo|poll|survey|study|draft|text|transcript|filing|cable|e-?mails?)$/i
const isPerson = /^(?:he|she|i|him|her|his|who)$/i

/** Whether a noun phrase names something written. */
export const isDocument = (words: string): boolean => documents.test(words)

/** The sourcing of a statement's source, from its words and the actor they were resolved to. */
export function sourcingOf(words: string, head: Head | null, actor: Actor | undefined): Sourcing {
  const known = actor ?? head?.actor
  if (known && known.kind !== 'unnamed') return sourcingOfActor(known)
  if (isDocument(words)) return 'document'
  if (head?.role) return head.role.sourcing
  if (crowd.test(words)) return 'crowd'
  if (known) return 'unnamed'
  if (isPerson.test(words)) return 'unnamed'
  return /(?:^|\s)\p{Lu}[\p{L}'’-]+$/u.test(words) ? 'named' : 'unnamed'
}

function sourcingOfActor(actor: Actor): Sourcing {
  if (actor.kind === 'person') return 'named'
  return isOutlet(actor) ? 'outlet' : 'office'
}
