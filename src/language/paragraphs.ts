/**
 * Paragraphs of a text. A blank line always ends one. A single line break is mostly white space, since text comes wrapped
 * at a width; it ends a paragraph where a wrapper would not have put it: the next word would have fitted on the line
 * (a title, a byline, the short last line), or the lines are too long to have been wrapped at all.
 */
import { isBlank, kindAt, LOWER } from './characters.ts'

/** Longer lines are paragraphs of their own: people and mailers wrap at 60 to 100 characters. */
const WIDEST_WRAP = 120
/** Room a wrapper leaves at most, beyond the next word: ragged edges vary with hyphenation and double spaces. */
const SLACK = 8

/** Places where a paragraph ends, in order: each the index of a line break. */
export function paragraphBreaks(text: string): number[] {
  const breaks: number[] = []
  let block: [number, number][] = []
  let at = 0
  while (at <= text.length) {
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    const line: [number, number] = [firstPlace(text, at, end), lastPlace(text, at, end)]
    if (line[0] >= line[1]) {
      breaksWithin(text, block, breaks)
      block = []
      breaks.push(at > 0 ? at - 1 : at)
    } else block.push(line)
    at = end + 1
  }
  breaksWithin(text, block, breaks)
  return breaks.filter((place, i) => i === 0 || place > breaks[i - 1]!)
}

function breaksWithin(text: string, block: readonly [number, number][], breaks: number[]): void {
  if (block.length < 2) return
  let width = 0
  for (const [from, to] of block) width = Math.max(width, to - from)
  for (let i = 1; i < block.length; i++) {
    const [from, to] = block[i - 1]!
    const [next, nextEnd] = block[i]!
    const wrapped = width <= WIDEST_WRAP && to - from + 1 + firstWord(text, next, nextEnd) > width - SLACK
    if (!wrapped && kindAt(text, next) !== LOWER) breaks.push(text.indexOf('\n', to))
  }
}

function firstPlace(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(text.charCodeAt(at))) at++
  return at
}

function lastPlace(text: string, from: number, to: number): number {
  let at = to
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

function firstWord(text: string, from: number, to: number): number {
  let at = from
  while (at < to && !isBlank(text.charCodeAt(at))) at++
  return at - from
}
