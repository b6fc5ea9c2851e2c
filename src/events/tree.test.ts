import { describe, expect, test } from 'vitest'
import { analyse } from '../language/index.ts'
import { stagingOf } from '../statements/index.ts'
import { clauseOf, subjectOf } from './tree.ts'

async function sceneOf(text: string) {
  return stagingOf(await analyse(text)).scenes[0]!
}

describe('whose deed a verb tells', () => {
  test.each([
    ['Turkey attacked Syria.', 'attacked', 'turkey'],
    ['Turkey came and attacked Syria.', 'attacked', 'turkey'],
    ['Turkey threatened to attack Syria.', 'attack', 'turkey'],
    ['Jordan urged Turkey to attack Syria.', 'attack', 'turkey'],
    ['Jordan blamed Turkey for attacking Syria.', 'attacking', 'turkey'],
  ])('%s %s', async (text, verb, expected) => {
    const scene = await sceneOf(text)
    expect(scene.lower[subjectOf(scene, scene.lower.indexOf(verb)) ?? -1]).toBe(expected)
  })
})

test('the clause of a word is its nearest verb that is no part of another', async () => {
  const scene = await sceneOf('Turkey, which burned the port in 1974, agreed to meet Syria in May.')
  const verbOf = (word: string) => scene.lower[clauseOf(scene, scene.lower.indexOf(word))]
  expect([verbOf('1974'), verbOf('meet'), verbOf('may')]).toEqual(['burned', 'agreed', 'agreed'])
})
