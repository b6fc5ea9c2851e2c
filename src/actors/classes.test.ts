import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { isActorRole } from './classes.ts'
import { actorsOf } from './link.ts'
import { vocabulary } from './vocabulary.ts'

const role = (term: string) => vocabulary().roleOf.get(term)!
const ids = (text: string, day = '2016-07-14') => actorsOf(segment(text), day).map(({ id }) => id)

test('deeds, places and documents are nobody', () => {
  expect(['airstrikes', 'village', 'report'].map((term) => isActorRole(role(term)))).toEqual([false, false, false])
  expect(['officials', 'rebels', 'army'].map((term) => isActorRole(role(term)))).toEqual([true, true, true])
})

test('the whole of a role is its institution, its people are a class', () => {
  expect(ids('The Russian police left. Russian policemen stayed.')).toEqual(['rus-police', 'x-rus-police'])
})

test('unnamed groups are actors by what they do, with a country or without', () => {
  expect(actorsOf(segment('Rebels fled. Unidentified gunmen and protesters stayed.'))).toMatchObject([
    { kind: 'group', sector: 'REB' },
    { kind: 'group', sector: 'UAF' },
    { kind: 'group', sector: 'CVL' },
  ])
  expect(ids('Syrian rebels fled.')).toEqual(['x-syr-rebels'])
})

test('guerrillas are where they operate; soldiers may be far from home', () => {
  expect(actorsOf(segment('Guerrillas operating in Macedonia fled.'))[0]).toMatchObject({ country: 'MKD' })
  expect(actorsOf(segment('Troops fighting in Macedonia fled.'))[0]?.country).toBeUndefined()
})

test('an administration is its leader\'s, and "the administration" takes it up', () => {
  const [obama, administration] = actorsOf(segment('The Obama administration agreed. The administration left.'), '2016')
  expect(obama?.id).toBe('barack-obama')
  expect(administration).toMatchObject({ id: 'x-barack-obama-administrations', country: 'USA', sector: 'GOV' })
  expect(administration?.mentions).toHaveLength(2)
})

test("a state's leader is whoever of the article leads it, under whichever title", () => {
  expect(ids('Vladimir Putin arrived. The Russian leader left.')).toEqual(['vladimir-putin'])
  expect(ids('Vladimir Putin met Dmitry Medvedev. The Russian leader left.')).toContain('x-rus-leaders')
  expect(ids('The North Korean leader left.')).toEqual(['kim-jong-un'])
})
