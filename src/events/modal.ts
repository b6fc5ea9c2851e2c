/** What somebody says that they will do, will not do, or that others must do: refusals, threats and demands. */
import { spanOf } from '../statements/index.ts'
import { unfit } from './fit.ts'
import { objectParties } from './object.ts'
import type { Modal } from './patterns.ts'
import { type Matching, subjectParties } from './stage.ts'
import { type Told, tell } from './tell.ts'
import { childrenIn, treeOf } from './tree.ts'

/** The event of a modal verb inside somebody's statement; `modal` is its place in the scene. */
export function modalEvent(matching: Matching, modal: number): Told | undefined {
  const { scene, speaker, ontology } = matching
  const word = scene.lower[modal]!
  if (scene.tokens[modal]!.upos !== 'AUX' || !/^(?:must|will|would|wo|shall|['’]ll)$/.test(word)) return undefined
  const verb = treeOf(scene).heads[modal]!
  const said = verb < 0 || scene.tokens[verb]!.upos !== 'VERB' ? undefined : speaker?.(spanOf(scene, modal, modal + 1))
  if (!said?.actor) return undefined
  const subject = subjectParties(matching, verb)
  const own = subject.some((party) => party.actor === said.actor)
  // "Russia said Sudan must return the jet"
  const demanded = word === 'must' && !own && said.country !== undefined && subject.length > 0
  const kind = demanded ? 'demand' : word !== 'must' && own && verb > modal ? intentionOf(matching, verb) : undefined
  const pattern = kind && ontology.modals.get(kind)
  if (!pattern) return undefined
  const place = { from: modal, to: verb + 1, at: verb, frame: 'modal', judgement: { factuality: 'asserted' } } as const
  const event = demanded
    ? tell(pattern, [{ ...said, from: modal, to: modal }], subject, place)
    : tell(pattern, subject, objectParties(matching, verb, { places: 'any' }), place)
  if (typeof event === 'string' || unfit(event, matching)) return undefined
  matching.note?.({ rule: pattern.id, at: spanOf(scene, modal, modal + 1), frame: 'modal' })
  return event
}

/** What saying that one will do something is: nothing for deeds of peace, which a pattern reads or which are only promised. */
function intentionOf({ scene, ontology }: Matching, verb: number): Modal['said'] | undefined {
  if (childrenIn(treeOf(scene), verb, /^advmod/).some((token) => /^(?:not|n't|n’t|never)$/.test(scene.lower[token]!))) {
    return 'refusal'
  }
  const known = ontology.verbs.get(scene.lower[verb]!)
  const plain = known?.find((pattern) => pattern.object.size === 0 && pattern.particles.length === 0)
  return plain?.code.quad === 4 ? 'threat' : undefined
}
