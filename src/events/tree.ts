/** A sentence's dependency tree by place in the scene: who governs whom (UD English relations). */
import type { Scene } from '../statements/index.ts'
import { isUrging } from './factuality-words.ts'

export interface Tree {
  /** Place of each token's head in the scene; -1 for the root. */
  heads: readonly number[]
  children: readonly (readonly number[])[]
  relation(token: number): string
}

const childless: number[] = []

const trees = new WeakMap<Scene, Tree>()

/** The tree of a scene, read once. */
export function treeOf(scene: Scene): Tree {
  const known = trees.get(scene)
  if (known) return known
  const { tokens, sentence } = scene
  const heads = tokens.map(({ head }) => (head < 0 ? -1 : head - sentence.first))
  // Most tokens govern none, and share one list.
  const children: number[][] = new Array(tokens.length).fill(childless)
  for (const [token, head] of heads.entries()) {
    if (head < 0 || head >= children.length) continue
    if (children[head] === childless) children[head] = [token]
    else children[head]!.push(token)
  }
  const tree = { heads, children, relation: (token: number) => tokens[token]?.deprel ?? '' }
  trees.set(scene, tree)
  return tree
}

/** The children of a token in one of some relations, subtypes aside unless named ("nsubj" takes "nsubj:pass" too). */
export const childrenIn = ({ children, relation }: Tree, token: number, relations: RegExp): number[] =>
  children[token]?.filter((child) => relations.test(relation(child))) ?? []

/** A token with those coordinated with it. */
export const withConjuncts = (tree: Tree, token: number): number[] => [token, ...childrenIn(tree, token, /^conj/)]

/** The token of [from, to) that the others hang on: the one whose head is outside. */
export function headIn({ heads }: Tree, { from, to }: { from: number; to: number }): number {
  for (let i = from; i < to; i++) if (heads[i]! < from || heads[i]! >= to) return i
  return from
}

/** A clause takes its subject from the one it is joined to: "… attacked and burned", "threatened to attack". */
const borrows = /^(?:conj|xcomp|advcl|ccomp)$/

/** The subject of a verb, its own or the one it borrows; undefined when none is near. */
export function subjectOf(scene: Scene, verb: number): number | undefined {
  const tree = treeOf(scene)
  const marked = (token: number) => scene.lower[childrenIn(tree, token, /^mark$/)[0] ?? -1]
  for (let at = verb, steps = 0; at >= 0 && steps < 4; steps++) {
    const own = childrenIn(tree, at, /^nsubj/)[0]
    if (own !== undefined) return own
    const relation = tree.relation(at)
    if (relation === 'acl' || relation === 'acl:relcl') {
      const noun = tree.heads[at]!
      // "Turkey's plan to ban …": Turkey would ban.
      const owner = marked(at) === 'to' ? childrenIn(tree, noun, /^nmod:poss$/)[0] : undefined
      return owner ?? noun
    }
    if (!borrows.test(relation)) return undefined
    const head = tree.heads[at]!
    // "Jordan urged Syria to leave", "blamed Syria for leaving": Syria leaves.
    const urges = relation === 'xcomp' || (marked(at) === 'to' && isUrging(scene.lower[head] ?? ''))
    const urged = urges || marked(at) === 'for' ? childrenIn(tree, head, /^i?obj$/)[0] : undefined
    if (urged !== undefined && urged < at) return urged
    at = head
  }
  return undefined
}

/** The verb of the clause a word stands in, "agreed" for both words of "agreed to meet"; the sentence's root where there is none. */
export function clauseOf(scene: Scene, word: number): number {
  const tree = treeOf(scene)
  let at = word
  for (let steps = 0; steps < MAX_CLIMB && tree.heads[at]! >= 0; steps++) {
    if (scene.tokens[at]!.upos === 'VERB' && !/^(?:xcomp|amod|conj)$/.test(tree.relation(at))) break
    at = tree.heads[at]!
  }
  return at
}

/** Trees are single-rooted, so that climbing ends; deeper ones are garbled text. */
const MAX_CLIMB = 20

/** Whether a verb has a subject of its own. */
export const isClause = (tree: Tree, token: number) => childrenIn(tree, token, /^nsubj/).length > 0
