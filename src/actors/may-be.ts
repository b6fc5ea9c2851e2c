import type { Actor } from '../reading.ts'
import { gendersIn } from './coreference.ts'
import { fitOf, pronounNamed } from './fits.ts'
import type { Given } from './given.ts'
import { scan } from './hits.ts'

const genders = new WeakMap<readonly Actor[], ReadonlyMap<Actor, 'm' | 'f'>>()

/** Whether a personal pronoun may stand for an actor by gender, number and kind; kept as long as the actors live. */
export function mayBe(word: string, actor: Actor, { analysis, actors }: Pick<Given, 'analysis' | 'actors'>): boolean {
  const pronoun = pronounNamed(word.toLowerCase())
  if (!pronoun) return false
  const known = genders.get(actors) ?? gendersIn(scan(analysis), actors)
  genders.set(actors, known)
  return fitOf(pronoun, actor, known)
}
