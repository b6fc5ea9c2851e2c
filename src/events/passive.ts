/** Whether a verb is a passive, also where its auxiliary is missing. */
import type { Scene } from '../statements/index.ts'
import { childrenIn, isClause, type Tree, treeOf } from './tree.ts'

/** "was attacked", "was attacked and burned", "rebels attacked by Turkey"; a passive subject alone is a slip of the parser. */
export function isPassive(scene: Scene, verb: number): boolean {
  const tree = treeOf(scene)
  if (childrenIn(tree, verb, /^aux:pass$/).length > 0) return true
  if (hasAgent(tree, verb)) return true
  // "people shot and killed by the police": nobody did the first deed, either.
  const shared = childrenIn(tree, verb, /^conj$/).some((it) => hasAgent(tree, it) && !isClause(tree, it))
  if (shared && childrenIn(tree, verb, /^(?:aux|i?obj)/).length === 0) return true
  // "the men shot and killed by Turkey", whatever the tag.
  const byWhom = childrenIn(tree, verb, /^obl/).some((token) =>
    childrenIn(tree, token, /^case/).some((it) => scene.lower[it] === 'by'),
  )
  const participle =
    scene.tokens[verb]!.xpos === 'VBN' ||
    (byWhom && (scene.lower[verb]!.endsWith('ed') || tree.relation(verb) === 'acl'))
  if (!participle || childrenIn(tree, verb, /^(?:aux|nsubj|obj)/).length > 0) return false
  if (tree.relation(verb) === 'conj') return isPassive(scene, tree.heads[verb]!)
  return /^(?:acl|advcl)$/.test(tree.relation(verb))
}

/** Whether the parser sees who did it beside a verb without an object, as it does with a passive only. */
const hasAgent = (tree: Tree, verb: number): boolean =>
  childrenIn(tree, verb, /^obl:agent$/).length > 0 && childrenIn(tree, verb, /^(?:aux$|i?obj)/).length === 0
