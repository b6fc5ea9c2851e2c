import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { pronounsOf } from './coreference.ts'
import { actorsOf } from './link.ts'

/** Pronouns of a text with the actors they stand for. */
const read = (text: string) => {
  const analysis = segment(text)
  const references = pronounsOf({ analysis, actors: actorsOf(analysis, '2016-07-14') })
  return [...references.values()].map(({ start, end, actor }) => [text.slice(start, end), actor.id])
}

test('he and she by gender and nearness, over sentences', () => {
  expect(read('Angela Merkel met Vladimir Putin in Sochi. She said he was tired. He denied it to her.')).toEqual([
    ['She', 'angela-merkel'],
    ['he', 'vladimir-putin'],
    ['He', 'vladimir-putin'],
    ['her', 'angela-merkel'],
  ])
})

test('inside a quotation the one who speaks is not "he"', () => {
  expect(read('Vladimir Putin met John Kerry. “I like him,” Putin said.')).toEqual([['him', 'john-kerry']])
})

test('a title tells the gender', () => {
  expect(read('Mrs. Petrov met Mr. Keller. She smiled, and he left.')).toEqual([
    ['She', 'x-petrov'],
    ['he', 'x-keller'],
  ])
})

test('what stands before the name it means', () => {
  expect(read('In his speech, Vladimir Putin smiled.')).toEqual([['his', 'vladimir-putin']])
})

test('nobody where nobody fits', () => {
  expect(read('It rained. She left.')).toEqual([])
})
