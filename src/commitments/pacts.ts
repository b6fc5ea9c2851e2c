/** Agreements that a noun names: "no agreement with Moscow has yet been reached", "a deal that both announced", "a truce". */
import { agentParties, childrenIn, mentionOf, subjectParties, treeOf } from '../events/index.ts'
import type { Mention, Status } from '../reading.ts'
import { clauseEnd, type Scene, spanOf } from '../statements/index.ts'
import { type Draught, dated, type Ground, targetIn } from './draught.ts'
import { outcomeOf } from './outcomes.ts'
import { readWhere } from './where.ts'
import { isUsed } from './words.ts'

const CONFIDENCE = 0.5
const done = /^(?:reach|sign|strike|conclude|seal|make|announce|broker|arrange|negotiate|have|hammer|clinch)$/

/** The agreements that nouns of a sentence name, with what it says became of them. */
export function pactsIn(ground: Ground): Draught[] {
  const { scene } = ground.stage
  return readWhere(
    scene.tokens,
    ({ lemma, upos }) => upos === 'NOUN' && isUsed(lemma, 'pact'),
    (at) => pactAt(ground, at),
  )
}

function pactAt(ground: Ground, at: number): Draught | undefined {
  const { stage, article } = ground
  const { scene } = stage
  const made = makingOf(scene, at)
  const outcome = outcomeOf(scene, at)
  const told: { status: Status; token: number; rule?: string } | undefined = outcome ?? made
  if (!told) return undefined
  const end = phraseEnd(scene, at)
  const own = made ? partiesOf(ground, made.verb) : []
  const start = /^(?:no|an?|the|this|that)$/.test(scene.lower[at - 1] ?? '') ? at - 1 : at
  const about = spanOf(scene, start, Math.max(end, made && made.verb > at ? made.verb + 1 : 0, at + 1))
  // A pact that nobody is named for, and of which only its name is told, is no row of its own.
  const source = outcome && !made ? breakersOf(ground, outcome) : own
  const target = targetIn(ground.mentions, { start: about.start, end: spanOf(scene, at, end).end }, source)
  const named = scene.tokens.slice(at, end + 8).some(({ upos }) => upos === 'PROPN')
  if (source.length + target.length === 0 && !(made && named)) return undefined
  return {
    kind: 'agreement',
    source,
    target,
    about,
    history: [
      {
        status: told.status,
        evidence: spanOf(scene, Math.min(at, told.token), Math.max(at, told.token) + 1),
        ...dated(article),
        ...(told.rule && { rule: told.rule }),
      },
    ],
    confidence: CONFIDENCE,
    rule: 'pact.made',
  }
}

/** "declared the truce over": who breaks a pact was party to it; who turns one down need not be. */
const breakersOf = ({ stage }: Ground, { rule, token }: { rule: string; token: number }): Mention[] =>
  /^(?:broken|ended|withdrawn)\.object$/.test(rule) ? subjectParties(stage, token).map(mentionOf) : []

/** The verb by which a pact is made, or not: "reached", "that they announced", "have no agreement yet". */
function makingOf(scene: Scene, at: number): { status: Status; token: number; verb: number } | undefined {
  const tree = treeOf(scene)
  const { lower, tokens } = scene
  const head = tree.heads[at] ?? -1
  const below = childrenIn(tree, at, /^acl/).find((it) => done.test(tokens[it]!.lemma))
  const above =
    head >= 0 && /^(?:obj|nsubj:pass|nsubj)$/.test(tree.relation(at)) && done.test(tokens[head]!.lemma)
      ? head
      : undefined
  const verb = below ?? above ?? passiveAfter(scene, at)
  if (verb === undefined) return undefined
  const span = lower.slice(Math.max(0, Math.min(at, verb) - 2), Math.max(at, verb) + 2)
  const denied = lower[at - 1] === 'no' || span.some((word) => /^(?:not|n’t|n't|never)$/.test(word))
  const yet = span.includes('yet') || lower.includes('yet')
  if (tokens[verb]!.lemma === 'have' && !denied) return undefined
  // "good at making deals"
  if (tokens[verb]!.lemma === 'make' && tokens[verb]!.xpos === 'VBG') return undefined
  return { status: denied ? (yet ? 'not-yet' : 'open') : 'accepted', token: verb, verb }
}

/** "a deal … was signed", where the tree does not say so. */
function passiveAfter({ lower, tokens }: Scene, at: number): number | undefined {
  const verb = tokens.findIndex(({ lemma, xpos }, i) => i > at && i - at < 12 && xpos === 'VBN' && done.test(lemma))
  return verb > 0 && lower.slice(at, verb).some((word) => /^(?:been|was|were|be|is)$/.test(word)) ? verb : undefined
}

const partiesOf = (ground: Ground, verb: number): Mention[] => {
  const agents = agentParties(ground.stage, verb)
  const found = agents.length > 0 ? agents : subjectParties(ground.stage, verb)
  return found.map(mentionOf)
}

function phraseEnd(scene: Scene, from: number): number {
  const end = clauseEnd(scene, from)
  for (let i = from + 1; i < end; i++) {
    if (/^(?:is|are|was|were|has|have|had|will|would|,|that|which)$/.test(scene.lower[i]!)) return i
  }
  return end
}
