/** Noun phrases of a source, read off the tree: who a relative clause is about, who stands beside an office, who speaks jointly. */
import type { Analysis, Token } from '../language/index.ts'
import type { Span } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'
import { childrenOf, headIn } from './tree.ts'

const inPhrase = /^(?:det|amod|compound|flat|nummod|nmod:desc|nmod:poss|case|punct)/

/** A noun with what stands right before it and belongs to it, and the rest of its name. */
export function phraseOf(noun: Token, { tokens }: Pick<Analysis, 'tokens'>): Span {
  let first = noun.index
  while (first > 0) {
    const { head, deprel } = tokens[first - 1]!
    if (!inPhrase.test(deprel) || (head !== noun.index && tokens[head]?.head !== noun.index)) break
    first--
  }
  let last = noun.index
  while (tokens[last + 1]?.head === noun.index && tokens[last + 1]!.deprel.startsWith('flat')) last++
  return { start: tokens[first]!.start, end: tokens[last]!.end }
}

/** The nouns that the clause of a relative pronoun is about: its own, and the one that this stands beside. */
export function ruledBy(relative: Span, analysis: Analysis): Span[] {
  const { tokens } = analysis
  const verb = tokens[headIn(tokens, relative)?.head ?? -1]
  const noun = verb?.deprel === 'acl:relcl' ? tokens[verb.head] : undefined
  const beside = noun?.deprel === 'appos' ? tokens[noun.head] : undefined
  return [noun, beside].filter((it) => it !== undefined).map((it) => phraseOf(it, analysis))
}

/** "the economy minister, Ada Quill": what stands in apposition inside a phrase. */
export function besideIn(phrase: Span, analysis: Analysis): Span | undefined {
  const { tokens } = analysis
  const first = firstEndingAfter(tokens, phrase.start)
  const inside = tokens.slice(first, firstEndingAfter(tokens, phrase.end - 1) + 1)
  const named = inside.find(({ deprel, head }) => deprel === 'appos' && head >= first)
  return named && phraseOf(named, analysis)
}

/** "Quill and Petrov": neither said it alone. */
export function isJoint(phrase: Span, { tokens }: Analysis): boolean {
  const head = headIn(tokens, phrase)
  return head !== undefined && childrenOf(tokens, head).some((it) => it.deprel === 'conj' && it.start < phrase.end)
}

/** Whether a mention is the subject of a clause, or owns it: "Quill fell", "Quill’s plan failed". */
export function isInSubject(mention: Span, { tokens }: Analysis): boolean {
  let token = headIn(tokens, mention)
  for (let up = 0; token && up < 3 && /^(?:appos|flat|compound|nmod:poss|nmod:desc)/.test(token.deprel); up++)
    token = tokens[token.head]
  return token?.deprel.startsWith('nsubj') ?? false
}
