import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { scan } from './hits.ts'
import { phraseAt } from './phrases.ts'

const phrase = (text: string) => {
  const read = scan(segment(text))
  const taken: string[] = []
  const found = read.hits
    .flatMap((hit) => phraseAt(read, hit, (it) => taken.push(text.slice(it.start, it.end))) ?? [])
    .at(-1)!
  return { ...found, countries: found.countries.map(({ state }) => state.iso3), taken }
}

test('country and plain words before the noun belong to it', () => {
  expect(phrase('the senior Turkish officials')).toMatchObject({
    countries: ['TUR'],
    definite: true,
    taken: ['Turkish'],
  })
  expect(phrase('pro-Turkish officials').countries).toEqual([])
})

test('a place tells a country, but its officers are not the state’s own', () => {
  const read = scan(segment('the Ohio governor'))
  expect(phraseAt(read, read.hits.at(-1)!)?.countries).toMatchObject([{ local: true }])
})

test('an owner is kept, and so is the namesake of an administration', () => {
  const owned = "Ivo Petrov's spokesman"
  expect(owned.slice(phrase(owned).ownerStart, phrase(owned).owner)).toBe('Petrov')
  const named = 'the Zelenka administration'
  expect(named.slice(phrase(named).ownerStart, phrase(named).owner)).toBe('Zelenka')
  expect(phrase('the Zelenka spokesman').owner).toBeUndefined()
})
