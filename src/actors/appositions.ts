/**
 * Nouns that the parse sets beside a person's name as another word for them: "Ivo Petrov, a chemist, said", "their editor, Ana Novak".
 * Only common nouns in the singular, for what stands beside a name in the plural is a list.
 */
import type { Analysis, Token } from '../language/index.ts'
import type { Actor, Span } from '../reading.ts'
import { firstWhere } from '../spans.ts'

type Known = Omit<Actor, 'mentions'>

/** `told`: the mentions known so far, in order. */
export function appositionsIn(
  { tokens }: Analysis,
  told: readonly (Span & { readonly actor: Known })[],
): (Span & { readonly actor: Known })[] {
  const personAt = (token: Token): Known | undefined => {
    const it = told[firstWhere(told, ({ end }) => end > token.start)]
    return it && it.start <= token.start && it.actor.kind === 'person' ? it.actor : undefined
  }
  return tokens.flatMap((token) => {
    const head = tokens[token.head]
    if (!token.deprel.startsWith('appos') || !head) return []
    const [name, noun] = token.xpos === 'NN' ? [head, token] : [token, head]
    const actor = noun.xpos === 'NN' ? personAt(name) : undefined
    return actor && !personAt(noun) ? [{ start: noun.start, end: noun.end, actor }] : []
  })
}
