/** Commitments that a noun names: "Kerry's final offer to Russia", "calls for Assad to leave", "his threat against Turkey". */
import {
  childrenIn,
  factualityOf,
  mentionOf,
  ownerOf,
  type Party,
  type Stage,
  subjectParties,
  treeOf,
} from '../events/index.ts'
import type { Mention } from '../reading.ts'
import { clauseEnd, type Scene, spanOf } from '../statements/index.ts'
import { antecedentOf, type Draught, dated, type Ground, strengthOf, termsAt } from './draught.ts'
import { type CommitmentNoun, nounOf } from './nouns.ts'
import { outcomeBefore, outcomeOf } from './outcomes.ts'
import { readWhere } from './where.ts'

const CONFIDENCE = { owned: 0.7, alone: 0.5 }

/** The commitments that nouns of a sentence name, in text order. */
export const namedIn = (ground: Ground): Draught[] =>
  readWhere(
    ground.stage.scene.tokens,
    ({ upos }) => upos === 'NOUN',
    (at) => {
      const noun = nounOf(ground.stage.scene.lower[at]!)
      return noun && namedBy(ground, at, noun)
    },
  )

function namedBy(ground: Ground, at: number, noun: CommitmentNoun): Draught | undefined {
  const { stage, article } = ground
  const { scene } = stage
  const owner = ownersOf(stage, at)
  const from = afterMarks(scene, at + 1)
  const opener = scene.lower[from] ?? ''
  const outcome = outcomeBefore(scene, at) ?? outcomeOf(scene, at)
  if (!isMade(scene, at)) return undefined
  const veto = compoundOf(scene, at)
  // "the pledge that it had given" does not say what.
  const relative = opener === 'that' && makerOf(scene, at) !== undefined
  const told = noun.follows.has(opener) && !relative && !isDanger(scene, noun, from, owner.length > 0)
  const end = told ? phraseEnd(scene, from) : at + 1
  // "its promises" says too little, unless it says what became of them.
  // "a similar promise, made in Munich, came to nothing": told for what became of it.
  const another =
    outcome && scene.lower.slice(Math.max(0, at - 2), at).some((it) => /^(?:an?|another|similar|earlier)$/.test(it))
  if (owner.length === 0 && !another && (noun.owned || !told || !saysWhat(scene, from))) return undefined
  if (owner.length > 0 && !told && !outcome && veto === undefined) return undefined
  if ((!told || end <= from + 1) && !outcome && veto === undefined) return undefined
  const target = told ? partiesFrom(stage, at, end, owner).slice(0, 1) : []
  const subject =
    target[0] && /^(?:on|over|about|for)$/.test(scene.lower[target[0].to] ?? '') && !isDay(scene, target[0].to + 1)
      ? target[0].to + 1
      : from
  const terms =
    told && end > from + 1
      ? termsAt(ground, scene, subject < end ? subject : from, end)
      : { about: spanOf(scene, veto ?? Math.max(0, at - 1), at + 1) }
  const place = outcome ? spanOf(scene, outcome.token, outcome.token + 1) : spanOf(scene, at, at + 1)
  return {
    kind: noun.kind,
    source: owner,
    target: target.map(mentionOf),
    ...terms,
    ...strengthOf(scene, at - 4, at),
    history: [
      {
        status: outcome?.status ?? 'open',
        evidence: place,
        ...dated(article),
        ...(outcome && { rule: outcome.rule }),
      },
    ],
    confidence: owner.length > 0 ? CONFIDENCE.owned : CONFIDENCE.alone,
    rule: noun.id,
  }
}

const isDay = ({ lower }: Scene, at: number) => /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(lower[at] ?? '')

/** "his veto threat": where the word before it begins that says what. */
function compoundOf(scene: Scene, noun: number): number | undefined {
  return childrenIn(treeOf(scene), noun, /^compound$/).find(
    (it) => it === noun - 1 && scene.tokens[it]!.upos === 'NOUN',
  )
}

/** What is needed, or denied, is no call yet: "needs to make more appeals". */
function isMade(scene: Scene, noun: number): boolean {
  const tree = treeOf(scene)
  const head = tree.heads[noun] ?? -1
  if (tree.relation(noun) !== 'obj' || !makes.test(scene.tokens[head]?.lemma ?? '')) return true
  return !/^(?:negated|hypothetical)$/.test(factualityOf(scene, head).factuality)
}

/** "a threat to peace" is a danger, "his threat to leave" is none; without an owner both are left. */
function isDanger({ lower, tokens }: Scene, { kind }: CommitmentNoun, from: number, owned: boolean): boolean {
  if (kind !== 'threat' || lower[from] !== 'to') return false
  return !owned || tokens[from + 1]?.upos !== 'VERB'
}

/** Whether an infinitive, a clause, or a thing that is asked for follows. */
const saysWhat = ({ lower, tokens }: Scene, from: number): boolean =>
  /^(?:that|for)$/.test(lower[from]!) || (lower[from] === 'to' && tokens[from + 1]?.upos === 'VERB')

const makes = /^(?:make|issue|give|deliver|renew|repeat|sound|send|table|present)$/

/** The verb of a clause that says who made it: "the pledge that both had given". */
const makerOf = (scene: Scene, noun: number): number | undefined =>
  childrenIn(treeOf(scene), noun, /^acl:relcl$/).find((it) => makes.test(scene.tokens[it]!.lemma))

/** Who makes it: "Kerry's “final offer”", "its promise", or whoever "made a promise". */
function ownersOf(stage: Stage, noun: number): Mention[] {
  const { scene, describe } = stage
  const { lower } = scene
  // The marks, and what the offer is called, stand between.
  let first = noun
  while (
    first > 0 &&
    /^(?:["“‘]|final|last|latest|new|empty|unfulfilled|repeated|old|many|earlier)$/.test(lower[first - 1]!)
  )
    first -= 1
  const owner = ownerOf(stage, first)
  if (owner) return [mentionOf(owner)]
  const tree = treeOf(scene)
  const pronoun = childrenIn(tree, noun, /^nmod:poss$/).find((it) => it < noun)
  if (pronoun !== undefined) {
    const here = stage.parties.find((party) => party.from <= pronoun && pronoun < party.to)
    const whose = antecedentOf(stage, pronoun)
    if (whose) return [whose]
    return [here ? mentionOf(here) : describe(spanOf(scene, pronoun, pronoun + 1))]
  }
  const made = makerOf(scene, noun)
  if (made !== undefined) return subjectParties(stage, made).map(mentionOf)
  const head = tree.heads[noun] ?? -1
  if (tree.relation(noun) !== 'obj' || !makes.test(scene.tokens[head]?.lemma ?? '')) return []
  return subjectParties(stage, head).map(mentionOf)
}

const partiesFrom = ({ parties }: Stage, after: number, end: number, owner: readonly Mention[]): Party[] =>
  parties.filter((it) => it.from > after && it.from < end && !owner.some(({ actor }) => actor && actor === it.actor))

const afterMarks = ({ lower }: Scene, at: number) => (/^["”’']$/.test(lower[at] ?? '') ? at + 1 : at)

/** Up to the verb of the clause: "to Russia on Syria | is seen by many". */
function phraseEnd(scene: Scene, from: number): number {
  const end = clauseEnd(scene, from)
  // A clause has a verb of its own: "that Assad leave | had prolonged the war", "that he would not leave".
  let own = scene.lower[from] === 'that'
  for (let i = from + 1; i < end; i++) {
    if (/^(?:if|unless|once)$/.test(scene.lower[i]!)) own = true
    else if (own && /^(?:VERB|AUX)$/.test(scene.tokens[i]!.upos)) own = false
    else if (!own && /^(?:is|are|was|were|has|have|had|will|would|,)$/.test(scene.lower[i]!)) return i
  }
  return end
}
