/** What somebody says that they will do, will not do, or that others must do: intentions, refusals, threats and demands. */
import { spanOf } from '../statements/index.ts'
import { codeOf, verbPatterns } from './patterns.ts'
import { objectParties, type Stage, subjectParties } from './stage.ts'
import { type Told, tell } from './tell.ts'
import { childrenIn, treeOf } from './tree.ts'

/** The event of a modal verb inside somebody's statement; `modal` is its place in the scene. */
export function modalEvent(stage: Stage, modal: number): Told | undefined {
  const { scene, speaker } = stage
  const word = scene.lower[modal]!
  if (!/^(?:must|will|would|wo|shall|['’]ll)$/.test(word) || scene.tokens[modal]!.upos !== 'AUX') return undefined
  const tree = treeOf(scene)
  const verb = tree.heads[modal]!
  const said = verb < 0 ? undefined : speaker?.(spanOf(scene, modal, modal + 1))
  if (!said?.actor) return undefined
  const subject = subjectParties(stage, verb)
  const own = subject.some((party) => party.actor === said.actor)
  const place = { from: modal, to: verb + 1, at: verb }
  if (word === 'must') {
    // "Russia said Sudan must return the jet"
    const source = [{ ...said, from: modal, to: modal }]
    const demanded = !own && said.country !== undefined && subject.length > 0
    return demanded ? tell({ id: 'request.must', code: codeOf('100') }, source, subject, place, 'asserted') : undefined
  }
  if (!own || verb < modal) return undefined
  const object = objectParties(stage, verb, { places: true })
  if (childrenIn(tree, verb, /^advmod/).some((token) => /^(?:not|n't|n’t|never)$/.test(scene.lower[token]!))) {
    return tell({ id: 'reject.will-not', code: codeOf('120') }, subject, object, place, 'asserted')
  }
  // Deeds that a pattern knows are read by it; a threat is what conflict to come is.
  const known = verbPatterns(scene.lower[verb]!).find(
    (pattern) => pattern.object.size === 0 && pattern.particles.length === 0,
  )
  if (!known)
    return verbPatterns(scene.lower[verb]!).length > 0
      ? undefined
      : tell({ id: 'agree.will', code: codeOf('030') }, subject, object, place, 'asserted')
  return known.code.quad === 4
    ? tell({ id: 'threaten.will', code: codeOf('130') }, subject, object, place, 'asserted')
    : undefined
}
