/** Promises, threats and refusals made by saying what one will do: "The bank said it would repay them", "“We will appeal,” he said". */
import { childrenIn, mentionOf, subjectOf, subjectParties, treeOf } from '../events/index.ts'
import type { Mention, Statement } from '../reading.ts'
import { clauseEnd, type Scene, spanOf } from '../statements/index.ts'
import { type Draught, dated, type Ground, strengthOf, targetIn, termsAt } from './draught.ts'
import { readWhere } from './where.ts'
import { isUsed } from './words.ts'

const CONFIDENCE = 0.5
const will = /^(?:will|would|’ll|'ll|’d|'d|wo|shall)$/
/** Statements that do not make what they hold one's own word. */
const unsure =
  /^(?:ask|believe|think|expect|predict|fear|hope|doubt|deny|speculate|suggest|dream|joke|claim|accuse|criticise)$/

/** What speakers of a sentence say that they will do. */
export function futureIn(ground: Ground): Draught[] {
  const { scene } = ground.stage
  return readWhere(
    scene.lower,
    (word) => will.test(word),
    (at) => futureAt(ground, at),
  )
}

function futureAt(ground: Ground, modal: number): Draught | undefined {
  const { stage, article, mentions } = ground
  const { scene } = stage
  const tree = treeOf(scene)
  const verb = tree.heads[modal]!
  const token = scene.tokens[verb]
  if (token?.upos !== 'VERB' || !tree.relation(modal).startsWith('aux') || verb < modal) return undefined
  if (!/^(?:root|ccomp|parataxis|conj|xcomp)$/.test(tree.relation(verb))) return undefined
  if (childrenIn(tree, verb, /^mark$/).some((it) => /^(?:whether|if)$/.test(scene.lower[it]!))) return undefined
  // "did not say whether it would do as it was asked", and "would do so", which says not what.
  if (scene.lower.slice(Math.max(0, modal - 5), modal).includes('whether')) return undefined
  if (token.lemma === 'do' && !childrenIn(tree, verb, /^obj$/).some((it) => !/^(?:so|that|it)$/.test(scene.lower[it]!)))
    return undefined
  const passive = childrenIn(tree, verb, /^aux:pass$/).length > 0
  if (scene.lower.slice(modal, verb).includes('have')) return undefined
  const statement = ground.holderAt(spanOf(scene, verb, verb + 1))
  if (!statement?.source || unsure.test(statement.act)) return undefined
  // "such weapons would never be used": a government's word for what is done in its name.
  const self = passive
    ? /^never$/.test(scene.lower[modal + 1] ?? '') && official.test(statement.source.sector ?? '')
    : saysOfOneself(ground, verb, statement)
  if (!self) return undefined
  const negated = scene.lower.slice(modal, verb).some((word) => /^(?:not|n’t|n't|never)$/.test(word))
  const rid = scene.lower[verb + 1] === 'rid'
  const kind = kindOf(rid ? 'end' : token.lemma, negated)
  if (!kind) return undefined
  const end = Math.min(clauseEnd(scene, modal), quoteEndAfter(scene, verb))
  if (end <= modal + 1) return undefined
  const terms = termsAt(ground, scene, modal, end)
  return {
    kind,
    source: [statement.source],
    target: targetIn(mentions, terms.about, [statement.source]),
    ...terms,
    ...strengthOf(scene, modal - 2, verb + 1),
    history: [{ status: 'open', evidence: spanOf(scene, modal, verb + 1), ...dated(article) }],
    statement: statement.id,
    confidence: CONFIDENCE,
    rule: `future.${kind}`,
  }
}

function kindOf(lemma: string, negated: boolean): Draught['kind'] | undefined {
  if (isUsed(lemma, 'happens')) return undefined
  if (negated) return isUsed(lemma, 'decline') ? 'refusal' : 'promise'
  return isUsed(lemma, 'hostile') ? 'threat' : 'promise'
}

/** Whether the one who says it is the one who will do it; a government's people speak for their state. */
function saysOfOneself({ stage, article }: Ground, verb: number, { source, sourcing }: Statement): boolean {
  const { scene, describe } = stage
  const subject = subjectOf(scene, verb)
  if (subject === undefined) return false
  if (/^(?:i|we)$/.test(scene.lower[subject]!)) return true
  const speaks = article.text.slice(source!.start, source!.end)
  if (/^(?:he|she|they)$/.test(scene.lower[subject]!) && spokesmen.test(speaks)) return true
  if (scene.lower[subject] === 'it' && sourcing === 'office') return true
  const parties = subjectParties(stage, verb).map(mentionOf)
  const doers = parties.length > 0 ? parties : [describe(spanOf(scene, subject, subject + 1))]
  return doers.some((it) => isSame(it, source!))
}

/** Who speaks for somebody else. */
const spokesmen = /\b(?:lawyers?|attorneys?|spokes\p{L}+|aides?|campaign|office)\b/iu

const official = /^(?:GOV|MIL|LEG|JUD|SPY|COP)$/
const isSame = (doer: Mention, speaker: Mention): boolean =>
  (doer.actor !== undefined && doer.actor === speaker.actor) ||
  (doer.country !== undefined &&
    doer.country === speaker.country &&
    official.test(doer.sector ?? 'GOV') &&
    official.test(speaker.sector ?? ''))

function quoteEndAfter({ quotation }: Scene, at: number): number {
  if (!quotation[at]) return quotation.length
  let end = at + 1
  while (end < quotation.length && quotation[end] === quotation[at]) end += 1
  return end
}
