import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

async function* numbers(to: number, taken: (n: number) => void = () => {}) {
  for (let n = 0; n < to; n++) {
    taken(n)
    yield n
  }
}

test('results come in order however long each takes', async () => {
  const results: number[] = []
  const slowFirst = (n: number) => sleep(n % 3 === 0 ? 15 : 1, n)
  for await (const n of inOrder(numbers(10), slowFirst, 4)) results.push(n)
  expect(results).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('the source is held back, and a fault comes in its place', async () => {
  let latest = 0
  const work = async (n: number) => {
    if (n === 2) throw new Error('two')
    return n
  }
  const results = inOrder(
    numbers(100, (n) => (latest = n)),
    work,
    3,
  )
  expect([(await results.next()).value, latest]).toEqual([0, 2])
  expect([(await results.next()).value, latest]).toEqual([1, 3])
  await expect(results.next()).rejects.toThrow('two')
})
