/** The tables hold together: ids, codes, dates, and no form claimed twice unless it is listed as ambiguous. */
import { expect, test } from 'vitest'
import { readTable } from '../lexicon.ts'
import { phraseKey } from './forms.ts'
import { countryOfOffice, isOfState } from './holders.ts'
import { officesOf, overlap } from './office.ts'
import { registry } from './registry.ts'
import { columns, formsOf, type Row, type Table } from './rows.ts'
import { vocabulary } from './vocabulary.ts'

/** PLOVER manual, table "Sector Codes". */
const sectors = new Set(
  'COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC'.split(' '),
)
const tables = ['states', 'organisations', 'institutions', 'people', 'roles'] as const
const tableOf = <T extends Table>(name: T) => readTable(`actors/${name}.tsv`, columns[name]) as Row<T>[]
const everybody = [...registry().states, ...registry().organisations, ...registry().institutions, ...registry().people]
const iso3 = new Set(registry().states.map((state) => state.iso3))
const ambiguous = new Set(registry().ambiguities.map((it) => phraseKey(it.term)))

test.each(tables)('%s: every id once, in the form of an id', (table) => {
  const ids = tableOf(table).map((row) => row.id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
})

test('no id stands for two actors', () => {
  const ids = everybody.map((it) => it.id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

test('states: id is the code in lower case; the members of the United Nations and a few more', () => {
  for (const { id, iso3: code } of registry().states) expect(id).toBe(code.toLowerCase())
  expect(registry().states.length).toBeGreaterThanOrEqual(193 + 5)
})

test('countries and sectors are known codes', () => {
  const { organisations, people, roles, states } = registry()
  const countries = [
    ...organisations.map((it) => it.country),
    ...people.flatMap((it) => [it.country, ...it.offices.map((office) => office.country ?? undefined)]),
  ]
  expect(countries.filter((code) => code !== undefined && !iso3.has(code))).toEqual([])
  const used = [
    ...[...organisations, ...roles].map((it) => it.sector),
    ...people.flatMap((it) => it.offices.map((office) => office.sector)),
    ...states.flatMap((it) => it.metonyms.map((house) => house.sector)),
  ]
  expect(used.filter((code) => code !== undefined && !sectors.has(code))).toEqual([])
})

test('Wikidata items are written as such and used once', () => {
  const { states, organisations, people } = registry()
  const qids = [...states, ...organisations, ...people].flatMap((it) => it.qid ?? [])
  expect(qids.filter((qid, i) => !/^Q[1-9]\d*$/.test(qid) || qids.indexOf(qid) !== i)).toEqual([])
})

/** Forms that two rows claim and that no row of ambiguous.tsv lists. */
function contested(rows: readonly { id: string; forms: readonly string[] }[]): string[] {
  const claimed = new Map<string, string>()
  return rows.flatMap(({ id, forms }) =>
    [...new Set(forms.map(phraseKey))].flatMap((key) => {
      const other = claimed.get(key)
      claimed.set(key, id)
      return other !== undefined && other !== id && !ambiguous.has(key) ? [`${key}: ${other}, ${id}`] : []
    }),
  )
}

test('no form is claimed twice within a kind, unless it is listed as ambiguous', () => {
  const { states, organisations, people, roles } = registry()
  const forms = (it: { name: string; names: readonly string[] }) =>
    [it.name, ...it.names].map((name) => name.replace('~', ''))
  const states_ = (pick: (state: (typeof states)[number]) => readonly string[]) =>
    contested(states.map((it) => ({ id: it.id, forms: pick(it) })))
  expect(states_((it) => [...forms(it), ...it.capitals, ...it.metonyms.map(({ form }) => form), ...it.places])).toEqual(
    [],
  )
  expect(states_((it) => it.adjectives)).toEqual([])
  expect(states_((it) => it.people)).toEqual([])
  expect(contested(organisations.map((it) => ({ id: it.id, forms: forms(it) })))).toEqual([])
  expect(contested(people.map((it) => ({ id: it.id, forms: forms(it) })))).toEqual([])
  expect(contested(roles.map((it) => ({ id: it.id, forms: it.terms })))).toEqual([])
})

test('people: every office is written as it should be, in words of roles.tsv, and ends after it begins', () => {
  const wrong = tableOf('people').flatMap((row) =>
    officesOf(row.roles).flatMap((office) => {
      const good =
        office && vocabulary().roleOf.has(phraseKey(office.title)) && (office.to === '' || office.from <= office.to)
      return good ? [] : [`${row.id}: ${office?.title ?? row.roles}`]
    }),
  )
  expect(wrong).toEqual([])
})

/** The offices of a state that one person holds at a time (roles.tsv, `single`), with who holds each and when. */
const held = registry().people.flatMap((person) =>
  person.offices.flatMap((office) => {
    const role = vocabulary().roleOf.get(phraseKey(office.title))!
    const country = countryOfOffice(person, office)
    const single = country !== undefined && isOfState(office) && role.single.includes(office.title)
    return single ? [{ id: person.id, office, country, role: role.id, key: `${country} ${role.id}` }] : []
  }),
)

test('no two people hold one office of a state at once, and nobody the same one twice', () => {
  const clashes = held.flatMap((a, i) =>
    held
      .slice(i + 1)
      .flatMap((b) => (a.key === b.key && overlap(a.office, b.office) ? [`${a.key}: ${a.id}, ${b.id}`] : [])),
  )
  expect(clashes).toEqual([])
})

test('sixty states and more have their heads, foreign and defence ministers since 1990', () => {
  const kinds: Record<string, string> = {
    presidents: 'head',
    'prime-ministers': 'head',
    monarchs: 'head',
    leaders: 'head',
    'foreign-ministers': 'foreign',
    'secretaries-of-state': 'foreign',
    'defence-ministers': 'defence',
  }
  const since = held.filter(({ office }) => office.to === '' || office.to >= '1990')
  const states = new Map<string, Set<string>>()
  for (const { country, role } of since) {
    if (kinds[role]) states.set(country, (states.get(country) ?? new Set()).add(kinds[role]))
  }
  expect([...states].filter(([, has]) => has.size === 3).length).toBeGreaterThanOrEqual(60)
  expect(since.filter(({ role }) => kinds[role]).length).toBeGreaterThanOrEqual(2500)
})

test('ambiguous forms name rows that claim them', () => {
  const ids = new Set([...registry().states, ...registry().organisations, ...registry().people].map((it) => it.id))
  expect(
    registry()
      .ambiguities.filter((it) => !ids.has(it.id))
      .map((it) => it.term),
  ).toEqual([])
})

test('every institution has a state, a role that is no person, and one row', () => {
  const roles = new Map(registry().roles.map((role) => [role.id, role.kind]))
  const { institutions } = registry()
  expect(
    institutions.filter(({ country, role }) => !iso3.has(country) || (roles.get(role) ?? 'person') === 'person'),
  ).toEqual([])
  const keys = institutions.map(({ country, role }) => `${country} ${role}`)
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})

test('no form is claimed by both an organisation and an institution, or by a person and either', () => {
  const { organisations, institutions, people } = registry()
  const forms = (it: { name: string; names: readonly string[] }) =>
    [it.name, ...it.names].map((name) => name.replace('~', ''))
  expect(
    contested([...organisations, ...institutions, ...people].map((it) => ({ id: it.id, forms: forms(it) }))),
  ).toEqual([])
})

test('the tables are as large as promised: 2,500 actors, 8,000 names', () => {
  const { states, organisations, institutions, people } = registry()
  const named = [...organisations, ...institutions, ...people]
  expect(states.length + named.length).toBeGreaterThanOrEqual(2500)
  const ofStates = states.flatMap((it) => [
    it.name,
    ...it.names,
    ...it.adjectives,
    ...it.people,
    ...it.capitals,
    ...it.places,
    ...it.metonyms.map(({ form }) => form),
  ])
  const names = [...ofStates, ...named.flatMap((it) => [it.name, ...it.names])]
  expect(names.length).toBeGreaterThanOrEqual(8000)
  expect(tableOf('roles').flatMap((row) => formsOf(row.terms)).length).toBeGreaterThanOrEqual(200)
})
