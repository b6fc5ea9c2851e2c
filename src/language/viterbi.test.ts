import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTags, forerunnersOf } from './viterbi.ts'

const TAGS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC']
const forerunners = forerunnersOf(TAGS)
const read = (rows: number[][]) =>
  [...bestTags(Float32Array.from(rows.flat()), 0, rows.length, forerunners)].map((i) => TAGS[i])

describe('the best tags', () => {
  it('take a B where an I would have nothing before it', () => {
    expect(
      read([
        [0, 1, 3, 0, 0],
        [0, 0, 2, 0, 0],
      ]),
    ).toEqual(['B-PER', 'I-PER'])
  })

  it('give up the best tag of one token for the best of all', () => {
    // Alone: B-LOC, I-PER.
    expect(
      read([
        [0, 2, 0, 3, 0],
        [0, 0, 5, 0, 1],
      ]),
    ).toEqual(['B-PER', 'I-PER'])
  })

  it('never put an I after another kind', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 5, maxLength: 5 }), { maxLength: 8 }),
        (rows) => {
          const tags = read(rows)
          tags.forEach((tag, i) => {
            if (tag!.startsWith('I-')) expect(['B', 'I'].map((kind) => kind + tag!.slice(1))).toContain(tags[i - 1])
          })
        },
      ),
    )
  })
})
