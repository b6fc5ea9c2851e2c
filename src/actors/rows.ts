/** The rows of the tables in `lexicon/actors` as the objects of the registry. */

import { type Office, officesOf } from './office.ts'
import { once } from './once.ts'
import type { Institution, Organisation, Person, Registry, RoleRow, State } from './registry.ts'

/** The columns of each table, in order. */
export const columns = {
  states: ['id', 'iso3', 'name', 'names', 'adjectives', 'prefixes', 'people', 'capitals', 'metonyms', 'places', 'qid'],
  organisations: ['id', 'name', 'names', 'kind', 'country', 'sector', 'qid'],
  institutions: ['id', 'state', 'role', 'name', 'names', 'qid'],
  people: ['id', 'name', 'names', 'short', 'gender', 'country', 'roles', 'qid'],
  roles: ['id', 'terms', 'sector', 'kind', 'sourcing', 'title', 'single'],
  ambiguous: ['term', 'id', 'needs', 'unless'],
  nobody: ['phrase'],
  'first-names': ['id', 'gender', 'names'],
  words: ['kind', 'words'],
} as const

export type Table = keyof typeof columns
export type Row<T extends Table> = Record<(typeof columns)[T][number], string>
export type Reader = <Column extends string>(name: string, columns: readonly Column[]) => Record<Column, string>[]

/** The forms of a cell: "US|U.S." gives two. */
export const formsOf = (cell: string): string[] => (cell === '' ? [] : cell.split('|'))

const qidOf = ({ qid }: { qid: string }): { qid?: string } => (qid === '' ? {} : { qid })

const stateOf = (row: Row<'states'>): State => ({
  id: row.id,
  iso3: row.iso3,
  name: row.name,
  names: formsOf(row.names),
  adjectives: formsOf(row.adjectives),
  prefixes: formsOf(row.prefixes),
  people: formsOf(row.people),
  capitals: formsOf(row.capitals),
  metonyms: formsOf(row.metonyms).map((cell) => {
    const [form, sector] = cell.split(':')
    return { form: form!, sector: sector ?? 'GOV' }
  }),
  places: formsOf(row.places),
  ...qidOf(row),
})

const organisationOf = (row: Row<'organisations'>): Organisation => ({
  id: row.id,
  name: row.name,
  names: formsOf(row.names),
  kind: row.kind as Organisation['kind'],
  ...(row.country && { country: row.country.toUpperCase() }),
  ...(row.sector && { sector: row.sector }),
  ...qidOf(row),
})

const institutionOf = (row: Row<'institutions'>, sectors: ReadonlyMap<string, string | undefined>): Institution => {
  const sector = sectors.get(row.role)
  return {
    id: row.id,
    name: row.name,
    names: formsOf(row.names),
    kind: 'organisation',
    country: row.state.toUpperCase(),
    role: row.role,
    ...(sector && { sector }),
    ...qidOf(row),
  }
}

/** A person; the offices are read from their cell when first asked for, for most are never asked. */
export function personOf(row: Row<'people'>): Person {
  const offices = once((): Office[] => officesOf(row.roles).filter((office) => office !== null))
  return {
    id: row.id,
    name: row.name,
    names: formsOf(row.names),
    short: row.short ? formsOf(row.short) : [row.name.slice(row.name.lastIndexOf(' ') + 1)],
    ...(row.gender && { gender: row.gender as 'm' | 'f' }),
    country: row.country.toUpperCase(),
    get offices() {
      return offices()
    },
    ...qidOf(row),
  }
}

const roleOf = (row: Row<'roles'>): RoleRow => ({
  id: row.id,
  terms: formsOf(row.terms),
  kind: row.kind as RoleRow['kind'],
  sourcing: row.sourcing as RoleRow['sourcing'],
  title: row.title === 'title',
  single: formsOf(row.single === '*' ? row.terms : row.single),
  ...(row.sector && { sector: row.sector }),
})

/** Every table of `lexicon/actors` as objects. */
export function registryOf(read: Reader): Registry {
  const table = <T extends Table>(name: T) => read(`actors/${name}.tsv`, columns[name]) as Row<T>[]
  const roles = table('roles').map(roleOf)
  const sectors = new Map(roles.map((role) => [role.id, role.sector]))
  return {
    states: table('states').map(stateOf),
    organisations: table('organisations').map(organisationOf),
    institutions: table('institutions').map((row) => institutionOf(row, sectors)),
    people: table('people').map(personOf),
    roles,
    ambiguities: table('ambiguous').map((row) => ({
      term: row.term,
      id: row.id,
      needs: formsOf(row.needs),
      unless: formsOf(row.unless),
    })),
    nobody: table('nobody').map((row) => row.phrase),
    firstNames: new Map(
      table('first-names').flatMap((row) =>
        formsOf(row.names).map((name): [string, 'm' | 'f' | ''] => [name, row.gender as 'm' | 'f' | '']),
      ),
    ),
    words: new Map(table('words').map((row) => [row.kind, new Set(formsOf(row.words))])),
  }
}
