/**
 * What a sentence gives the weights to go by: named clues, each at a token, so that a verdict can be told word by word.
 * A clue's name is readable ("verb impose", "impose obj sanction", "pattern coerce.impose"): it is a row of models/events.clues.tsv.
 */
import type { Scene } from '../statements/index.ts'
import type { Party } from './parties.ts'
import type { Told } from './tell.ts'
import { headIn, treeOf } from './tree.ts'

export interface Clue {
  name: string
  /** Token of the scene it stands at. */
  at: number
}

/** The words whose vectors speak: of the whole sentence, of its verbs, its root. A token may be in several. */
export const groups = ['content', 'verb', 'root'] as const
export interface GroupedWord {
  group: number
  lemma: string
  at: number
}

const telling = /^(?:VERB|NOUN|ADJ|ADV|ADP|PART|AUX)$/
const ofVerbs = /^(?:VERB|NOUN|ADP|PART)$/
const clauses = /^(?:xcomp|ccomp|advcl)$/
const joining = /^(?:case|mark|compound:prt)$/

/**
 * Each clue once, at the first token that gives it. `told` is what the patterns found. Only those of `known`, where it is given: most
 * clues of a sentence have no weights.
 */
export function cluesOf(
  scene: Scene,
  parties: readonly Party[],
  told: readonly Told[],
  known?: ReadonlyMap<string, unknown>,
): Clue[] {
  const at = new Map<string, number>()
  const add = (name: string, token: number) => {
    if ((!known || known.has(name)) && !at.has(name)) at.set(name, token)
  }
  const { tokens } = scene
  const tree = treeOf(scene)
  const lemmas = tokens.map(({ lemma }) => lemma.toLowerCase())
  for (const [i, { upos, deprel }] of tokens.entries()) {
    const lemma = lemmas[i]!
    if (telling.test(upos)) add(`word ${lemma}`, i)
    if (upos === 'VERB') add(`verb ${lemma}`, i)
    const head = tree.heads[i]!
    if (head < 0) {
      add(`root ${lemma}`, i)
      continue
    }
    const above = lemmas[head]!
    if (tokens[head]!.upos === 'VERB' && ofVerbs.test(upos)) add(`${above} ${deprel} ${lemma}`, head)
    if (upos === 'VERB' && clauses.test(deprel)) add(`clause ${above} ${deprel} ${lemma}`, head)
    if (joining.test(deprel) && tree.heads[head]! >= 0)
      add(`${lemmas[tree.heads[head]!]} … ${lemma}`, tree.heads[head]!)
    if (deprel === 'advmod' && /^(?:not|n't|n’t|never)$/.test(lemma)) add(`not ${above}`, head)
  }
  for (const party of parties) {
    const token = headIn(tree, party)
    const head = tree.heads[token]!
    if (head >= 0 && tokens[head]!.upos === 'VERB') add(`${tokens[token]!.deprel} is ${party.sector ?? 'actor'}`, head)
  }
  for (const [i, { code, rule, factuality, at: token, source, target }] of told.entries()) {
    add(`type ${code.type}`, token)
    add(`pattern ${rule}`, token)
    add(`type ${code.type} ${factuality}`, token)
    if (i > 0) continue
    add(`first ${code.type}`, token)
    add(`parties ${Number(source.length > 0)}${Number(target.length > 0)}`, token)
  }
  return [...at].map(([name, token]) => ({ name, at: token }))
}

/** The words of a sentence by what they are in it. */
export function wordsOf({ tokens }: Scene): GroupedWord[] {
  const words: GroupedWord[] = []
  for (const [at, { lemma: given, upos, head }] of tokens.entries()) {
    const lemma = given.toLowerCase()
    if (/^(?:VERB|NOUN|ADJ|ADV)$/.test(upos)) words.push({ group: 0, lemma, at })
    if (upos === 'VERB') words.push({ group: 1, lemma, at })
    if (head < 0) words.push({ group: 2, lemma, at })
  }
  return words
}
