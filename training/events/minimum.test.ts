import { expect, test } from 'vitest'
import { axesOf } from './axes.ts'
import { minimum } from './minimum.ts'

test('the minimum of a bowl is found, however long it is one way', () => {
  const at = (place: Float64Array, slope: Float64Array) => {
    slope[0] = 2 * (place[0]! - 3)
    slope[1] = 200 * (place[1]! + 1)
    return (place[0]! - 3) ** 2 + 100 * (place[1]! + 1) ** 2
  }
  const [x, y] = minimum(2, at)
  expect(x).toBeCloseTo(3, 2)
  expect(y).toBeCloseTo(-1, 2)
})

test('the main axes of points along a line', () => {
  const [axis] = axesOf(
    [
      [3, 4],
      [-6, -8],
      [0.3, 0.4],
    ],
    1,
  )
  expect(axis).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.8, 6)])
})
