import { createHash } from 'node:crypto'

/**
 * A whole number below 2^53 that stands for an id in formats that want one: the same in every export, and exact where numbers are doubles
 * (R, JavaScript). Two of a million ids share one with a chance of 1 in 18,000.
 */
export const numberOf = (id: string): number =>
  Number(createHash('sha256').update(id).digest().readBigUInt64BE() >> 11n)
