/** Events told by a verb or a noun of one sentence. */
import { readTable } from '../lexicon.ts'
import type { Factuality } from '../reading.ts'
import { clauseEnd, groupStart, type Scene } from '../statements/index.ts'
import { factualityOf } from './factuality.ts'
import { modalEvent } from './modal.ts'
import { coordinated } from './parties.ts'
import { nounPattern, type VerbPattern, verbPatterns } from './patterns.ts'
import { agentParties, objectParties, ownerOf, type Stage, sharersOf, subjectParties } from './stage.ts'
import { isReciprocal, type Told, tell } from './tell.ts'
import { childrenIn, treeOf } from './tree.ts'

/** A target stands within this many tokens of its verb. */
const MAX_REACH = 18

export function toldIn(stage: Stage): Told[] {
  const told: Told[] = []
  for (let i = 0; i < stage.scene.tokens.length; i++) {
    // A capital inside a sentence makes a name of a word: "Ban Ki-moon".
    if (i > 0 && /^\p{Lu}/u.test(stage.scene.tokens[i]!.form)) continue
    const event = modalEvent(stage, i) ?? (isNoun(stage.scene, i) ? byNoun(stage, i) : byVerb(stage, i, told.at(-1)))
    if (!event) continue
    told.push(event)
    i = Math.max(i, event.to - 1)
  }
  return told
}

/** Nouns and verbs are told apart by their tags: "the Russian bombing", "Turkey is bombing". */
const isNoun = ({ tokens }: Scene, i: number) => /^(?:NOUN|PROPN)$/.test(tokens[i]!.upos)

function byVerb(stage: Stage, verb: number, last?: Told): Told | undefined {
  const { scene } = stage
  const patterns = verbPatterns(scene.lower[verb]!)
  if (patterns.length === 0 || scene.tokens[verb]!.upos !== 'VERB' || scene.tokens[verb]!.deprel === 'amod')
    return undefined
  const from = groupStart(scene, verb)
  // "vowed to | help": what is vowed is no event beside the vow.
  if (last && from < last.to) return undefined
  for (const pattern of patterns) {
    const told = fits(scene, pattern, verb) && tellVerb(stage, pattern, from, verb)
    if (told) return told
  }
  return undefined
}

function tellVerb(stage: Stage, pattern: VerbPattern, from: number, verb: number): Told | undefined {
  const { scene, year } = stage
  const { lower } = scene
  const place = { from, to: verb + 1 + pattern.particles.length, at: verb }
  const factuality = factualityOf({ lower, from, verb, year })
  const subject = subjectParties(stage, verb)
  if (isPassive(scene, verb)) return tell(pattern, agentParties(stage, verb), subject, place, factuality)
  return tell(
    pattern,
    subject,
    objectParties(stage, verb, { places: pattern.code.quad === 4, within: place.to }),
    place,
    factuality,
  )
}

/** "was attacked", "rebels attacked by Turkey"; a passive subject alone is a slip of the parser. */
export function isPassive(scene: Scene, verb: number): boolean {
  const tree = treeOf(scene)
  if (childrenIn(tree, verb, /^aux:pass$/).length > 0) return true
  return scene.tokens[verb]!.xpos === 'VBN' && tree.relation(verb) === 'acl'
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

function byNoun(stage: Stage, noun: number): Told | undefined {
  const { scene, parties, year } = stage
  const { lower } = scene
  const pattern = nounPattern(lower[noun]!, lower[noun - 1])
  if (!pattern) return undefined
  const place = { from: noun, to: noun + 1, at: noun }
  const factuality = nounFactuality(lower, noun, year)
  const places = pattern.code.quad === 4
  const below = objectParties(stage, noun, { places })
  if (lower[noun + 1] === 'between') {
    const index = parties.findIndex((party) => party.from > noun)
    const both = index < 0 ? below : coordinated(scene, parties, index, 1)
    return both.length > 1 ? tell(pattern, both, both, place, factuality) : undefined
  }
  const light = lightVerbOf(scene, noun)
  if (light !== undefined) {
    const object =
      below.length > 0 ? below : objectParties(stage, light, { places, within: noun }).filter((it) => it.from > noun)
    return tell(
      pattern,
      subjectParties(stage, light),
      object,
      place,
      factualityOf({ lower, from: groupStart(scene, light), verb: light, year }),
    )
  }
  if (below.length === 0 && isReciprocal(pattern.code.type)) {
    const both = sharersOf(stage, noun)
    return both.length > 1 ? tell(pattern, both, both, place, factuality) : undefined
  }
  const owner = below.length > 0 ? ownerOf(stage, noun) : undefined
  return owner && tell(pattern, [owner], below, place, factuality)
}

let lightVerbs: Set<string> | undefined

/** The verb a noun gives its sense to: "launched" of "launched an attack". */
function lightVerbOf(scene: Scene, noun: number): number | undefined {
  lightVerbs ??= new Set(readTable('events/light-verbs.tsv', ['lemma']).map(({ lemma }) => lemma))
  const tree = treeOf(scene)
  const verb = tree.heads[noun]!
  return tree.relation(noun) === 'obj' && lightVerbs.has(scene.tokens[verb]?.lemma ?? '') ? verb : undefined
}

/** "no agreement", "a proposed deal". */
function nounFactuality(lower: readonly string[], noun: number, year?: number): Factuality {
  const before = lower.slice(Math.max(0, noun - 3), noun)
  if (before.some((word) => /^(?:no|without)$/.test(word))) return 'negated'
  if (before.some((word) => /^(?:proposed|possible|potential|planned|rumored|rumoured)$/.test(word)))
    return 'hypothetical'
  return factualityOf({ lower, from: noun, verb: noun, year })
}
