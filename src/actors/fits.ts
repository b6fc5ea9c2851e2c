/** Pronouns, and which actors they may stand for. */
import type { Actor } from '../reading.ts'
import type { Piece } from './pieces.ts'
import { isWord, registry } from './registry.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Pronoun {
  readonly key: string
  readonly who: 'he' | 'she' | 'it' | 'they'
  readonly subject: boolean
  readonly owner: boolean
}

const pronoun = (key: string, who: Pronoun['who'], as: 'subject' | 'owner' | 'object'): [string, Pronoun] => [
  key,
  { key, who, subject: as === 'subject', owner: as === 'owner' },
]

const pronouns = new Map<string, Pronoun>([
  pronoun('he', 'he', 'subject'),
  pronoun('him', 'he', 'object'),
  pronoun('his', 'he', 'owner'),
  pronoun('himself', 'he', 'object'),
  pronoun('she', 'she', 'subject'),
  pronoun('her', 'she', 'owner'),
  pronoun('hers', 'she', 'object'),
  pronoun('herself', 'she', 'object'),
  pronoun('it', 'it', 'subject'),
  pronoun('its', 'it', 'owner'),
  pronoun('itself', 'it', 'object'),
  pronoun('they', 'they', 'subject'),
  pronoun('them', 'they', 'object'),
  pronoun('their', 'they', 'owner'),
  pronoun('themselves', 'they', 'object'),
])

/** The personal pronoun that a lower-case word is. */
export const pronounNamed = (word: string): Pronoun | undefined => pronouns.get(word)

/** The pronoun a piece is; "he'd" and "she's" are two pieces or one, by how the language room cuts. */
export function pronounOf(pieces: readonly Piece[], at: number): Pronoun | undefined {
  const found = pronouns.get(pieces[at]!.key)
  return found?.key === 'her' && isObject(pieces, at) ? herObject : found
}

const herObject: Pronoun = { key: 'her', who: 'she', subject: false, owner: false }

/** "saw her.", "told her that": nothing follows that could be hers. */
const isObject = (pieces: readonly Piece[], at: number): boolean => {
  const next = pieces[at + 1]
  if (!next || next.sentence !== pieces[at]!.sentence || !/^\p{L}/u.test(next.form)) return true
  return isWord('preposition', next.key) || isWord('determiner', next.key) || isWord('verb', next.key)
}

export const isReflexive = ({ key }: Pronoun): boolean => key.endsWith('self') || key.endsWith('selves')

const isOne = (actor: Actor, gender: 'm' | 'f', genders: ReadonlyMap<Actor, 'm' | 'f'>): boolean =>
  actor.kind === 'person' && (genders.get(actor) ?? gender) === gender

/** Whether an actor may be called so: "he" wants a person not known to be a woman, "it" no person, "they" no state. */
export function fitOf({ who }: Pronoun, actor: Actor, genders: ReadonlyMap<Actor, 'm' | 'f'>): boolean {
  if (who === 'he') return isOne(actor, 'm', genders)
  if (who === 'she') return isOne(actor, 'f', genders)
  if (who === 'it') return actor.kind === 'state' || actor.kind === 'organisation' || actor.kind === 'group'
  return actor.kind === 'unnamed' || actor.kind === 'group' || actor.kind === 'organisation'
}

/** By the registry, else by the first name. */
export function genderOf(vocabulary: Vocabulary, actor: Actor): 'm' | 'f' | undefined {
  const person = vocabulary.personById.get(actor.id)
  if (person) return person.gender
  return registry().firstNames.get(actor.name.split(' ')[0]!) || undefined
}

const men =
  /^(?:mr|sir|king|prince|lord|emperor|sultan|emir|sheikh|pope|father|congressman|businessman|chairman|actor)$/
const women =
  /^(?:mrs|ms|miss|dame|lady|queen|princess|madam|congresswoman|businesswoman|chairwoman|spokeswoman|actress)$/

/** By the word before a name. */
export function genderTold(pieces: readonly Piece[], at: number): 'm' | 'f' | undefined {
  const before = pieces[at - 1]?.key ?? ''
  return men.test(before) ? 'm' : women.test(before) ? 'f' : undefined
}
