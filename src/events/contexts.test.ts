import { describe, expect, test } from 'vitest'
import { analyse } from '../language/index.ts'
import { stagingOf } from '../statements/index.ts'
import { contextsOf } from './contexts.ts'
import { plover } from './ontology.ts'

const contextsIn = async (text: string) => contextsOf(stagingOf(await analyse(text)).scenes, plover().contexts)

describe('every context is brought by its own example', () => {
  test.each(plover().contexts.map(({ name, example }) => [name, example]))('%s: %s', async (name, example) => {
    expect((await contextsIn(example))[0]).toContain(name)
  })
})

test('there are the thirty-seven of the manual', () => expect(plover().contexts).toHaveLength(37))

test('a context of many sentences is one of the article, a context of one is not', async () => {
  const [first, , , last] = await contextsIn(
    'Voters queued early. The election went on. A ballot was lost at the mosque. The king slept.',
  )
  expect(first).toEqual(['election'])
  expect(last).toEqual(['election'])
})
