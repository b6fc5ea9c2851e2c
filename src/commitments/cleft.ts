/** "What Moscow wants is an apology": a demand told by a cleft sentence. */
import { mentionOf, subjectParties } from '../events/index.ts'
import { clauseEnd, spanOf } from '../statements/index.ts'
import { type Draught, dated, type Ground, termsAt } from './draught.ts'
import { readWhere } from './where.ts'

const CONFIDENCE = 0.6
const demanding = /^(?:want|demand|seek|ask|require)$/

/** The demands of a sentence that are told so. */
export function cleftIn(ground: Ground): Draught[] {
  const { stage, article } = ground
  const { scene } = stage
  const { lower, tokens } = scene
  return readWhere(
    lower,
    (word) => word === 'what',
    (at): Draught | undefined => {
      const be = lower.findIndex((it, i) => i > at + 1 && i <= at + 8 && /^(?:is|was)$/.test(it))
      const verb = lower[be - 1] === 'for' ? be - 2 : be - 1
      if (be < 0 || verb <= at || !demanding.test(tokens[verb]!.lemma)) return undefined
      const source = subjectParties(stage, verb).map(mentionOf)
      const end = clauseEnd(scene, be)
      // "what they want is clear": says not what.
      const says = tokens.slice(be + 1, end).some(({ upos }) => upos === 'NOUN' || upos === 'VERB')
      if (source.length === 0 || end <= be + 1 || !says) return undefined
      return {
        kind: 'demand',
        source,
        target: [],
        ...termsAt(ground, scene, be + 1, end),
        history: [{ status: 'open', evidence: spanOf(scene, verb, verb + 1), ...dated(article) }],
        confidence: CONFIDENCE,
        rule: 'demand.cleft',
      }
    },
  )
}
