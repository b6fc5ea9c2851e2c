/** The registry: the tables of `lexicon/actors` as objects, read once when first asked for. */
import type { ActorKind } from '../reading.ts'
import { type Office, officesOf } from './office.ts'
import { formsOf, type Row, readTable } from './table.ts'

export interface State {
  readonly id: string
  readonly iso3: string
  readonly name: string
  readonly names: readonly string[]
  readonly adjectives: readonly string[]
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

export interface Person {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
  /** What the person is called once known: "Xi", "Kim"; the last word of the name where the table is blank. */
  readonly short: readonly string[]
  readonly gender?: 'm' | 'f'
  readonly country: string
  readonly offices: readonly Office[]
  readonly qid?: string
}

export type RoleKind = 'person' | 'group' | 'organisation' | 'thing'

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
  readonly people: readonly Person[]
  readonly roles: readonly RoleRow[]
  readonly ambiguities: readonly Ambiguity[]
  /** Phrases that hold a name and name none of ours: "Indian Ocean". */
  readonly nobody: readonly string[]
  readonly firstNames: ReadonlyMap<string, 'm' | 'f' | ''>
  /** Small words by kind, as in `words.tsv`. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>
}

const known = (row: Row, ...columns: string[]): Record<string, string> =>
  Object.fromEntries(columns.filter((column) => row[column]).map((column) => [column, row[column]!]))

const stateOf = (row: Row): State => ({
  id: row.id!,
  iso3: row.iso3!,
  name: row.name!,
  names: formsOf(row.names),
  adjectives: formsOf(row.adjectives),
  people: formsOf(row.people),
  capitals: formsOf(row.capitals),
  metonyms: formsOf(row.metonyms).map((cell) => {
    const [form, sector] = cell.split(':')
    return { form: form!, sector: sector ?? 'GOV' }
  }),
  places: formsOf(row.places),
  ...known(row, 'qid'),
})

const organisationOf = (row: Row): Organisation => ({
  id: row.id!,
  name: row.name!,
  names: formsOf(row.names),
  kind: row.kind as Organisation['kind'],
  ...(row.country && { country: row.country.toUpperCase() }),
  ...known(row, 'sector', 'qid'),
})

const personOf = (row: Row): Person => ({
  id: row.id!,
  name: row.name!,
  names: formsOf(row.names),
  short: row.short ? formsOf(row.short) : [row.name!.split(' ').at(-1)!],
  ...(row.gender && { gender: row.gender as 'm' | 'f' }),
  country: row.country!.toUpperCase(),
  offices: officesOf(row.roles!).filter((office) => office !== null),
  ...known(row, 'qid'),
})

const roleOf = (row: Row): RoleRow => ({
  id: row.id!,
  terms: formsOf(row.terms),
  kind: row.kind as RoleKind,
  sourcing: row.sourcing as RoleRow['sourcing'],
  title: row.title === 'title',
  ...known(row, 'sector'),
})

const wordsOf = (rows: Row[]): Map<string, Set<string>> =>
  new Map(rows.map((row) => [row.kind!, new Set(formsOf(row.words))]))

let loaded: Registry | undefined

/** Tables in, objects out; the same frozen answer each time. */
export function registry(): Registry {
  loaded ??= Object.freeze({
    states: readTable('states').map(stateOf),
    organisations: readTable('organisations').map(organisationOf),
    people: readTable('people').map(personOf),
    roles: readTable('roles').map(roleOf),
    ambiguities: readTable('ambiguous').map((row) => ({
      term: row.term!,
      id: row.id!,
      needs: formsOf(row.needs),
      unless: formsOf(row.unless),
    })),
    nobody: readTable('nobody').map((row) => row.phrase!),
    firstNames: new Map(
      readTable('first-names').flatMap((row) => formsOf(row.names).map((name) => [name, row.gender as 'm' | 'f' | ''])),
    ),
    words: wordsOf(readTable('words')),
  })
  return loaded
}

/** Whether a lower-case word is of a kind of `words.tsv`. */
export const isWord = (kind: string, word: string): boolean => registry().words.get(kind)?.has(word) ?? false
