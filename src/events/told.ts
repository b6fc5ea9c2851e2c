/** Events told by a verb or a noun of one sentence. */
import { clauseEnd, groupStart, type Scene, spanOf } from '../statements/index.ts'
import { NO_EVENT } from './codes.ts'
import { factualityOf } from './factuality.ts'
import { armedSectors, lacking, unfit } from './fit.ts'
import { modalEvent } from './modal.ts'
import { type Frame, factualityNote, type Note } from './note.ts'
import { broughtParties, directParties, objectParties, ownedParties, partiesAfter, placesOf } from './object.ts'
import { coordinated, type Party } from './parties.ts'
import { isPassive } from './passive.ts'
import type { NounPattern, Pattern, VerbPattern } from './patterns.ts'
import { agentParties, type Matching, ownerOf, sharersOf, subjectParties } from './stage.ts'
import { isReciprocal, type Told, tell } from './tell.ts'
import { childrenIn, isClause, type Tree, treeOf } from './tree.ts'

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
      modalEvent(matching, i) ?? (isNoun(matching.scene, i) ? byNoun(matching, i, told) : byVerb(matching, i, told))
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
function noted(matching: Matching, rule: string, at: number, found: Told | string): Told | undefined {
  const outcome = typeof found === 'string' ? found : (unfit(found, matching) ?? found)
  matching.note?.({ rule, at: spanOf(matching.scene, at, at + 1), ...reasonsOf(matching.scene, outcome) })
  return typeof outcome === 'string' ? undefined : outcome
}

function reasonsOf(scene: Scene, outcome: Told | string): Omit<Note, 'rule' | 'at'> {
  return typeof outcome === 'string' ? { missed: outcome } : { frame: outcome.frame, ...factualityNote(scene, outcome) }
}

function byVerb(matching: Matching, verb: number, told: readonly Told[]): Told | undefined {
  const { scene, ontology, note } = matching
  const patterns = ontology.verbs.get(scene.lower[verb]!)
  if (!patterns) return undefined
  const barred = barredVerb(scene, verb, told)
  let found: Told | undefined
  for (const pattern of patterns) {
    const lack = barred ?? missing(scene, pattern, verb)
    if (pattern.code.code === NO_EVENT) {
      if (lack) continue
      noted(matching, pattern.id, verb, 'these words tell no event')
      break
    }
    if (found) noted(matching, pattern.id, verb, `${found.rule}, which asks for more words, told the event`)
    else found = noted(matching, pattern.id, verb, lack ?? tellVerb(matching, pattern, verb))
    if (found && !note) break
  }
  return found
}

/**
 * Whether a pattern of a verb has all its words and yet tells no event: "shot a film", "executed the plan". Words that tell no event by
 * a row of their own bind all; a pattern that lacks something else only who is not `sure`.
 */
export const isRefused = ({ scene, ontology }: Matching, verb: number, sure: boolean): boolean =>
  (ontology.verbs.get(scene.lower[verb]!) ?? []).some(
    (pattern) => (!sure || pattern.code.code === NO_EVENT) && missing(scene, pattern, verb) === undefined,
  )

/** Why no pattern is tried at a word. */
function barredVerb(scene: Scene, verb: number, told: readonly Told[]): string | undefined {
  const last = told.at(-1)
  const { upos, deprel } = scene.tokens[verb]!
  if (upos !== 'VERB') return `the word is no verb here (${upos})`
  if (deprel === 'amod') return 'the word only describes a noun'
  // "vowed to | help": what is vowed is no event beside the vow.
  if (last && groupStart(scene, verb) < last.to) return `it belongs to the words of ${last.rule}`
  const holder = told.find((it) => isContent(scene, verb, it))
  return holder && `it is what ${holder.rule} asks, offers, threatens or refuses`
}

/** Whether a verb that is no finite one stands below the verb of an event that is about deeds to come: "called on Syria to stop | attacking". */
function isContent(scene: Scene, verb: number, { at, code }: Told): boolean {
  if (!/^(?:VB|VBG)$/.test(scene.tokens[verb]!.xpos) || !/^(?:AGREE|REQUEST|REJECT|THREATEN)$/.test(code.type))
    return false
  const tree = treeOf(scene)
  for (let head = verb; head >= 0 && /^(?:xcomp|ccomp|advcl|acl|obj|obl|conj)$/.test(tree.relation(head)); ) {
    head = tree.heads[head]!
    if (head === at) return childrenIn(tree, verb, /^(?:nsubj|aux$)/).length === 0
  }
  return false
}

/** Which condition of a pattern is not met: its particles follow the verb, one of its objects stands in the clause, and so on. */
function missing(scene: Scene, { particles, object, needs }: VerbPattern, verb: number): string | undefined {
  const { lower } = scene
  if (!particles.every((word, k) => lower[verb + 1 + k] === word)) {
    return `"${particles.join(' ')}" does not follow the verb`
  }
  // "backed out" is no "backed".
  const stray = childrenIn(treeOf(scene), verb, /^compound:prt/).find((token) => !particles.includes(lower[token]!))
  if (stray !== undefined) return `with "${lower[stray]}" the verb is another`
  if (needs.has('infinitive') && !hasInfinitive(scene, verb)) return 'neither "to …" nor "for …" follows'
  if (object.size === 0) return undefined
  const from = verb + 1 + particles.length
  const end = from >= lower.length ? from : Math.min(clauseEnd(scene, from), from + MAX_REACH)
  const tree = treeOf(scene)
  const below = lower.slice(from, end).some((word, k) => object.has(word) && isBelow(tree, from + k, verb))
  if (below) return undefined
  return `none of these follows in the clause: ${[...object].join(', ')}`
}

/** The other side, where a pattern says where it stands or that there is none; else who was found as its object. */
function otherSide({ needs }: Pattern, matching: Matching, at: number, object: () => Party[]): Party[] {
  if (needs.has('alone')) return []
  for (const word of ['against', 'to'] as const) if (needs.has(word)) return partiesAfter(matching, at, word) ?? []
  return (needs.has('on') ? partiesAfter(matching, at, 'on') : undefined) ?? object()
}

/** Whether a word stands in the part of the sentence that a verb governs, other clauses joined to it left out. */
function isBelow(tree: Tree, word: number, verb: number): boolean {
  for (let at = word; at >= 0; at = tree.heads[at]!) {
    if (at === verb) return true
    if (/^(?:conj|parataxis)$/.test(tree.relation(at)) && tree.heads[at] === verb && isClause(tree, at)) return false
  }
  return false
}

/** "asked Syria to wait", "asked for troops". */
function hasInfinitive(scene: Scene, verb: number): boolean {
  const tree = treeOf(scene)
  return childrenIn(tree, verb, /^(?:xcomp|ccomp|advcl|obl|obj)/)
    .flatMap((token) => [token, ...childrenIn(tree, token, /^acl/)])
    .flatMap((token) => childrenIn(tree, token, /^(?:mark|case)/))
    .some((token) => token > verb && /^(?:to|for)$/.test(scene.lower[token]!))
}

function tellVerb(matching: Matching, pattern: VerbPattern, verb: number): Told | string {
  const { scene, year } = matching
  const judgement = factualityOf(scene, verb, year)
  const place = { from: groupStart(scene, verb), to: verb + 1 + pattern.particles.length, at: verb, judgement }
  const subject = subjectParties(matching, verb)
  const passive = isPassive(scene, verb)
  const source = passive ? agentParties(matching, verb) : subject
  const own = childrenIn(treeOf(scene), verb, /^i?obj$/)
  if (pattern.needs.has('object') && !passive && own.length === 0) return 'it has no object'
  if (pattern.needs.has('bare') && own.length > 0) return 'it has an object'
  if (
    (pattern.needs.has('noun') || pattern.needs.has('bare')) &&
    childrenIn(treeOf(scene), verb, /^(?:xcomp|ccomp)/).length > 0
  )
    return 'it governs a clause'
  const named = pattern.needs.has('actor') && !passive ? directParties(matching, verb) : undefined
  // Who attacks "the Syrian base" attacks Syria; who defends "the Syrian plan" defends nobody.
  const direct = pattern.code.type !== 'SUPPORT' ? named : named?.filter(({ actor, sector }) => actor ?? sector)
  // Who meets or helps nobody by name has no other side: what follows tells when, where and what for.
  const nobody = pattern.needs.has('actor') && !passive && pattern.code.quad < 3 ? [] : undefined
  const object = () =>
    direct ??
    nobody ??
    broughtParties(matching, verb, place.to) ??
    objectParties(matching, verb, {
      places: placesOf(pattern.code.quad),
      within: place.to,
      moves: /^(?:MOBILIZE|RETREAT)$/.test(pattern.code.type),
      words: /^(?:ACCUSE|REJECT)$/.test(pattern.code.type),
    })
  const target = passive ? subject : otherSide(pattern, matching, verb, object)
  // Soldiers attack towns and posts as well as people.
  const armed = pattern.code.quad === 4 && source.some(({ sector }) => armedSectors.has(sector ?? ''))
  if (pattern.needs.has('actor') && !armed && target.length === 0 && (passive || direct))
    return 'its object is no actor'
  const event = tell(pattern, source, target, { ...place, frame: passive ? 'passive' : 'active' })
  if (direct && direct.length > 0 && typeof event !== 'string' && event.target.length === 0)
    return 'it is done to oneself'
  return (typeof event !== 'string' && lacking(event, pattern.needs)) || event
}

function byNoun(matching: Matching, noun: number, told: readonly Told[]): Told | undefined {
  const { scene, ontology, note } = matching
  const { lower } = scene
  const head = treeOf(scene).heads[noun]
  const pattern = ontology.nouns.get(`${lower[noun - 1]} ${lower[noun]}`) ?? ontology.nouns.get(lower[noun]!)
  if (!pattern) {
    if (note && scene.tokens[noun]!.upos === 'NOUN') byVerb(matching, noun, [])
    return undefined
  }
  // "filed a complaint": told by its verb already.
  const kinds = [pattern.code.code, ontology.types.get(pattern.code.type)?.future]
  const twice = told.some(
    ({ at, code }) => at === head && (code.type === pattern.code.type || kinds.includes(code.code)),
  )
  // "pledged to impose sanctions": told by what is pledged.
  const light = lightVerbOf(matching, noun)
  const held = light !== undefined && told.some((it) => isContent(scene, light, it))
  const found = twice || held ? 'a verb tells the event' : tellNoun(matching, pattern, noun)
  const lack = typeof found === 'string' ? undefined : lacking(found, pattern.needs)
  return noted(matching, pattern.id, noun, lack ?? found)
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
  const below = ownedParties(matching, noun) ?? objectParties(matching, noun, { places })
  if (scene.lower[noun + 1] === 'between') {
    const index = parties.findIndex((party) => party.from > noun)
    const both = index < 0 ? below : coordinated(scene, parties, index, 1)
    return both.length > 1 ? tell(pattern, both, both, telling('between')) : '"between" is not followed by two parties'
  }
  const light = lightVerbOf(matching, noun)
  if (light !== undefined) {
    const object = () =>
      below.length > 0 ? below : objectParties(matching, light, { places, within: noun }).filter((it) => it.from > noun)
    const target = otherSide(pattern, matching, light, object)
    return tell(pattern, subjectParties(matching, light), target, telling('light verb'))
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
