import type { Score } from './data.ts'

/** The least each score may be, and the digest of the data it was measured on. */
export type Floors = Record<string, { floor: number; data: string }>

export interface Comparison {
  lines: string[]
  failed: boolean
  /** The floors as they should be kept; the same object when nothing changes. */
  next: Floors
}

/** Scores beside their floors. A floor is raised only when asked, and lowered only with `lower`. */
export function compare(
  scores: readonly Score[],
  floors: Floors,
  options: { raise: boolean; lower: boolean },
): Comparison {
  let failed = false
  let next = floors
  const width = Math.max(0, ...scores.map(({ name }) => name.length))
  const lines = scores.map(({ name, value, data }) => {
    const known = floors[name]
    const other = known !== undefined && known.data !== data
    const fallen = known !== undefined && !other && value < known.floor
    const write = options.lower || (options.raise && (!known || other || value > known.floor))
    if (write) next = { ...next, [name]: { floor: value, data } }
    else failed ||= fallen || other
    const verdict = other ? `other data (${data}, floor is for ${known.data})` : fallen ? 'FELL' : ''
    return `${name.padEnd(width)}  ${String(value).padStart(7)}  ${known ? `floor ${known.floor}` : 'no floor'} ${verdict}`.trimEnd()
  })
  return { lines, failed, next }
}
