/** Events told by a verb or a noun of one sentence. */
import type { Factuality } from '../reading.ts'
import { clauseEnd, determiners, groupStart, type Scene } from '../statements/index.ts'
import { factualityOf } from './factuality.ts'
import { coordinated, type Party } from './parties.ts'
import { type Code, intentionOf, nounPattern, type VerbPattern, verbPatterns } from './patterns.ts'
import { ownerOf, partiesAfter, type Stage, subjectParties } from './stage.ts'

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

/**
 * How sure a type is with both parties named, and with one: the share of main events that had the right type among the 1,050
 * sentences of `events.plv` (360 of 476, 83 of 122).
 */
const CONFIDENCE = { both: 0.76, one: 0.68 }
/** A target stands within this many tokens of its verb. */
const MAX_REACH = 18

/** Cooperation in which both sides of "A and B …" act on each other. */
const reciprocal = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

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
    : target.filter(
        (it) => source === target || !source.some((other) => other.actor !== undefined && other.actor === it.actor),
      )
  if (source.length === 0 || (to.length === 0 && pattern.code.type === 'CONSULT')) return undefined
  const code = factuality === 'future' ? intentionOf(pattern.code) : pattern.code
  const confidence = to.length > 0 ? CONFIDENCE.both : CONFIDENCE.one
  return { code, source, target: to, ...place, factuality, rule: pattern.id, confidence }
}
