import { expect, test } from 'vitest'
import { compare } from './floors.ts'

const floors = { 'a.f1': { floor: 90, data: 'd1' } }
const score = (value: number, data = 'd1') => [{ name: 'a.f1', value, data }]
const keep = { raise: false, lower: false }

test('a score at its floor passes, one below fails', () => {
  expect(compare(score(90), floors, keep)).toMatchObject({ failed: false, next: floors })
  expect(compare(score(89.9), floors, keep).failed).toBe(true)
})

test('a floor for other data is no floor', () => {
  expect(compare(score(99, 'd2'), floors, keep).failed).toBe(true)
  expect(compare(score(99, 'd2'), floors, { raise: true, lower: false }).next).toEqual({
    'a.f1': { floor: 99, data: 'd2' },
  })
})

test('raising never lowers; lowering must be asked for', () => {
  expect(compare(score(80), floors, { raise: true, lower: false })).toMatchObject({ failed: true, next: floors })
  expect(compare(score(95), floors, { raise: true, lower: false }).next).toEqual({ 'a.f1': { floor: 95, data: 'd1' } })
  expect(compare(score(80), floors, { raise: false, lower: true }).next).toEqual({ 'a.f1': { floor: 80, data: 'd1' } })
})
