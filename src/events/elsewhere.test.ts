import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse } from '../language/index.ts'
import { read } from '../read.ts'
import { stagingOf } from '../statements/index.ts'
import { fieldOf } from './elsewhere.ts'
import { plover } from './ontology.ts'

const folder = join(import.meta.dirname, 'no-events')
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8').trim()
const fieldIn = async (text: string) => fieldOf(stagingOf(await analyse(text)).scenes, plover().contexts)

/** Recipes, matches, reviews, courts and markets, full of the verbs of war. */
const texts = readdirSync(folder).sort()

test('there are at least twenty texts of other fields, with at most one event in all', async () => {
  const found: string[] = []
  for (const name of texts) {
    const { events } = await read(
      { uri: name, format: 'text', published: '2016-07-14', body: { kind: 'text', data: textOf(name) } },
      { plain: true },
    )
    found.push(...events.map((it) => `${name}: ${it.rule}`))
  }
  expect(texts.length).toBeGreaterThanOrEqual(20)
  expect(found.slice(1)).toEqual([])
})

describe('the field of an article', () => {
  test.each([
    ['football.txt', 'sport'],
    ['recipe.txt', 'kitchen'],
    ['market-report.txt', 'markets'],
    ['chess.txt', 'games'],
  ])('%s is %s', async (name, field) => expect(await fieldIn(textOf(name))).toBe(field))

  test('politics in a stadium stays politics', async () => {
    const text =
      'The foreign ministry of Ruritania called off the match. Its ambassador had warned that the team would not travel. ' +
      'The parliament of Graustark condemned the ministry. The stadium stayed empty, and the army guarded the embassy.'
    expect(await fieldIn(text)).toBeUndefined()
  })

  test('a sentence or two have none', async () => {
    expect(await fieldIn('The striker scored a goal. The referee left.')).toBeUndefined()
  })
})
