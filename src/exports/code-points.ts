/** Offsets in code points, as Python, R and the Web count characters, from offsets in UTF-16 code units, as a Reading counts them. */
import { firstWhere } from '../spans.ts'

/** Turns an offset in UTF-16 code units of `text` into one in code points. Most news has no character of two units: then they are the same. */
export function codePointsOf(text: string): (offset: number) => number {
  const pairs: number[] = []
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairs.push(index)
  if (pairs.length === 0) return (offset) => offset
  return (offset) => offset - firstWhere(pairs, (pair) => pair >= offset)
}

/** The last (`end`) or first (`start`) so many code points of a text. */
export const lastOf = (text: string, count: number): string => [...text.slice(-2 * count)].slice(-count).join('')
export const firstOf = (text: string, count: number): string => [...text.slice(0, 2 * count)].slice(0, count).join('')
