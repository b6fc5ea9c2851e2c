/** Who stands where around a deed: the parties of its subject, of a phrase, and the owner of a noun. */
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

export const caseOf = (tree: Tree, token: number): number | undefined => childrenIn(tree, token, /^case/)[0]

/** The parties of a noun phrase and of those coordinated with it. */
export const partiesOf = (stage: Stage, tree: Tree, head: number): Party[] =>
  withConjuncts(tree, head).flatMap((token) => partiesAt(stage, tree, token))

/**
 * The parties of a phrase: each of those who share its noun; else the one whose mention holds its head; else people whom it tells of:
 * "protesters", "unidentified gunmen".
 */
function partiesAt(stage: Stage, tree: Tree, head: number): Party[] {
  const { scene, describeAll } = stage
  const named = namedAt(stage, head)
  const { upos } = scene.tokens[head]!
  if (!/^(?:NOUN|PROPN|PRON)$/.test(upos)) return named ? [named] : []
  const from = phraseStart(tree, head)
  const told = describeAll(spanOf(scene, from, head + 1))
  if (told.length > 1)
    return told.filter(({ country, sector }) => country || sector).map((mention) => partyOf(scene.tokens, mention))
  // In what is quoted, "it" is mostly a thing or a thought.
  if (named) return scene.quotation[head] && scene.lower[head] === 'it' ? [] : [named]
  const [pronoun] = scene.tokens[head]!.upos === 'PRON' ? told : []
  const meant = pronoun?.actor && nameBefore(stage, pronoun.actor, head)
  if (meant) return [meant]
  const people = told.filter(({ country, sector }) => sector || (country && !isOwned(stage, tree, head)))
  if (people.length > 0) return people.map((mention) => ({ ...mention, from, to: head + 1 }))
  return membersOf(stage, tree, head)
}

/** Words that only count or gather those named after "of": "a group of lawmakers", "thousands of workers", "70 of the countries". */
const gathering =
  /^(?:group|groups|delegation|number|majority|minority|hundreds|thousands|dozens|scores|tens|millions|crowd|crowds|team|contingent|contingents|coalition|handful|members|citizens|rest|half|third|quarter|part|most|many|several|some|one|two|all|both)$/

/** Those a gathering word gathers. */
const membersOf = (stage: Stage, tree: Tree, head: number): Party[] =>
  gathering.test(stage.scene.lower[head]!)
    ? childrenIn(tree, head, /^nmod$/)
        .filter((token) => stage.scene.lower[caseOf(tree, token) ?? -1] === 'of')
        .flatMap((token) => partiesOf(stage, tree, token))
    : []

/** A thing that bears a country only because it is somebody's: "its blockade". */
const isOwned = ({ scene }: Stage, tree: Tree, thing: number): boolean =>
  childrenIn(tree, thing, /^nmod:poss$/).some((token) => scene.tokens[token]!.upos === 'PRON')

/** The party whose mention holds a token; for a pronoun, the name in the same sentence that it stands for. */
function namedAt(stage: Stage, token: number): Party | undefined {
  const party = stage.parties.find(({ from, to }) => from <= token && token < to)
  if (!party?.actor || party.to - party.from > 1 || stage.scene.tokens[token]!.upos !== 'PRON') return party
  return nameBefore(stage, party.actor, token) ?? party
}

const nameBefore = ({ scene, parties }: Stage, actor: string, token: number): Party | undefined =>
  parties.findLast((it) => it.actor === actor && it.to <= token && isName(scene, it))

const isName = ({ tokens }: Scene, { from, to }: Party) =>
  tokens.slice(from, to).some(({ upos }) => upos !== 'PRON' && upos !== 'DET')

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

/** Words that say of what kind a deed is, and not which of the people so called did it: "the terrorist attack". */
const kinds = /^(?:terrorist|militant|extremist|jihadist)s?$/

/** Whose deed a noun tells: "Turkey's attack", "the Turkish attack". */
export function ownerOf({ scene, parties, describe }: Stage, noun: number): Party | undefined {
  const { lower, tokens } = scene
  const named = parties.findLast((party) => party.to <= noun && noun - party.to <= 3)
  if (named && lower.slice(named.to, noun).every((word) => between.test(word))) {
    const { actor: _, country: __, ...kind } = named
    return named.to - named.from === 1 && kinds.test(lower[named.from]!) ? kind : named
  }
  let at = noun - 1
  while (at >= 0 && between.test(lower[at]!)) at -= 1
  if (at < 0 || !/^\p{Lu}/u.test(tokens[at]!.form)) return undefined
  const mention = describe(spanOf(scene, at, at + 1))
  return mention.country ? { ...mention, from: at, to: at + 1 } : undefined
}
