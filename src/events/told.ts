/** Events told by a verb or a noun of one sentence. */
import { clauseEnd, groupStart, type Scene, spanOf } from '../statements/index.ts'
import { factualityOf } from './factuality.ts'
import { modalEvent } from './modal.ts'
import type { Frame, Note } from './note.ts'
import { coordinated } from './parties.ts'
import type { NounPattern, VerbPattern } from './patterns.ts'
import { agentParties, type Matching, objectParties, ownerOf, placesOf, sharersOf, subjectParties } from './stage.ts'
import { isReciprocal, type Told, tell } from './tell.ts'
import { childrenIn, treeOf } from './tree.ts'

/** A target stands within this many tokens of its verb. */
const MAX_REACH = 18

/** The events of a sentence in text order; each pattern that was tried is noted where the matching asks for it. */
export function toldIn(matching: Matching): Told[] {
  const told: Told[] = []
  const { tokens } = matching.scene
  for (let i = 0; i < tokens.length; i++) {
    // A capital inside a sentence makes a name of a word: "Ban Ki-moon".
    if (i > 0 && /^\p{Lu}/u.test(tokens[i]!.form)) continue
    const event =
      modalEvent(matching, i) ?? (isNoun(matching.scene, i) ? byNoun(matching, i) : byVerb(matching, i, told.at(-1)))
    if (!event) continue
    told.push(inTime(event, matching))
    i = Math.max(i, event.to - 1)
  }
  return told
}

/** The event with the code that a deed to come is given (PLOVER manual, AGREE: "reported in future tense"). */
function inTime(event: Told, { ontology }: Matching): Told {
  const future = event.factuality === 'future' ? ontology.types.get(event.code.type)?.future : undefined
  return future ? { ...event, code: ontology.codes.get(future)! } : event
}

/** Nouns and verbs are told apart by their tags: "the Russian bombing", "Turkey is bombing". */
const isNoun = ({ tokens }: Scene, i: number) => /^(?:NOUN|PROPN)$/.test(tokens[i]!.upos)

/** Notes what became of a pattern at a token, when notes are wanted, and gives the event if there is one. */
function noted(matching: Matching, rule: string, at: number, outcome: Told | string): Told | undefined {
  matching.note?.({ rule, at: spanOf(matching.scene, at, at + 1), ...reasonsOf(matching.scene, outcome) })
  return typeof outcome === 'string' ? undefined : outcome
}

function reasonsOf(scene: Scene, outcome: Told | string): Omit<Note, 'rule' | 'at'> {
  if (typeof outcome === 'string') return { missed: outcome }
  const { by, row } = outcome.judgement
  return {
    frame: outcome.frame,
    ...(by !== undefined && row && { factuality: { row, by: spanOf(scene, by, by + 1) } }),
  }
}

function byVerb(matching: Matching, verb: number, last?: Told): Told | undefined {
  const { scene, ontology, note } = matching
  const patterns = ontology.verbs.get(scene.lower[verb]!)
  if (!patterns) return undefined
  const barred = barredVerb(scene, verb, last)
  let found: Told | undefined
  for (const pattern of patterns) {
    if (found) noted(matching, pattern.id, verb, `${found.rule}, which asks for more words, told the event`)
    else
      found = noted(
        matching,
        pattern.id,
        verb,
        barred ?? missing(scene, pattern, verb) ?? tellVerb(matching, pattern, verb),
      )
    if (found && !note) break
  }
  return found
}

/** Why no pattern is tried at a word. */
function barredVerb(scene: Scene, verb: number, last?: Told): string | undefined {
  const { upos, deprel } = scene.tokens[verb]!
  if (upos !== 'VERB') return `the word is no verb here (${upos})`
  if (deprel === 'amod') return 'the word only describes a noun'
  // "vowed to | help": what is vowed is no event beside the vow.
  if (last && groupStart(scene, verb) < last.to) return `it belongs to the words of ${last.rule}`
  return undefined
}

/** Which condition of a pattern is not met: its particles follow the verb, and one of its objects stands in the clause. */
function missing(scene: Scene, { particles, object }: VerbPattern, verb: number): string | undefined {
  const { lower } = scene
  if (!particles.every((word, k) => lower[verb + 1 + k] === word))
    return `"${particles.join(' ')}" does not follow the verb`
  if (object.size === 0) return undefined
  const from = verb + 1 + particles.length
  const end = from >= lower.length ? from : Math.min(clauseEnd(scene, from), from + MAX_REACH)
  if (lower.slice(from, end).some((word) => object.has(word))) return undefined
  return `none of these follows in the clause: ${[...object].join(', ')}`
}

function tellVerb(matching: Matching, pattern: VerbPattern, verb: number): Told | string {
  const { scene, year } = matching
  const judgement = factualityOf(scene, verb, year)
  const place = { from: groupStart(scene, verb), to: verb + 1 + pattern.particles.length, at: verb, judgement }
  const subject = subjectParties(matching, verb)
  if (isPassive(scene, verb))
    return tell(pattern, agentParties(matching, verb), subject, { ...place, frame: 'passive' })
  const object = objectParties(matching, verb, { places: placesOf(pattern.code.quad), within: place.to })
  return tell(pattern, subject, object, { ...place, frame: 'active' })
}

/** "was attacked", "rebels attacked by Turkey"; a passive subject alone is a slip of the parser. */
export function isPassive(scene: Scene, verb: number): boolean {
  const tree = treeOf(scene)
  if (childrenIn(tree, verb, /^aux:pass$/).length > 0) return true
  return scene.tokens[verb]!.xpos === 'VBN' && tree.relation(verb) === 'acl'
}

function byNoun(matching: Matching, noun: number): Told | undefined {
  const { scene, ontology, note } = matching
  const { lower } = scene
  const pattern = ontology.nouns.get(`${lower[noun - 1]} ${lower[noun]}`) ?? ontology.nouns.get(lower[noun]!)
  if (!pattern) {
    if (note && scene.tokens[noun]!.upos === 'NOUN') byVerb(matching, noun)
    return undefined
  }
  return noted(matching, pattern.id, noun, tellNoun(matching, pattern, noun))
}

function tellNoun(matching: Matching, pattern: NounPattern, noun: number): Told | string {
  const { scene, parties, year } = matching
  const telling = (frame: Frame) => ({
    from: noun,
    to: noun + 1,
    at: noun,
    frame,
    judgement: factualityOf(scene, noun, year),
  })
  const places = placesOf(pattern.code.quad)
  const below = objectParties(matching, noun, { places })
  if (scene.lower[noun + 1] === 'between') {
    const index = parties.findIndex((party) => party.from > noun)
    const both = index < 0 ? below : coordinated(scene, parties, index, 1)
    return both.length > 1 ? tell(pattern, both, both, telling('between')) : '"between" is not followed by two parties'
  }
  const light = lightVerbOf(matching, noun)
  if (light !== undefined) {
    const object =
      below.length > 0 ? below : objectParties(matching, light, { places, within: noun }).filter((it) => it.from > noun)
    return tell(pattern, subjectParties(matching, light), object, telling('light verb'))
  }
  if (below.length === 0 && isReciprocal(pattern.code.type)) {
    const both = sharersOf(matching, noun)
    if (both.length > 1) return tell(pattern, both, both, telling('between'))
  }
  if (below.length === 0) return 'no party follows the noun'
  const owner = ownerOf(matching, noun)
  return owner
    ? tell(pattern, [owner], below, telling('owner'))
    : 'no party owns the noun, and no light verb governs it'
}

/** The verb a noun gives its sense to: "launched" of "launched an attack". */
function lightVerbOf({ scene, ontology }: Matching, noun: number): number | undefined {
  const tree = treeOf(scene)
  const verb = tree.heads[noun]!
  return tree.relation(noun) === 'obj' && ontology.lightVerbs.has(scene.tokens[verb]?.lemma ?? '') ? verb : undefined
}
