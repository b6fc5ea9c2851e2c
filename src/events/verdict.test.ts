import { expect, test } from 'vitest'
import { meansOf, softmax, verdictOn } from './verdict.ts'
import { type Judge, verdicts } from './weights.ts'

/** A row of weights, 0 but for one type. */
const row = (type: (typeof verdicts)[number], weight: number) =>
  Float64Array.from(verdicts, (it) => (it === type ? weight : 0))

/** One clue speaks for AID; words like "tent", by their vector, for AID too, and words like "shell" against it. */
const judge: Judge = {
  weights: {
    none: 0.2,
    bias: new Float64Array(verdicts.length),
    clues: new Map([['verb send', row('AID', 2)]]),
    vectors: [row('AID', 1), new Float64Array(verdicts.length), new Float64Array(verdicts.length)],
  },
  vectors: {
    size: 1,
    places: new Map([
      ['tent', 0],
      ['shell', 1],
    ]),
    rows: Int8Array.from([127, -127]),
  },
  sure: [[0, 0.5]],
}
const clues = [
  { name: 'verb send', at: 1 },
  { name: 'never seen', at: 1 },
]

test('what clues and words say is added up', () => {
  const verdict = verdictOn(clues, [{ group: 0, lemma: 'tent', at: 2 }], judge)
  expect(verdict.type).toBe('AID')
  // The clue gives 2, the word 3 (the group's scale times its weight): e^5 against fifteen of e^0.
  expect(verdict.of('AID')).toBeCloseTo(Math.exp(5) / (Math.exp(5) + 15), 6)
  expect(verdicts.reduce((sum, type) => sum + verdict.of(type), 0)).toBeCloseTo(1, 6)
})

test('words that are alike by their vectors count alike, others against', () => {
  const verdict = verdictOn(clues, [{ group: 0, lemma: 'shell', at: 2 }], judge)
  expect(verdict.of('AID')).toBeCloseTo(Math.exp(-1) / (Math.exp(-1) + 15), 6)
})

test('each word has its share, against the mean of all types', () => {
  const verdict = verdictOn(clues, [{ group: 0, lemma: 'tent', at: 2 }], judge)
  const share = (most: number) => most - most / verdicts.length
  expect([0, 1, 2].map((token) => verdict.share(token, 'AID'))).toEqual([0, share(2), share(3)])
})

test('the mean of a group is over its words that have vectors', () => {
  const words = ['tent', 'shell', 'tent', 'unheard-of'].map((lemma, at) => ({ group: 0, lemma, at }))
  expect([...meansOf(words, judge.vectors)]).toEqual([expect.closeTo(1, 6), 0, 0])
})

test('softmax bears great numbers', () => {
  expect([...softmax(Float64Array.from([1000, 1000]))]).toEqual([0.5, 0.5])
})
