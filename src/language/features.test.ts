import { describe, expect, it } from 'vitest'
import { featuresOf, hash32, shapeOf, straight } from './features.ts'
import { loadModel } from './model.ts'

describe('features', () => {
  it('hash like FNV-1a with an avalanche, in 32 bits', () => {
    expect(hash32('', 0)).toBeGreaterThan(0)
    expect(hash32('a', 1)).not.toBe(hash32('a', 2))
    expect(hash32('ü'.repeat(1000), 1)).toBeLessThan(2 ** 32)
  })

  it('straighten quotes and cut what is long', () => {
    expect(straight('n’t', 64)).toBe("n't")
    expect(straight('``', 64)).toBe('"')
    expect(straight('x'.repeat(100_000), 64)).toHaveLength(64)
  })

  it('tell the shape', () => {
    expect(shapeOf("McCain's", 3)).toBe("XxXxxx'x")
    expect(shapeOf('1,999', 3)).toBe('d,ddd')
  })

  it('are those that the trainer wrote down with the weights', async () => {
    const { meta, featuresOf: rows } = await loadModel()
    for (const { tokens, words, parts } of meta.examples) {
      expect(tokens.map((token) => rows(token)[0])).toEqual(words)
      expect(tokens.map((token) => rows(token).slice(1))).toEqual(parts)
    }
  })

  it('find words of the vocabulary whatever their case and digits', () => {
    const config = { vocabulary: 2, oovBuckets: 4, partBuckets: 8, parts: Array(8).fill(''), longest: 64, shapeRun: 3 }
    const rows = featuresOf(config, ['the', '0,000'])
    expect([rows('The')[0], rows('1,999')[0]]).toEqual([1, 2])
    expect(rows('Zenda')[0]).toBeGreaterThan(2)
  })
})
