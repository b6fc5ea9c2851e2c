/** Who a deed is done to: the parties of its object, of what prepositions bring, and of what hangs below them. */
import type { Party } from './parties.ts'
import { caseOf, partiesOf, type Stage } from './stage.ts'
import { childrenIn, type Tree, treeOf } from './tree.ts'

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
const placePrepositions = /^(?:in|at|near|inside|outside|within|around)$/

/**
 * To whom: the nearest party below a verb or noun, objects before what prepositions bring. What stands after "in" and the like
 * counts as `places` says, or when the preposition belongs to the trigger, which ends before token `within`. Of a deed that `moves`
 * forces, these are no target.
 */
export function objectParties(
  stage: Stage,
  verb: number,
  {
    places = 'none',
    within = verb + 1,
    moves = false,
    words = false,
  }: Partial<Omit<Reach, 'places'>> & { places?: Places } = {},
): Party[] {
  const gap = gapParties(stage, verb)
  if (gap) return gap
  const found = partiesBelow(stage, verb, { places: places === 'any', within, moves, words })
  return places === 'last' && found.length === 0
    ? partiesBelow(stage, verb, { places: true, within, moves, words })
    : found
}

/** How far below a verb or noun a preposition may stand: "launched | an investigation | into …". */
const PREPOSITION_DEPTH = 2

/** Who stands after a preposition that belongs to a verb or noun: "blamed the fire | on Syria". Undefined when nothing does. */
export function partiesAfter(stage: Stage, at: number, preposition: string): Party[] | undefined {
  const tree = treeOf(stage.scene)
  let level = [at]
  for (let depth = 0; depth < PREPOSITION_DEPTH; depth++) {
    level = level.flatMap((token) => childrenIn(tree, token, /^(?:obl|nmod|obj|iobj)/))
    const after = level.filter((token) => stage.scene.lower[caseOf(tree, token) ?? -1] === preposition)
    if (after.length > 0) return after.flatMap((token) => partiesOf(stage, tree, token))
  }
  return undefined
}

/** Who stands in what a preposition of the trigger itself brings: "arrived in | Greece". Undefined where it brings nothing. */
export function broughtParties(stage: Stage, verb: number, within: number): Party[] | undefined {
  const tree = treeOf(stage.scene)
  const brought = childrenIn(tree, verb, /^(?:obl|obj)/).find((token) => {
    const word = caseOf(tree, token)
    return word !== undefined && verb < word && word < within
  })
  if (brought === undefined) return undefined
  const own = partiesOf(stage, tree, brought)
  if (own.some(isSomebody)) return own
  const below = partiesBelow(stage, brought, anywhere)
  return below.some(isSomebody) ? below : own
}

/** Who a noun's deed is done to, where "of" names people: "the arrest | of a man", whatever follows. Undefined where it names none. */
export function ownedParties(stage: Stage, noun: number): Party[] | undefined {
  const tree = treeOf(stage.scene)
  const parties = childrenIn(tree, noun, /^nmod$/)
    .filter((token) => stage.scene.lower[caseOf(tree, token) ?? -1] === 'of')
    .flatMap((token) => {
      const own = partiesOf(stage, tree, token)
      const known = own.length === 0 || own.some(isSomebody) ? [] : partiesBelow(stage, token, anywhere)
      return known.some(isSomebody) ? known : own
    })
  return parties.length > 0 ? parties : undefined
}

const anywhere: Reach = { places: true, within: 0, moves: false, words: false }

/** Whether a mere place may be a deed's other party: never, where nobody else is named, or like anybody. */
export type Places = 'none' | 'last' | 'any'
/** Force is used on a place ("bombed in Syria"); help goes to one, where nobody is named ("delivered food in Syria"). */
export const placesOf = (quad: number): Places => (quad === 4 ? 'any' : quad === 2 ? 'last' : 'none')

interface Reach {
  /** Whether mere places count. */
  places: boolean
  /** Where the trigger ends. */
  within: number
  /** Whether forces are moved. */
  moves: boolean
  /** Whether the deed is done with words. */
  words: boolean
}

function partiesBelow(stage: Stage, verb: number, { places, within, moves, words }: Reach): Party[] {
  const tree = treeOf(stage.scene)
  const { lower } = stage.scene
  // The preposition of the trigger itself, as in "arrived in", brings no mere place.
  const isPlace = (word: number | undefined) =>
    word !== undefined && word >= within && placePrepositions.test(lower[word]!)
  let level = [verb]
  let nobody: Party[] = []
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    level = level
      .flatMap((token) => childrenIn(tree, token, toObject))
      .filter((token) => token > verb && !isAside(tree, token))
      // Who opposes a ban against Syria does not oppose Syria.
      .filter((token) => !words || depth === 0 || lower[caseOf(tree, token) ?? -1] !== 'against')
      .filter((token) => places || !isPlace(caseOf(tree, token)))
      .sort((a, b) => rank(tree.relation(a)) - rank(tree.relation(b)) || a - b)
    for (const token of level) {
      const parties = partiesOf(stage, tree, token).filter((party) => !moves || !isMoved(party))
      const found = parties.length > 0 ? parties : (holderOf(stage, tree, token) ?? [])
      if (found.some(isSomebody)) return found
      if (nobody.length === 0) nobody = found
    }
  }
  return nobody
}

/** "agreed to pay, so that Syria could build", "met to name an envoy to Syria": what for, when and why is no part of the deed. */
const isAside = (tree: Tree, token: number): boolean =>
  tree.relation(token) === 'advcl' && childrenIn(tree, token, /^mark$/).length > 0

/** "withdrew its troops from Syria": the troops are not whom it is done to. */
const isMoved = ({ actor, country, sector }: Party): boolean =>
  actor === undefined && country === undefined && (sector === 'MIL' || sector === 'COP')

/** Known by name or country: one before the other goes whom only a word like "troops" or "people" tells of. */
const isSomebody = ({ actor, country }: Party): boolean => actor !== undefined || country !== undefined

/** Whose a thing is: "rejected | Turkey's plan", "a United Nations appeal". What was done to it was done to them. */
function holderOf({ parties }: Stage, tree: Tree, thing: number): Party[] | undefined {
  const holder = childrenIn(tree, thing, /^(?:nmod:poss|compound|amod)$/)
    .flatMap((token) => parties.find((party) => party.from <= token && token < party.to) ?? [])
    .find(isSomebody)
  return holder && [holder]
}

/** Subjects of clauses below come first ("demanded that | Syria leave Iraq"), then objects. */
const rank = (relation: string) => (/^nsubj/.test(relation) ? 0 : /obj$/.test(relation) ? 1 : 2)
