import { expect, test } from 'vitest'
import { faultIn, ndjsonReader } from './ndjson.ts'

const read = (...values: unknown[]) => values.flatMap((value, i) => ndjsonReader().read(JSON.stringify(value), i + 1))

test('FollowTheMoney: people and organisations by name, alias, country and topic; other schemata are passed over', () => {
  expect(
    read(
      {
        id: 'x1',
        schema: 'Person',
        properties: {
          name: ['Ivo Petrov'],
          alias: ['I. Petrov'],
          country: ['ru'],
          topics: ['role.pep'],
          wikidataId: ['Q1234567'],
        },
      },
      { id: 'x2', schema: 'Company', caption: 'Strelsau Steel', properties: { jurisdiction: ['de'] } },
      { id: 'x3', schema: 'Address', properties: {} },
    ),
  ).toEqual([
    {
      entry: {
        id: 'x1',
        name: 'Ivo Petrov',
        names: ['I. Petrov'],
        kind: 'person',
        country: 'RUS',
        sector: 'GOV',
        qid: 'Q1234567',
        line: 1,
      },
    },
    {
      entry: {
        id: 'x2',
        name: 'Strelsau Steel',
        names: [],
        kind: 'organisation',
        country: 'DEU',
        sector: 'BUS',
        line: 2,
      },
    },
  ])
})

test("onrecord's own entries, and what is wrong with them", () => {
  expect(read({ name: 'Foreign Legion', kind: 'group', country: 'FRA', sector: 'MIL' })).toEqual([
    {
      entry: {
        id: 'own-foreign-legion',
        name: 'Foreign Legion',
        names: [],
        kind: 'group',
        country: 'FRA',
        sector: 'MIL',
        line: 1,
      },
    },
  ])
  expect(faultIn('{"name":"A","country":"XXZ"}')).toBe('"XXZ" is no country code')
  expect(faultIn('{"name":"A","offices":[{"from":"2004","to":"2001"}]}')).toBe('it ends (2001) before it begins (2004)')
  expect(faultIn('{"name":""}')).toMatch(/^name: /)
  expect(ndjsonReader().read('{', 7)).toMatchObject([{ fault: { line: 7 } }])
})
