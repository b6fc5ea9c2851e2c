/** Events told by a verb or a noun of one sentence. */
import type { Factuality, Mention, Span } from '../reading.ts'
import {
  clauseEnd,
  determiners,
  groupStart,
  phraseAfter,
  type Scene,
  spanOf,
  subjectBefore,
} from '../statements/index.ts'
import { factualityOf } from './factuality.ts'
import { coordinated, type Party } from './parties.ts'
import { type Code, intentionOf, nounPattern, type VerbPattern, verbPatterns } from './patterns.ts'

/** An event as a pattern found it. Tokens [from, to) are its trigger. */
export interface Told {
  code: Code
  source: Party[]
  target: Party[]
  from: number
  to: number
  factuality: Factuality
  rule: string
  confidence: number
}

/** How sure a reading is: both sides named, one side named. From the share of these that were right on the training records. */
const CONFIDENCE = { both: 0.6, one: 0.4 }
/** A target stands within this many tokens of its verb. */
const MAX_REACH = 18

/** Cooperation in which both sides of "A and B …" act on each other. */
const reciprocal = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

/** A sentence with what is known of who stands in it. */
export interface Stage {
  scene: Scene
  parties: readonly Party[]
  /** Who the words of a span name, for words that are no mention by themselves: "Russian" in "the Russian bombing". */
  describe: (span: Span) => Mention
  /** Year of the article's date. */
  year?: number
}

export function toldIn(stage: Stage): Told[] {
  const told: Told[] = []
  for (let i = 0; i < stage.scene.tokens.length; i++) {
    // A capital inside a sentence makes a name of a word: "Ban Ki-moon".
    if (i > 0 && /^\p{Lu}/u.test(stage.scene.tokens[i]!.form)) continue
    const event = isNoun(stage.scene, i) ? byNoun(stage, i) : byVerb(stage, i, told.at(-1))
    if (!event) continue
    told.push(event)
    i = Math.max(i, event.to - 1)
  }
  return told
}

/** "The Russian bombing of", "demands for": a word that can be both is a noun before a preposition. */
const isNoun = ({ lower }: Scene, i: number) =>
  nounPattern(lower[i]!) !== undefined &&
  (verbPatterns(lower[i]!).length === 0 || /^(?:of|on|for|against|between|in|to|with)$/.test(lower[i + 1] ?? ''))

function byVerb(stage: Stage, verb: number, last?: Told): Told | undefined {
  const { lower } = stage.scene
  const patterns = verbPatterns(lower[verb]!)
  if (patterns.length === 0) return undefined
  const from = groupStart(stage.scene, verb)
  // "vowed to | help": what is vowed is no event beside the vow.
  if (last && from < last.to) return undefined
  // "the proposed deal", "Western-backed rebels": the form of a verb, but no verb.
  if (determiners.has(lower[from - 1] ?? '') || /^(?:-|['’]s?)$/.test(lower[verb - 1] ?? '')) return undefined
  for (const pattern of patterns) {
    const told = fits(stage.scene, pattern, verb) && tellVerb(stage, pattern, { from, verb }, last)
    if (told) return told
  }
  return undefined
}

function tellVerb(
  stage: Stage,
  pattern: VerbPattern,
  { from, verb }: { from: number; verb: number },
  last?: Told,
): Told | undefined {
  const { scene, year } = stage
  const { lower } = scene
  const to = verb + 1 + pattern.particles.length
  const passive = isPassive(lower, from, verb)
  if (pattern.form === 'participle' && !passive && !hasAuxiliary(lower, from, verb)) return undefined
  if (pattern.form === 'base' && from === verb && !isPlural(scene, verb)) return undefined
  const before = subjectParties(stage, from, pattern.form) ?? (joins(lower[from - 1]) ? last?.source : undefined)
  if (!before) return undefined
  const end = Math.min(clauseEnd(scene, Math.min(to, lower.length - 1)), to + MAX_REACH)
  const factuality = factualityOf({ lower, from, verb, year })
  if (!passive)
    return tell(pattern, before, partiesAfter(stage, to, end, pattern.code.quad === 4), { from, to }, factuality)
  const by = lower.indexOf('by', to)
  return tell(pattern, by < 0 ? [] : partiesAfter(stage, by + 1, end, true), before, { from, to }, factuality)
}

/** Particles follow the verb, and one of its objects stands in the clause. */
function fits(scene: Scene, { particles, object }: VerbPattern, verb: number): boolean {
  const { lower } = scene
  if (!particles.every((word, k) => lower[verb + 1 + k] === word)) return false
  if (object.size === 0) return true
  const from = verb + 1 + particles.length
  if (from >= lower.length) return false
  return lower.slice(from, Math.min(clauseEnd(scene, from), from + MAX_REACH)).some((word) => object.has(word))
}

const isPassive = (lower: readonly string[], from: number, verb: number) =>
  lower.slice(from, verb).some((word) => /^(?:is|are|was|were|be|been|being)$/.test(word)) &&
  !lower[verb]!.endsWith('ing')
const hasAuxiliary = (lower: readonly string[], from: number, verb: number) =>
  lower.slice(from, verb).some((word) => /^(?:has|have|had|’ve|'ve)$/.test(word))

/** "troops attack", "they attack"; a base form after anything else is a noun. */
const isPlural = ({ lower }: Scene, verb: number) =>
  /(?:[^s’']s|people|police|they|we|who)$/.test(lower[verb - 1] ?? '')

const joins = (word: string | undefined) => word !== undefined && /^(?:and|but|,)$/.test(word)

/** Before an infinitive or an -ing form the subject stands further off; it is looked for within this many tokens. */
const MAX_BACK = 8

/** The parties of the subject that ends before token `end`; undefined when no subject stands there. */
function subjectParties(stage: Stage, end: number, form: VerbPattern['form']): Party[] | undefined {
  const { scene, parties } = stage
  const subject = subjectBefore(scene, end)
  const loose = form === 'gerund' || scene.lower[end] === 'to'
  if (!subject && !loose) return undefined
  const limit = subject?.from ?? Math.max(0, end - MAX_BACK)
  let index = parties.findLastIndex((party) => party.to <= end && party.from >= limit)
  if (index < 0) return subject ? unnamed(stage, subject) : []
  // "the spokesman of the ministry": the head is the first party unless a name follows in apposition.
  const joined = (i: number) =>
    scene.lower.slice(parties[i - 1]!.to, parties[i]!.from).some((word) => /^(?:of|for|in|at|from)$/.test(word))
  while (index > 0 && parties[index - 1]!.from >= limit && joined(index)) index -= 1
  return coordinated(scene, parties, index, -1)
}

/** The first parties in tokens [from, end): named ones, else people the phrase right at `from` tells of. */
function partiesAfter(stage: Stage, from: number, end: number, places: boolean): Party[] {
  const { scene, parties } = stage
  if (from < 0 || from >= scene.tokens.length) return []
  // "met in Vienna" has no target; "intervened in Syria" has.
  const isPlace = (party: Party) =>
    party.from > from && /^(?:in|at|near|inside|outside|from)$/.test(scene.lower[party.from - 1]!)
  const index = parties.findIndex((party) => party.from >= from && party.from < end && (places || !isPlace(party)))
  if (index >= 0) return coordinated(scene, parties, index, 1)
  if (!places && /^(?:in|at|near|inside|outside|from)$/.test(scene.lower[from]!)) return []
  const object = phraseAfter(scene, from)
  return object ? unnamed(stage, { from, to: Math.min(object.to, end) }) : []
}

/** People who are no actor of the article, but of whom a sector is told: "protesters", "unidentified gunmen". */
function unnamed({ scene, describe }: Stage, { from, to }: { from: number; to: number }): Party[] {
  if (to <= from) return []
  const mention = describe(spanOf(scene, from, to))
  return mention.country || mention.sector ? [{ ...mention, from, to }] : []
}

function byNoun(stage: Stage, noun: number): Told | undefined {
  const { scene, parties, year } = stage
  const { lower } = scene
  const pattern = nounPattern(lower[noun]!)
  if (!pattern) return undefined
  const place = { from: noun, to: noun + 1 }
  const factuality = nounFactuality(lower, noun, year)
  const next = lower[noun + 1] ?? ''
  const index = parties.findIndex((party) => party.from > noun && party.from <= noun + 4)
  const after = index < 0 ? [] : coordinated(scene, parties, index, 1)
  if (next === 'between' && after.length > 1) return tell(pattern, after, after, place, factuality)
  if (after.length === 0 || !/^(?:of|on|to|against|with|in|for|from|at)$/.test(next)) return undefined
  const owner = ownerOf(stage, noun)
  return owner && tell(pattern, [owner], after, place, factuality)
}

/** Words that may stand between an owner and the deed: "Russia's military intervention". */
const between = /^(?:['’]s?|-|military|air|state|armed|aerial|new|chemical|first|latest|recent)$/

/** Whose deed a noun tells: "Turkey's attack", "the Turkish attack". */
export function ownerOf({ scene, parties, describe }: Stage, noun: number): Party | undefined {
  const { lower, tokens } = scene
  const named = parties.findLast((party) => party.to <= noun && noun - party.to <= 3)
  if (named && lower.slice(named.to, noun).every((word) => between.test(word))) return named
  let at = noun - 1
  while (at >= 0 && between.test(lower[at]!)) at -= 1
  if (at < 0 || !/^\p{Lu}/u.test(tokens[at]!.form)) return undefined
  const mention = describe(spanOf(scene, at, at + 1))
  return mention.country ? { ...mention, from: at, to: at + 1 } : undefined
}

/** "no agreement", "a proposed deal". */
function nounFactuality(lower: readonly string[], noun: number, year?: number): Factuality {
  const before = lower.slice(Math.max(0, noun - 3), noun)
  if (before.some((word) => /^(?:no|without)$/.test(word))) return 'negated'
  if (before.some((word) => /^(?:proposed|possible|potential|planned|rumored|rumoured)$/.test(word)))
    return 'hypothetical'
  return factualityOf({ lower, from: noun, verb: noun, year })
}

function tell(
  pattern: { id: string; code: Code },
  source: Party[],
  target: Party[],
  place: { from: number; to: number },
  factuality: Factuality,
): Told | undefined {
  if (source.length === 0 && target.length === 0) return undefined
  const mutual = source.length > 1 && target.length === 0 && reciprocal.has(pattern.code.type)
  const to = mutual
    ? source
    : target.filter((it) => !source.some((other) => other.actor === it.actor) || source === target)
  if (source.length === 0 || (to.length === 0 && pattern.code.type === 'CONSULT')) return undefined
  const code = factuality === 'future' ? intentionOf(pattern.code) : pattern.code
  const confidence = to.length > 0 ? CONFIDENCE.both : CONFIDENCE.one
  return { code, source, target: to, ...place, factuality, rule: pattern.id, confidence }
}
