/** A sentence laid out for the rules: its tokens in lower case, and which of them stand inside quotation marks. */
import type { Analysis, Sentence, Token } from '../language/index.ts'
import type { Span, Warning } from '../reading.ts'
import { type Quotation, quotationsOf } from './quotations.ts'

export interface Scene {
  text: string
  sentence: Sentence
  /** The sentence's tokens; indices of the rules count from its first. */
  tokens: readonly Token[]
  lower: readonly string[]
  /** For each token the quotation it stands in, marks included. */
  quotation: readonly (Quotation | undefined)[]
}

/** A text's scenes in order, with its quotations and what was noticed about those. */
export interface Staging {
  scenes: Scene[]
  quotations: Quotation[]
  warnings: Warning[]
}

/** Several rooms look at the same scenes; they are laid out once for an analysis. */
const staged = new WeakMap<Analysis, Staging>()

export function stagingOf(analysis: Analysis): Staging {
  const known = staged.get(analysis)
  if (known) return known
  const warnings: Warning[] = []
  const quotations = quotationsOf(analysis.text, (warning) => warnings.push(warning))
  const staging = { scenes: scenesOf(analysis, quotations), quotations, warnings }
  staged.set(analysis, staging)
  return staging
}

/** Sentences and quotations are both sorted, so one pass suffices. */
function scenesOf(analysis: Analysis, quotations: readonly Quotation[]): Scene[] {
  let at = 0
  return analysis.sentences.map((sentence) => {
    const tokens = analysis.tokens.slice(sentence.first, sentence.last)
    const quotation = tokens.map((token) => {
      while (quotations[at] && quotations[at]!.end <= token.start) at += 1
      const here = quotations[at]
      return here && here.start <= token.start ? here : undefined
    })
    return { text: analysis.text, sentence, tokens, lower: tokens.map((token) => token.form.toLowerCase()), quotation }
  })
}

/** What stands inside the quotations of a scene, as if it were said without marks: statements in it are the speaker's. */
export function quotedScenes({ tokens, lower, quotation, ...rest }: Scene): Scene[] {
  const inner: Scene[] = []
  for (let i = 0; i < tokens.length; ) {
    const here = quotation[i]
    let end = i + 1
    while (end < tokens.length && quotation[end] === here) end += 1
    if (here) {
      const from = tokens[i]!.start === here.start ? i + 1 : i
      const to = here.closed && tokens[end - 1]!.end === here.end ? end - 1 : end
      const words = tokens.slice(from, to)
      if (words.length > 0)
        inner.push({ ...rest, tokens: words, lower: lower.slice(from, to), quotation: words.map(() => undefined) })
    }
    i = end
  }
  return inner
}

/** The characters from token `from` up to, not including, token `to`. */
export const spanOf = ({ tokens }: Scene, from: number, to: number): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
})

/** Where a quotation that token `i` stands in begins: the first token of it in this sentence. */
export function quoteStart({ quotation }: Scene, i: number): number {
  let first = i
  while (first > 0 && quotation[first - 1] === quotation[i]) first -= 1
  return first
}

/** One past the last token of the quotation that token `i` stands in. */
export function quoteEnd({ quotation }: Scene, i: number): number {
  let last = i
  while (last < quotation.length && quotation[last] === quotation[i]) last += 1
  return last
}
