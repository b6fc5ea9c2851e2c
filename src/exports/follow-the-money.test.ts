import { defaultModel, type IEntityDatum, Model } from '@alephdata/followthemoney'
import { expect, test } from 'vitest'
import { registry } from '../actors/index.ts'
import { ftmCountryOf } from './codes.ts'
import { filesOf, reading } from './fixture.ts'
import { entitiesOf, followTheMoney } from './follow-the-money.ts'
import { widenings } from './format.ts'

const model = new Model(defaultModel)
const all = { include: new Set(widenings) }

test("FollowTheMoney's own model takes every entity, property and reference", () => {
  const entities = entitiesOf(reading, all)
  const byId = new Map(entities.map((it) => [it.id, it]))
  for (const { id, schema, properties } of entities) {
    const entity = model.getEntity({ id, schema, properties } as unknown as IEntityDatum)
    const known = entity.schema.getProperties()
    expect(Object.keys(properties).filter((name) => !known.has(name))).toEqual([])
    for (const [name, property] of known) {
      const values = properties[name] ?? []
      if (entity.schema.required.includes(name)) expect(values, `${schema}.${name}`).not.toEqual([])
      if (!property.type.isEntity) continue
      for (const value of values) {
        expect(model.getSchema(byId.get(value)!.schema).isA(property.getRange())).toBe(true)
      }
    }
  }
})

test('its countries are in the list of FollowTheMoney', () => {
  const listed = model.getType('country').values
  for (const { iso3 } of registry().states) expect(listed.has(ftmCountryOf(iso3)!), iso3).toBe(true)
})

test('claims and deeds to come are left out, or say what they are in name and keywords', () => {
  const names = (options: object) =>
    entitiesOf(reading, options).flatMap(({ schema, properties }) => (schema === 'Event' ? properties.name : []))
  expect(names({})).toEqual([
    'Ruritania and Norway CONSULT Ruritania and Norway',
    'United Nations ACCUSE Graustark',
    'rebels RETREAT',
  ])
  expect(names(all)).toContain('E\u0301lise Marek AGREE (claim, future)')
  expect(names(all)).toContain('Graustark’s army ASSAULT Ruritania (claim)')
})

test('an actor of the registry is written once however many articles name it', async () => {
  const [content] = (await filesOf(followTheMoney, [reading, { ...reading, id: 'second' }])).values()
  const ids = content!
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id as string)
  expect(ids.filter((id) => id === 'Q20')).toHaveLength(1)
  expect(new Set(ids).size).toBe(ids.length)
})
