/** A set of texts by their hash: a million inputs known take 16 MB. */
import { createHash } from 'node:crypto'

export interface KeySet {
  readonly size: number
  has(key: string): boolean
  add(key: string): void
}

/** The share of its slots that a table may fill before it grows. */
const FULL = 0.6

/** 64 bits of the md5: two of a million differing keys are taken for one with a chance of one in 40 million. */
const hashOf = (key: string): bigint => createHash('md5').update(key).digest().readBigUInt64LE() || 1n

/** An empty set. */
export function keySet(): KeySet {
  let slots = new BigUint64Array(1024)
  let size = 0

  /** The slot that holds a hash, or the free one where it belongs. */
  function slotOf(hash: bigint): number {
    const mask = slots.length - 1
    let slot = Number(hash & 0xffffffffn) & mask
    while (slots[slot] !== 0n && slots[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }
  function grow(): void {
    const old = slots
    slots = new BigUint64Array(old.length * 2)
    for (const hash of old) if (hash !== 0n) slots[slotOf(hash)] = hash
  }

  return {
    get size() {
      return size
    },
    has: (key) => slots[slotOf(hashOf(key))] !== 0n,
    add(key) {
      const hash = hashOf(key)
      const slot = slotOf(hash)
      if (slots[slot] === hash) return
      slots[slot] = hash
      size += 1
      if (size > slots.length * FULL) grow()
    },
  }
}
