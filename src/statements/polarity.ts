/** Whether a statement was made, and for its content or against it: "declined to say", "did not say that", "denied". */
import type { Analysis, Token } from '../language/index.ts'
import type { Polarity, Span } from '../reading.ts'
import { childrenOf, headIn } from './tree.ts'

/** Acts that speak against their content. */
const against = new Set(['deny', 'reject', 'doubt'])
/** Acts of the mind: "does not believe that" is a belief that it is not so; "did not say that" is silence. */
const minded = new Set(['believe', 'expect', 'hope', 'intend', 'agree', 'support'])
const never = /^(?:not|never|n['’]?t|without|hardly|neither|nor)$/
const declining = /^(?:decline|refuse|fail)$/

/** The polarity of a statement with this cue and act; undefined where it was simply said. */
export function polarityOf(analysis: Analysis, cue: Span | null, act: string): Polarity | undefined {
  if (act === 'decline') return 'unsaid'
  const head = cue && headIn(analysis.tokens, cue)
  if (head && declinedAt(analysis, head)) return 'unsaid'
  if (!head || !isNegated(analysis, head)) return against.has(act) ? 'denied' : undefined
  return minded.has(act) ? 'denied' : 'unsaid'
}

/** Whether a verb hangs from another that keeps it from being said: "declined to say", "failed to mention". */
export function declinedAt({ tokens }: Analysis, { head, deprel }: Token): boolean {
  const above = tokens[head]
  return above !== undefined && deprel === 'xcomp' && declining.test(above.lemma)
}

/** "did not say", "has never said", "without saying"; the negation of a clause further down is not its own. */
const isNegated = ({ tokens }: Analysis, verb: Token): boolean =>
  childrenOf(tokens, verb, 6).some((it) => it.index < verb.index && never.test(it.form.toLowerCase()))
