import { expect, test } from 'vitest'
import { analyse } from '../language/index.ts'
import { actorsOf } from './link.ts'

const named = async (text: string, id: string) =>
  actorsOf(await analyse(text))
    .find((it) => it.id === id)
    ?.mentions.map(({ start, end }) => text.slice(start, end))

test('a noun beside a name is another word for the person, before it or behind', async () => {
  expect(await named('Ivo Petrov, a retired chemist, said on Monday that he would stay.', 'x-ivo-petrov')).toEqual([
    'Ivo Petrov',
    'chemist',
  ])
})

test('a list is none, and only people have one', async () => {
  expect(await named('Ivo Petrov, friends and neighbours said so.', 'x-ivo-petrov')).toEqual(['Ivo Petrov'])
  expect(await named('Hamas, an enemy of long standing, agreed.', 'hamas')).toEqual(['Hamas'])
})
