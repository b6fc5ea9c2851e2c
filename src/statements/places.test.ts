import { expect, test } from 'vitest'
import type { Analysis } from '../language/index.ts'
import { placesOf, stepsOf } from './places.ts'

/** Tokens by head and relation, in sentences of the given lengths; only what places need. */
const analysisOf = (heads: number[], relations: string[], lengths: number[]): Analysis => {
  let first = 0
  const sentences = lengths.map((length) => {
    const sentence = { first, last: first + length, start: 0, end: 0, paragraph: 0 }
    first += length
    return sentence
  })
  const tokens = heads.map((head, index) => ({ index, head, deprel: relations[index] }))
  return { text: '', sentences, tokens, names: [], titles: [] } as unknown as Analysis
}
const relations = new Map(['root', 'nsubj', 'ccomp', 'mark'].map((name, i) => [name, i]))
const numbers = { before: 1, path: 3, levels: 3 }

// "No . Envoys hope that talks resume ."
const analysis = analysisOf(
  [-1, 0, 3, -1, 6, 6, 3, 3],
  ['root', 'punct', 'nsubj', 'root', 'mark', 'nsubj', 'ccomp', 'punct'],
  [2, 6],
)
const passage = { first: 0, last: 8, paragraph: 0, quoted: [] }

test('seen from the main verb: the sentence before, and subtrees by their relation', () => {
  const subtree = (relation: string) => 6 + relations.get(relation)!
  expect([...placesOf(analysis, passage, 3, relations, numbers)]).toEqual([
    1,
    1,
    subtree('nsubj'),
    3,
    subtree('ccomp'),
    subtree('ccomp'),
    subtree('ccomp'),
    6,
  ])
})

test('seen from an embedded verb: its own subtrees, its governor, and what hangs from that', () => {
  const below = (relation: string) => 6 + relations.get(relation)!
  const beside = (relation: string) => 6 + 4 + relations.get(relation)!
  expect([...placesOf(analysis, passage, 6, relations, numbers)]).toEqual([
    1,
    1,
    beside('nsubj'),
    4,
    below('mark'),
    below('nsubj'),
    3,
    10,
  ])
})

test('seen from the first sentence, the second comes after', () => {
  expect([...placesOf(analysis, passage, 0, relations, numbers)].slice(2)).toEqual([2, 2, 2, 2, 2, 2])
})

test('distances in buckets, after and before apart', () => {
  expect([0, 1, 3, 9, -1, -3, -9].map(stepsOf([0, 1, 4]))).toEqual([0, 1, 2, 3, 4, 5, 6])
})
