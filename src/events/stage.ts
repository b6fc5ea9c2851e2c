/** Who stands where around a deed: the parties of its subject, of its object, and the owner of a noun. */
import type { Mention, Span } from '../reading.ts'
import { type Scene, spanOf } from '../statements/index.ts'
import type { Noting } from './note.ts'
import type { Ontology } from './ontology.ts'
import { type Party, partyOf } from './parties.ts'
import { childrenIn, subjectOf, type Tree, treeOf, withConjuncts } from './tree.ts'

/** A sentence with what is known of who stands in it. */
export interface Stage {
  scene: Scene
  parties: readonly Party[]
  /** Who the words of a span name, for words that are no mention by themselves: "Russian" in "the Russian bombing". */
  describe: (span: Span) => Mention
  /** The same, where they name several: "Hungarian and Romanian officials". */
  describeAll: (span: Span) => Mention[]
  /** Who says what stands at a place, when it stands in somebody's statement. */
  speaker?: (at: Span) => Mention | undefined
  /** Year of the article's date. */
  year?: number
}

/** A stage with what events are read by, and who wants to know of every pattern that was tried. */
export interface Matching extends Stage {
  ontology: Ontology
  /** Ids of actors of whom no more is known than a name in this article. */
  strangers: ReadonlySet<string>
  note?: Noting
}

/** Who does it: the parties of the verb's subject, its own or the one it borrows. */
export function subjectParties(stage: Stage, verb: number): Party[] {
  const tree = treeOf(stage.scene)
  const subject = subjectOf(stage.scene, verb)
  return subject === undefined ? [] : partiesOf(stage, tree, subject)
}

/** Who did it to the subject of a passive: "attacked by Turkey". */
export function agentParties(stage: Stage, verb: number): Party[] {
  const tree = treeOf(stage.scene)
  return childrenIn(tree, verb, /^obl/)
    .filter((token) => stage.scene.lower[caseOf(tree, token) ?? -1] === 'by')
    .flatMap((token) => partiesOf(stage, tree, token))
}

/**
 * The parties that a verb's own object names, or who it is of ("the sailors of Britain"); none for one that names nobody, and for a clause
 * in its place. Undefined when it has no object.
 */
export function directParties(stage: Stage, verb: number): Party[] | undefined {
  const tree = treeOf(stage.scene)
  const objects = childrenIn(tree, verb, /^i?obj$/)
  if (objects.length === 0) return childrenIn(tree, verb, /^(?:ccomp|xcomp)/).length > 0 ? [] : gapParties(stage, verb)
  const own = objects.flatMap((token) => partiesOf(stage, tree, token))
  if (own.length > 0) return own
  return objects
    .flatMap((token) => childrenIn(tree, token, /^nmod/))
    .filter((token) => stage.scene.lower[caseOf(tree, token) ?? -1] === 'of')
    .flatMap((token) => partiesOf(stage, tree, token))
}

/** The parties of what a relative clause is about, where its verb has a subject and no object: "the rebels (whom) Turkey backs". */
function gapParties(stage: Stage, verb: number): Party[] | undefined {
  const tree = treeOf(stage.scene)
  if (tree.relation(verb) !== 'acl:relcl' || childrenIn(tree, verb, /^i?obj$/).length > 0) return undefined
  const subject = childrenIn(tree, verb, /^nsubj/)[0]
  if (subject === undefined || /^(?:who|which|that)$/.test(stage.scene.lower[subject]!)) return undefined
  return partiesOf(stage, tree, tree.heads[verb]!)
}

/** How far below the verb its other party may stand: "demanded | the release | of pilots | held by Syria". */
const MAX_DEPTH = 4
const toObject = /^(?:i?obj|obl(?::agent|:unmarked)?|xcomp|ccomp|nmod|nsubj|advcl|compound:prt|acl)$/
const placePrepositions = /^(?:in|at|near|inside|outside|from|within|around)$/

/**
 * To whom: the nearest party below a verb or noun, objects before what prepositions bring. What stands after "in" and the like
 * counts only with `places`, or when the preposition belongs to the trigger, which ends before token `within`. Of a deed that `moves`
 * forces, these are no target.
 */
export function objectParties(
  stage: Stage,
  verb: number,
  { places = false, within = verb + 1, moves = false } = {},
): Party[] {
  const gap = gapParties(stage, verb)
  if (gap) return gap
  const tree = treeOf(stage.scene)
  const { lower } = stage.scene
  // The preposition of the trigger itself, as in "arrived in", brings no mere place.
  const isPlace = (word: number | undefined) =>
    word !== undefined && word >= within && placePrepositions.test(lower[word]!)
  let level = [verb]
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    level = level
      .flatMap((token) => childrenIn(tree, token, toObject))
      .filter((token) => token > verb)
      .filter((token) => places || !isPlace(caseOf(tree, token)))
      .sort((a, b) => rank(tree.relation(a)) - rank(tree.relation(b)) || a - b)
    for (const token of level) {
      const parties = partiesOf(stage, tree, token).filter((party) => !moves || !isMoved(party))
      if (parties.length > 0) return parties
    }
  }
  return []
}

/** "withdrew its troops from Syria": the troops are not whom it is done to. */
const isMoved = ({ actor, country, sector }: Party): boolean =>
  actor === undefined && country === undefined && (sector === 'MIL' || sector === 'COP')

const rank = (relation: string) => (/obj$/.test(relation) ? 0 : 1)

const caseOf = (tree: Tree, token: number): number | undefined => childrenIn(tree, token, /^case/)[0]

/** The parties of a noun phrase and of those coordinated with it. */
const partiesOf = (stage: Stage, tree: Tree, head: number): Party[] =>
  withConjuncts(tree, head).flatMap((token) => partiesAt(stage, tree, token))

/**
 * The parties of a phrase: each of those who share its noun; else the one whose mention holds its head; else people whom it tells of:
 * "protesters", "unidentified gunmen".
 */
function partiesAt({ scene, parties, describeAll }: Stage, tree: Tree, head: number): Party[] {
  const named = parties.find((party) => party.from <= head && head < party.to)
  const { upos } = scene.tokens[head]!
  if (!/^(?:NOUN|PROPN|PRON)$/.test(upos)) return named ? [named] : []
  const from = phraseStart(tree, head)
  const told = describeAll(spanOf(scene, from, head + 1))
  if (told.length > 1)
    return told.filter(({ country, sector }) => country || sector).map((mention) => partyOf(scene.tokens, mention))
  // In what is quoted, "it" is mostly a thing or a thought.
  if (named) return scene.quotation[head] && scene.lower[head] === 'it' ? [] : [named]
  return told.filter(({ country, sector }) => country || sector).map((mention) => ({ ...mention, from, to: head + 1 }))
}

/** The first of the words that modify a noun from before it. */
const phraseStart = (tree: Tree, noun: number): number =>
  Math.min(noun, ...childrenIn(tree, noun, /^(?:det|amod|compound|nummod|nmod:poss|flat)/).filter((it) => it < noun))

/** Those who share a noun that tells a deed between them: "the Israeli-Palestinian talks". */
export function sharersOf({ scene, describeAll }: Stage, noun: number): Party[] {
  const told = describeAll(spanOf(scene, phraseStart(treeOf(scene), noun), noun + 1))
  return told.length > 1 && told.every(({ country, sector }) => country || sector)
    ? told.map((mention) => partyOf(scene.tokens, mention))
    : []
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
