import { expect, test } from 'vitest'
import { analyse } from '../language/index.ts'
import { stagingOf } from '../statements/index.ts'
import { cluesOf, wordsOf } from './clues.ts'

const sceneOf = async (text: string) => stagingOf(await analyse(text)).scenes[0]!

test('clues are readable: words, what hangs on verbs', async () => {
  const clues = cluesOf(await sceneOf('Turkey will not lift the ban on Syria.'), [], [])
  expect(clues).toContainEqual({ name: 'word ban', at: 5 })
  expect(clues).toContainEqual({ name: 'verb lift', at: 3 })
  expect(clues).toContainEqual({ name: 'root lift', at: 3 })
  expect(clues).toContainEqual({ name: 'lift obj ban', at: 3 })
  expect(clues).toContainEqual({ name: 'not lift', at: 3 })
})

test('who stands where is a clue by sector', async () => {
  const scene = await sceneOf('The army shelled the town.')
  const army = { start: 4, end: 8, actor: 'x-army', sector: 'MIL', from: 1, to: 2 }
  expect(cluesOf(scene, [army], [])).toContainEqual({ name: 'nsubj is MIL', at: 2 })
})

test('each clue stands once', async () => {
  const names = cluesOf(await sceneOf('They met and met and met.'), [], []).map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
})

test('words are grouped: content, verbs, the root', async () => {
  const words = wordsOf(await sceneOf('Old friends met.'))
  expect(words.map(({ group, lemma }) => `${group} ${lemma}`)).toEqual([
    '0 old',
    '0 friend',
    '0 meet',
    '1 meet',
    '2 meet',
  ])
})
