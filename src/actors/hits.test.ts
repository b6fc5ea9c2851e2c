import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { organisationOfHit, peopleOfHit, roleOfHit, scan, stateOfHit } from './hits.ts'

/** What is found in a text, each as its words and what they mean. */
const found = (text: string) =>
  scan(segment(text)).hits.map((hit) => {
    const means = [
      stateOfHit(hit)?.iso3,
      organisationOfHit(hit)?.organisation.id,
      roleOfHit(hit)?.id,
      ...peopleOfHit(hit).map(({ id }) => id),
    ]
    return [text.slice(hit.start, hit.end), ...means.filter((it) => it !== undefined)]
  })

test('the longest form wins, and what only holds a name names nobody', () => {
  expect(found('The Bank of England met Angela Merkel.')).toEqual([
    ['Bank of England', 'bank-of-england'],
    ['Angela Merkel', 'angela-merkel'],
  ])
  expect(found('Air France flew over the Bay of Bengal.').flatMap(([, ...means]) => means)).toEqual([])
})

test('an ambiguous form is taken only where the article tells which', () => {
  const states = (text: string) => found(text).flatMap(([, iso3]) => iso3 ?? [])
  expect(states('Congo held elections, and Kinshasa was calm.')).toContain('COD')
  expect(states('Congo held elections, and Brazzaville was calm.')).not.toContain('COD')
  expect(states('Congo held elections.')).toEqual([])
})

test('a hit tells no state when several claim it', () => {
  const [hit] = scan(segment('Korean')).hits
  expect(stateOfHit(hit)).toBeNull()
})

test('an analysis is scanned once', () => {
  const analysis = segment('Russia objected.')
  expect(scan(analysis)).toBe(scan(analysis))
})
