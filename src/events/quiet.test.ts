import { expect, test } from 'vitest'
import { atShare, shareWithout } from './quiet.ts'
import type { Verdict } from './verdict.ts'
import type { VerdictType } from './weights.ts'

const LEARNT = 0.2
const verdict = (likely: Partial<Record<VerdictType, number>>): Verdict => {
  const ranked = (Object.keys(likely) as VerdictType[]).sort((a, b) => likely[b]! - likely[a]!)
  return {
    type: ranked[0]!,
    deed: ranked.find((type) => type !== 'NONE')!,
    of: (type) => likely[type] ?? 0,
    share: () => 0,
  }
}

test('a single sentence is read about as it was learnt, a long quiet text as a quiet one', () => {
  expect(shareWithout([0.2], LEARNT)).toBeCloseTo(LEARNT, 2)
  expect(shareWithout(Array(100).fill(0.9), LEARNT)).toBeGreaterThan(0.85)
  expect(shareWithout(Array(100).fill(0.01), LEARNT)).toBeLessThan(0.05)
})

test('the longer the text, the more its own share counts', () => {
  const [short, long] = [5, 50].map((count) => shareWithout(Array(count).fill(0.8), LEARNT))
  expect(short!).toBeGreaterThan(LEARNT)
  expect(long!).toBeGreaterThan(short!)
})

test('in a quiet text no event is likelier; the types keep their order among themselves', () => {
  const quiet = atShare(verdict({ AID: 0.5, NONE: 0.3, ASSAULT: 0.2 }), 0.8, LEARNT)
  // The odds of none are 4 instead of 1/4: 16 times what they were.
  expect(quiet.of('NONE')).toBeCloseTo((16 * 0.3) / (16 * 0.3 + 0.7), 6)
  expect(quiet.of('AID') / quiet.of('ASSAULT')).toBeCloseTo(2.5, 6)
  expect([quiet.type, quiet.deed]).toEqual(['NONE', 'AID'])
})

test('at the share that was learnt nothing changes', () => {
  const before = verdict({ AID: 0.5, NONE: 0.3, ASSAULT: 0.2 })
  const after = atShare(before, LEARNT, LEARNT)
  for (const type of ['AID', 'NONE', 'ASSAULT'] as const) expect(after.of(type)).toBeCloseTo(before.of(type), 9)
})
