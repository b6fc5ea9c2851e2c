/** Commitments that a verb makes or reports: vows, offers, threats, demands, refusals, agreements. */
import {
  agentParties,
  childrenIn,
  coordinated,
  factualityOf,
  mentionOf,
  type Party,
  subjectParties,
  treeOf,
} from '../events/index.ts'
import type { Token } from '../language/index.ts'
import type { Mention, Span } from '../reading.ts'
import { type Scene, spanOf } from '../statements/index.ts'
import { type Complement, complementOf } from './complement.ts'
import { committedBy, type Draught, dated, type Ground, kindFor, strengthOf, targetIn, termsAt } from './draught.ts'
import { outcomeBefore, outcomeOf } from './outcomes.ts'
import { type CommitmentVerb, verbsOf } from './verbs.ts'
import { isUsed } from './words.ts'

/** How sure a commitment is that a verb makes: the share of such readings that were right on the articles of docs/quality.md. */
const CONFIDENCE = { known: 0.8, unknown: 0.6 }

/** The commitments that verbs of a sentence make, in text order. */
export function verbalIn(ground: Ground): Draught[] {
  const { scene } = ground.stage
  const found: Draught[] = []
  for (let i = 0; i < scene.tokens.length; i++) {
    const draught = commits(scene, i) ? verbalAt(ground, i) : undefined
    if (!draught) continue
    // What is promised may itself be to promise: "urged Syria to pledge".
    if (!found.some((it) => it.about.start <= scene.tokens[i]!.start && scene.tokens[i]!.end <= it.about.end))
      found.push(draught)
  }
  return found
}

/** Verbs, and the adjectives "ready" and "willing"; a capital inside a sentence makes a name of a word. */
function commits({ tokens, lower }: Scene, i: number): boolean {
  const { upos, form, deprel } = tokens[i]!
  if (verbsOf(lower[i]!).length === 0 || (i > 0 && /^\p{Lu}/u.test(form))) return false
  return (
    (upos === 'VERB' && deprel !== 'amod') || (upos === 'ADJ' && /^(?:root|conj|ccomp|xcomp|advcl|acl)/.test(deprel))
  )
}

function verbalAt(ground: Ground, verb: number): Draught | undefined {
  const { scene } = ground.stage
  for (const entry of verbsOf(scene.lower[verb]!)) {
    const after = afterWords(scene, verb, entry)
    if (after === undefined) continue
    const passive = childrenIn(treeOf(scene), verb, /^aux:pass$/).length > 0
    const draught = passive ? beingTold(ground, verb, after, entry) : telling(ground, verb, after, entry)
    if (draught) return draught
  }
  return undefined
}

/** The token after a verb and what must follow it, with an adverb or an actor between: "threatened Syria | with". */
function afterWords(scene: Scene, verb: number, { follows, frames }: CommitmentVerb): number | undefined {
  const { lower } = scene
  if (follows.length === 0) return verb + 1
  for (const words of follows) {
    const reach = frames.has('prep') && words.length === 1 ? 6 : 2
    for (let at = verb + 1; at <= verb + reach; at++) {
      const next = at + words.length
      // "agreed to | open": the infinitive's own "to".
      const infinitive = lower[next - 1] === 'to' && scene.tokens[next]?.xpos === 'VB'
      if (words.every((word, k) => lower[at + k] === word) && !isDay(lower[next]) && !infinitive) return next
      if (/^[,.;]$/.test(lower[at] ?? '.')) break
    }
  }
  return undefined
}

/** "agreed on | Saturday" says when, not on what. */
const isDay = (word = '') =>
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
    word,
  )

/** Whether the text tells it as made: what is denied, supposed or only wished for commits nobody. */
function isMade(scene: Scene, verb: number): boolean {
  const { factuality, by, row } = factualityOf(scene, verb)
  // "denied that … and warned": what is denied beside it is another matter.
  const joined = treeOf(scene).relation(verb) === 'conj' && by !== undefined && treeOf(scene).heads[by] !== verb
  if (factuality === 'negated') return joined
  // "came to ask" did ask; in reported speech "would" is "will": "Russia would call on …, he said".
  if (row === 'purpose') return true
  return factuality !== 'hypothetical' || (by !== undefined && /^(?:would|’d|'d)$/.test(scene.lower[by]!))
}

function telling(ground: Ground, verb: number, after: number, entry: CommitmentVerb): Draught | undefined {
  const { scene } = ground.stage
  if (!isMade(scene, verb)) return undefined
  const cued = ground.cuedAt(spanOf(scene, verb, verb + 1))
  const own = committedBy(ground, verb)
  const source =
    own.length > 0 ? own : cued?.source && (isSomebody(cued.source) || entry.frames.has('other')) ? [cued.source] : []
  if (source.length === 0) return undefined
  const complement = withBetween(complementOf(scene, verb, after, entry), verb + 1, after - 1)
  if (complement) return drawn(ground, verb, entry, source, complement)
  const above = fromAbove(ground, verb, entry)
  if (above)
    return {
      ...made(ground, verb, entry, source, above.target, above.terms),
      ...(above.history && { history: above.history }),
    }
  // The words of a quotation that the verb reports: "“We will leave,” he promised".
  if (!cued || entry.kind === 'agreement' || !(entry.frames.has('that') || entry.frames.has('obj'))) return undefined
  const content = { start: cued.content[0]!.start, end: cued.content.at(-1)!.end }
  if (ground.article.text.slice(content.start, content.end).trimEnd().endsWith('?')) return undefined
  return made(ground, verb, entry, source, targetIn(ground.mentions, content, source), { about: content })
}

/** "threatened | Syria | with war": who stands between the verb and its preposition is told, or threatened. */
const withBetween = (complement: Complement | undefined, from: number, to: number): Complement | undefined =>
  complement && !complement.other && to > from ? { ...complement, other: { from, to } } : complement

/** Whether anything is known of a mention: "the law" demands, and nobody does. */
const isSomebody = ({ actor, country, sector }: Mention) => (actor ?? country ?? sector) !== undefined

/** "Syria was urged to leave": who is told stands as the subject. */
function beingTold(ground: Ground, verb: number, after: number, entry: CommitmentVerb): Draught | undefined {
  const { scene } = ground.stage
  if (!entry.frames.has('other') || !isMade(scene, verb)) return undefined
  const told = subjectParties(ground.stage, verb).map(mentionOf)
  const complement = complementOf(scene, verb, after, { ...entry, frames: new Set(['to']) })
  const source = agentParties(ground.stage, verb).map(mentionOf)
  if (!complement || told.length === 0) return undefined
  return made(ground, verb, entry, source, told, termsAt(ground, scene, complement.from, complement.to))
}

function drawn(ground: Ground, verb: number, entry: CommitmentVerb, source: Mention[], complement: Complement) {
  const { scene } = ground.stage
  if (entry.frames.has('pact') && !isPact(scene, complement)) return undefined
  if (!fits(scene, entry, verb, complement)) return undefined
  if (entry.id === 'verb.ready' && !source.some(isPublic)) return undefined
  if (entry.id === 'verb.want' && othersIn(ground, complement, source).length === 0) return undefined
  const terms = termsAt(ground, scene, complement.from, complement.to)
  const named = othersIn(ground, complement, source)
  const other = named.length > 0 ? named : targetIn(ground.mentions, beforeCondition(terms), source)
  const offered = offeredAfter(ground, terms, complement, other[0])
  if (entry.id === 'verb.order' && source[0]?.country && source[0].country === other[0]?.country) return undefined
  const draught = made(
    ground,
    verb,
    entry,
    source,
    other,
    offered,
    kindFor(entry.kind, scene, complement.from, complement.to),
  )
  return doneAbove(ground, verb, complement, draught)
}

/** What some verbs need in what follows, so as to commit anybody. */
function fits(scene: Scene, { id }: CommitmentVerb, verb: number, { from, to }: Complement): boolean {
  const { lower, tokens } = scene
  const some = (test: (token: Token) => boolean, upTo = to) => tokens.slice(from, Math.min(to, upTo)).some(test)
  switch (id) {
    // "offered advice", "offered little resistance"
    case 'verb.offer':
      return lower[from] === 'to' || !some(({ lemma }) => isUsed(lemma, 'given'), objectEndOf(scene, verb, from))
    // "assured them that nobody was hurt", "agreed that he is fit": opinions
    case 'verb.assure':
    case 'verb.agree':
      return lower[from] === 'to' || some(({ form }) => /^(?:will|would|’ll|'ll|should|must)$/i.test(form))
    // "threatened the goal twice"
    case 'verb.threaten':
      return (
        /^(?:to|that)$/.test(lower[from]!) ||
        isCountry(scene, from) ||
        some(({ lemma }) => isUsed(lemma, 'consequence') || isUsed(lemma, 'menace'), from + 5)
      )
    // "insists on being himself"
    case 'verb.insist-on':
      return tokens[from]!.xpos !== 'VBG'
    default:
      return true
  }
}

/** "threatened Syria": countries are threatened; goals and coasts are no matter of anybody's word. */
const isCountry = ({ tokens }: Scene, at: number) => tokens[at]!.name === 'B-LOC'

const objectEndOf = (scene: Scene, verb: number, from: number) =>
  Math.max(from, ...childrenIn(treeOf(scene), verb, /^obj$/)) + 1

/** Those whose readiness is an offer or a threat: states, and whoever speaks for them. */
const isPublic = ({ country, sector }: Mention) => country !== undefined && /^(?:GOV|MIL|REB)$/.test(sector ?? 'GOV')

/**
 * What is committed to where it stands above the verb: "the strikes that it had threatened" (with what became of them: "shelved
 * the strikes"), "never separated the rebels, as it had promised".
 */
function fromAbove(ground: Ground, verb: number, entry: CommitmentVerb) {
  const { stage, article } = ground
  const { scene } = stage
  const tree = treeOf(scene)
  let head = tree.heads[verb]!
  const takes = entry.frames.has('to') || entry.frames.has('obj')
  if (head < 0 || head > verb || !takes) return undefined
  if (/^acl/.test(tree.relation(verb)) && scene.tokens[head]!.upos === 'NOUN') {
    const outcome = outcomeOf(scene, head)
    const about = spanOf(scene, head, head + 1)
    const evidence = outcome && spanOf(scene, outcome.token, outcome.token + 1)
    return {
      target: [],
      terms: { about },
      ...(outcome && {
        history: [{ status: outcome.status, evidence: evidence!, ...dated(article), rule: outcome.rule }],
      }),
    }
  }
  const as = childrenIn(tree, verb, /^mark$/).find((it) => scene.lower[it] === 'as')
  if (as === undefined || scene.tokens[head]!.upos !== 'VERB') return undefined
  // "never separated the rebels they support, as they had promised": the clause before the comma, not one inside it.
  while (/^acl/.test(tree.relation(head)) && tree.heads[head]! >= 0)
    head = tree.heads[tree.heads[head]!]! >= 0 ? tree.heads[tree.heads[head]!]! : tree.heads[head]!
  if (scene.tokens[head]!.upos !== 'VERB') return undefined
  const from = Math.min(head, ...childrenIn(tree, head, /^(?:advmod|aux|obj)/))
  const to = scene.lower[as - 1] === ',' ? as - 1 : as
  const history = keptBy(ground, head, entry.kind)
  if (to <= from || !history) return undefined
  const about = spanOf(scene, from, to)
  return { target: targetIn(ground.mentions, about, []), terms: { about }, history: [history] }
}

/** What the clause that does, or does not do, what was committed to says became of it. */
function keptBy(
  { stage, article }: Ground,
  deed: number,
  kind: Draught['kind'],
): Draught['history'][number] | undefined {
  const { factuality } = factualityOf(stage.scene, deed)
  const done = kind === 'threat' ? 'carried-out' : 'kept'
  const status = factuality === 'asserted' ? done : factuality === 'negated' ? 'broken' : undefined
  return status && { status, evidence: spanOf(stage.scene, deed, deed + 1), ...dated(article), rule: 'deed.above' }
}

/** "suspended its talks, five days after it threatened to do so": the clause above says what, and that it was done. */
function doneAbove(ground: Ground, verb: number, { from, to }: Complement, draught: Draught): Draught {
  const { scene } = ground.stage
  if (scene.lower.slice(from, from + 3).join(' ') !== 'to do so') return draught
  const tree = treeOf(scene)
  let deed = verb
  while (deed >= 0 && (deed === verb || scene.tokens[deed]!.upos !== 'VERB')) deed = tree.heads[deed]!
  const step = deed >= 0 && deed < verb ? keptBy(ground, deed, draught.kind) : undefined
  if (!step) return draught
  const comma = scene.lower.indexOf(',', deed)
  const about = spanOf(scene, deed, comma > deed && comma < verb ? comma : verb)
  const { condition } = termsAt(ground, scene, from, to)
  const target = targetIn(ground.mentions, about, draught.source)
  return { ...draught, about, target, ...(condition && { condition }), history: [...draught.history, step] }
}

/** Where the other side may stand: not in the condition. */
const beforeCondition = ({ about, condition }: { about: Span; condition?: Span }): Span =>
  condition && condition.start > about.start ? { start: about.start, end: Math.min(about.end, condition.start) } : about

/** Who is told to do it: the parties among the words that name them. */
function othersIn({ stage }: Ground, { other }: Complement, source: readonly Mention[]): Mention[] {
  if (!other) return []
  const { scene, parties, describe } = stage
  const first = parties.findIndex((it) => it.from >= other.from && it.from < other.to)
  if (first >= 0) {
    const group: Party[] = coordinated(scene, parties, first, 1).filter((it) => it.from < other.to)
    return group
      .map(mentionOf)
      .filter((it) => !source.some(({ start, actor }) => start === it.start || (actor && actor === it.actor)))
  }
  const told = describe(spanOf(scene, other.from, other.to))
  return isSomebody(told) && !source.some(({ actor }) => actor && actor === told.actor) ? [told] : []
}

/** "offered Syria | a truce", "threatened Syria with | war": what is offered stands after the one it is offered to. */
function offeredAfter(ground: Ground, terms: ReturnType<typeof termsAt>, complement: Complement, other?: Mention) {
  const { text } = ground.article
  if (complement.other || !other || other.start !== terms.about.start || other.end >= terms.about.end) return terms
  const gap = /^\s+(?=(?:an?|the|its|his|her|their|more|new|\d+|\p{L}+s)\s)/u.exec(
    text.slice(other.end, terms.about.end),
  )
  return gap ? { ...terms, about: { start: other.end + gap[0].length, end: terms.about.end } } : terms
}

const isPact = ({ tokens, lower }: Scene, { from, to }: Complement): boolean => {
  const noun = tokens.findIndex((token, i) => i >= from && i < Math.min(to, from + 6) && isUsed(token.lemma, 'pact'))
  return noun >= 0 && lower[from] !== 'no'
}

function made(
  ground: Ground,
  verb: number,
  { id, kind: ownKind }: CommitmentVerb,
  source: Mention[],
  target: Mention[],
  terms: Pick<Draught, 'about' | 'condition' | 'deadline'>,
  kind = ownKind,
): Draught {
  const { stage, article } = ground
  const { scene } = stage
  const outcome = outcomeBefore(scene, verb)
  const cue = spanOf(scene, verb, verb + 1)
  const step = outcome
    ? { status: outcome.status, evidence: spanOf(scene, outcome.token, outcome.token + 1) }
    : { status: kind === 'agreement' ? ('accepted' as const) : ('open' as const), evidence: cue }
  const statement = ground.cuedAt(cue)
  return {
    kind,
    source,
    target,
    ...terms,
    ...strengthOf(scene, verb - 5, verb + 6),
    history: [{ ...step, ...dated(article) }],
    ...(statement && { statement: statement.id }),
    confidence: source.some((it) => it.actor) ? CONFIDENCE.known : CONFIDENCE.unknown,
    rule: id,
  }
}
