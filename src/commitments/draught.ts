/** A commitment before it has its id, and what is known where it is read. */
import type { Article } from '../article/index.ts'
import { firstFrom, mentionOf, type Stage, subjectOf, subjectParties, treeOf } from '../events/index.ts'
import type { Commitment, CommitmentKind, Mention, Span, Statement } from '../reading.ts'
import { type Scene, spanOf } from '../statements/index.ts'
import { type Terms, termsOf } from './terms.ts'
import { isUsed } from './words.ts'

export type Draught = Omit<Commitment, 'id'>

/** A sentence with who stands in it, and the statements that begin or hold in it. */
export interface Ground {
  stage: Stage
  article: Article
  /** Mentions of actors in the whole article, in text order. */
  mentions: readonly Mention[]
  /** The statement whose cue stands at a place. */
  cuedAt: (at: Span) => Statement | undefined
  /** The innermost statement whose content holds a place. */
  holderAt: (at: Span) => Statement | undefined
}

export const dated = ({ published }: Article) => (published ? { date: published.slice(0, 10) } : {})

/** What is offered or demanded, parted into its terms; a span that a sentence ends too early gives none. */
export const termsAt = ({ article }: Ground, scene: Scene, from: number, to: number): Terms =>
  termsOf(article.text, spanOf(scene, from, to), article.published)

/**
 * Who is committed by a verb: its subject, when that is somebody. "I" and "we" are who says it. A subject that is no known actor
 * must be a name or a personal pronoun: a storm that threatens to move north promises nothing.
 */
export function committedBy(ground: Ground, verb: number): Mention[] {
  const { stage, holderAt } = ground
  const { scene, describe } = stage
  const tree = treeOf(scene)
  const subject = subjectOf(scene, verb)
  if (subject === undefined) return []
  const here = spanOf(scene, subject, subject + 1)
  if (/^(?:i|we)$/.test(scene.lower[subject]!)) {
    const speaker = holderAt(here)?.source
    return speaker ? [speaker] : [describe(here)]
  }
  const antecedent = antecedentOf(ground.stage, subject)
  if (antecedent) return [antecedent]
  const parties = subjectParties(stage, verb).map(mentionOf)
  if (parties.length > 0) return parties
  const { name, form } = scene.tokens[subject]!
  if (name !== 'O' || /^(?:he|she|they)$/i.test(form)) return [describe(here)]
  // "the strikes that it had threatened": "it" is somebody where a thing is threatened; else it may be the weather.
  const own = /^acl/.test(tree.relation(verb)) || reserved.test(scene.tokens[verb]!.lemma)
  return own && /^(?:it|which)$/i.test(form) ? [describe(here)] : []
}

/** Verbs that only somebody is the subject of. */
const reserved = /^(?:pledge|vow|refuse|urge|agree|propose)$/

/** Who "who", "which" or "whose" stands for: the head of its clause. */
export function antecedentOf({ scene, parties, describe }: Stage, pronoun: number): Mention | undefined {
  if (!/^(?:who|which|that|whose)$/.test(scene.lower[pronoun]!)) return undefined
  const tree = treeOf(scene)
  for (let at = pronoun, steps = 0; at >= 0 && steps < 4; at = tree.heads[at]!, steps++) {
    if (!tree.relation(at).startsWith('acl')) continue
    const head = tree.heads[at]!
    const party = parties.find((it) => it.from <= head && head < it.to)
    if (party) return mentionOf(party)
    const told = describe(spanOf(scene, head, head + 1))
    // "who" is always somebody.
    return told.country || told.sector || told.actor || scene.lower[pronoun] === 'who' ? told : undefined
  }
  return undefined
}

/** The first actor in a span, other than who does it. */
export function targetIn(mentions: readonly Mention[], within: Span, source: readonly Mention[]): Mention[] {
  for (let i = firstFrom(mentions, within.start); i < mentions.length && mentions[i]!.end <= within.end; i++) {
    const mention = mentions[i]!
    if (!source.some((it) => it.start === mention.start || (it.actor && it.actor === mention.actor))) return [mention]
  }
  return []
}

/** How strongly a commitment is made, as the words around it say: a paper that leaked, a final offer, a firm promise. */
export function strengthOf(scene: Scene, from: number, to: number): { strength?: Commitment['strength'] } {
  const words = scene.lower.slice(Math.max(0, from), to)
  for (const strength of ['leaked', 'final', 'firm', 'tentative'] as const) {
    if (words.some((word) => isUsed(word, strength))) return { strength }
  }
  return {}
}

/** What an infinitive or a clause commits to makes a promise or an offer a threat: "prepared to attack". */
export function kindFor(kind: CommitmentKind, scene: Scene, from: number, to: number): CommitmentKind {
  if (kind !== 'offer' && kind !== 'promise') return kind
  const verb = scene.tokens.findIndex((token, i) => i >= from && i < to && token.upos === 'VERB')
  return verb >= 0 && verb - from <= 3 && isUsed(scene.tokens[verb]!.lemma, 'hostile') ? 'threat' : kind
}
