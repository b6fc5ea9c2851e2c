import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lanesOf, paragraphsOf, piecesOf } from './lanes.ts'

test('three rows over one word keep three lanes', () => {
  const laned = lanesOf([
    { row: 's1', start: 0, end: 20 },
    { row: 'e1', start: 5, end: 10 },
    { row: 'c1', start: 8, end: 15 },
    { row: 'e2', start: 16, end: 18 },
  ])
  expect(laned.map(({ row, lane }) => [row, lane])).toEqual([
    ['s1', 0],
    ['e1', 1],
    ['c1', 2],
    ['e2', 1],
  ])
  const at9 = piecesOf(laned, 0, 20).find(({ start, end }) => start <= 9 && end > 9)
  expect(at9?.under.map(({ row }) => row)).toEqual(['s1', 'e1', 'c1'])
})

test('a row in two places holds its lane between them', () => {
  const laned = lanesOf([
    { row: 's1', start: 0, end: 3 },
    { row: 's2', start: 4, end: 6 },
    { row: 's1', start: 8, end: 9 },
  ])
  expect(laned.map(({ lane }) => lane)).toEqual([0, 1, 0])
})

const stretches = fc.array(
  fc
    .record({
      row: fc.constantFrom('s1', 's2', 'e1', 'e2', 'c1'),
      start: fc.nat(40),
      length: fc.integer({ min: 1, max: 20 }),
    })
    .map(({ row, start, length }) => ({ row, start, end: start + length })),
  { maxLength: 8 },
)

test('pieces are the whole text, and no two rows share a lane anywhere', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const pieces = piecesOf(lanesOf(all), 0, 60)
      expect(pieces[0]!.start).toBe(0)
      expect(pieces.at(-1)!.end).toBe(60)
      for (const [n, { start, end, under }] of pieces.entries()) {
        if (n > 0) expect(start).toBe(pieces[n - 1]!.end)
        const rows = new Map(under.map(({ row, lane }) => [row, lane]))
        expect(new Set(rows.values()).size).toBe(rows.size)
        const covering = all.filter((it) => it.start <= start && it.end >= end).map(({ row }) => row)
        expect(new Set(rows.keys())).toEqual(new Set(covering))
      }
    }),
  )
})

test('paragraphs stand between blank lines', () => {
  const text = 'One.\nStill one.\n\n\nTwo.'
  expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['One.\nStill one.', 'Two.'])
})
