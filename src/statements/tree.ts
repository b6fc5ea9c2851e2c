/** Small questions to the tree of a sentence. */
import type { Token } from '../language/index.ts'
import type { Span } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'

/** The token of a span that hangs from none of the others. */
export function headIn(tokens: readonly Token[], { start, end }: Span): Token | undefined {
  for (let i = firstEndingAfter(tokens, start); i < tokens.length && tokens[i]!.start < end; i++) {
    const above = tokens[tokens[i]!.head]
    if (!above || above.end <= start || above.start >= end) return tokens[i]
  }
  return undefined
}

/** What hangs from a token, at most `reach` tokens before or behind it. */
export const childrenOf = (tokens: readonly Token[], { index }: Token, reach = 30): Token[] =>
  tokens.slice(Math.max(0, index - reach), index + reach).filter(({ head }) => head === index)
