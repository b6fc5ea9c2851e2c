/** The registry: the tables of `lexicon/actors` as objects, read once when first asked for. */

import { readTable } from '../lexicon.ts'
import type { ActorKind } from '../reading.ts'
import type { Office } from './office.ts'
import { registryOf } from './rows.ts'

export interface State {
  readonly id: string
  readonly iso3: string
  readonly name: string
  readonly names: readonly string[]
  readonly adjectives: readonly string[]
  /** Adjectives before a hyphen and another country's: "Sino-Indian". */
  readonly prefixes: readonly string[]
  readonly people: readonly string[]
  readonly capitals: readonly string[]
  /** Houses that stand for the government, with the sector each stands for. */
  readonly metonyms: readonly { readonly form: string; readonly sector: string }[]
  readonly places: readonly string[]
  readonly qid?: string
}

export interface Organisation {
  readonly id: string
  readonly name: string
  /** With `~` before a form that gives way to a foreign country before it ("~Congress": not in "the Peruvian Congress"). */
  readonly names: readonly string[]
  readonly kind: Extract<ActorKind, 'organisation' | 'group'>
  readonly country?: string
  readonly sector?: string
  readonly qid?: string
}

/** A state's own ministry, force or house: the "foreign ministry" of a phrase with a country. */
export interface Institution extends Organisation {
  readonly country: string
  /** Id of the role in roles.tsv that it is in its state. */
  readonly role: string
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
  /** What the person is called once known: "Xi", "Kim"; the last word of the name where the table is blank. */
  readonly short: readonly string[]
  readonly gender?: 'm' | 'f'
  readonly country?: string
  readonly offices: readonly Office[]
  readonly qid?: string
}

/** A `deed` ("strikes") and a `place` ("village") tell country and sector, but name nobody. */
export type RoleKind = 'person' | 'group' | 'organisation' | 'thing' | 'deed' | 'place'

export interface RoleRow {
  readonly id: string
  readonly terms: readonly string[]
  /** PLOVER sector code. */
  readonly sector?: string
  readonly kind: RoleKind
  /** On whose word a statement is whose source is this word alone. */
  readonly sourcing: 'named' | 'office' | 'unnamed' | 'document' | 'outlet' | 'crowd'
  /** Whether it may stand right before a name. */
  readonly title: boolean
  /** The terms of which a state has one holder at a time. */
  readonly single: readonly string[]
}

/** A form that several claim, or that is also something else: taken as `id` when the article has a word of `needs` and none of `unless`. */
export interface Ambiguity {
  readonly term: string
  readonly id: string
  readonly needs: readonly string[]
  readonly unless: readonly string[]
}

export interface Registry {
  readonly states: readonly State[]
  readonly organisations: readonly Organisation[]
  readonly institutions: readonly Institution[]
  readonly people: readonly Person[]
  readonly roles: readonly RoleRow[]
  readonly ambiguities: readonly Ambiguity[]
  /** Phrases that hold a name and name none of ours: "Indian Ocean". */
  readonly nobody: readonly string[]
  readonly firstNames: ReadonlyMap<string, 'm' | 'f' | ''>
  /** Small words by kind, as in `words.tsv`. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>
}

let loaded: Registry | undefined

/** Tables in, objects out; the same frozen answer each time. */
export function registry(): Registry {
  loaded ??= Object.freeze(registryOf(readTable))
  return loaded
}

/** Whether a lower-case word is of a kind of `words.tsv`. */
export const isWord = (kind: string, word: string): boolean => registry().words.get(kind)?.has(word) ?? false
