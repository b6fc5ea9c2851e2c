/** What the statement model reads at once: a paragraph, or part of one that is long, in whole sentences. */
import type { Analysis } from '../language/index.ts'
import { stagingOf } from './scene.ts'

export interface Passage {
  /** Tokens [first, last) of the analysis. */
  first: number
  last: number
  paragraph: number
  /** For each token: 0 outside quotation marks, 1 within, 2 where a quotation opens, 3 where it closes. */
  quoted: number[]
}

/** A longer paragraph is cut between sentences: the net's memory does not reach farther, and its time grows with the longest. */
const MAX_TOKENS = 256

/** All passages of a text in order. */
export function passagesOf(analysis: Analysis): Passage[] {
  const { scenes } = stagingOf(analysis)
  const passages: Passage[] = []
  analysis.sentences.forEach(({ first, last, paragraph }, i) => {
    const { tokens, quotation } = scenes[i]!
    const quoted = tokens.map((token, t) => {
      const here = quotation[t]
      if (!here) return 0
      if (token.start === here.start) return 2
      return token.end === here.end && here.closed ? 3 : 1
    })
    const open = passages.at(-1)
    if (open && open.paragraph === paragraph && last - open.first <= MAX_TOKENS) {
      open.last = last
      open.quoted.push(...quoted)
    } else passages.push({ first, last, paragraph, quoted })
  })
  return passages
}
