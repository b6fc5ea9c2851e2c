/** Where a deed happened: a place that its clause names after "in", "near" and the like. */
import type { Mention, Place, Span } from '../reading.ts'
import { type Scene, spanOf } from '../statements/index.ts'
import { childrenIn, type Tree, treeOf } from './tree.ts'

const prepositions = /^(?:in|at|near|inside|outside|around|within|across|throughout|off)$/
/** How far below the deed the place may stand: "held | talks | with Peru | in Vienna". */
const MAX_DEPTH = 3

/** The place of the deed that a verb or noun tells; `describe` says which country it is in. */
export function placeOf(scene: Scene, deed: number, describe: (span: Span) => Mention): Place | undefined {
  const tree = treeOf(scene)
  // A noun that is an object shares the place of its verb: "launched an attack in Aleppo".
  const from = scene.tokens[deed]!.upos === 'NOUN' && tree.relation(deed) === 'obj' ? [deed, tree.heads[deed]!] : [deed]
  let level = from
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const below = level.flatMap((token) => childrenIn(tree, token, /^(?:obl|nmod|obj|xcomp)/))
    for (const token of below) {
      const name = namedBy(scene, tree, token)
      if (name !== undefined) return placeAt(scene, tree, name, describe)
    }
    level = below
  }
  return undefined
}

const isPlace = ({ tokens }: Scene, token: number) => tokens[token]!.name.endsWith('-LOC')

/** The place that a phrase names: "in Aleppo", "in the city of Aleppo". */
function namedBy(scene: Scene, tree: Tree, head: number): number | undefined {
  if (!childrenIn(tree, head, /^case/).some((token) => prepositions.test(scene.lower[token]!))) return undefined
  if (isPlace(scene, head)) return head
  return childrenIn(tree, head, /^(?:nmod|appos|flat|compound)/).find((token) => isPlace(scene, token))
}

function placeAt(scene: Scene, tree: Tree, name: number, describe: (span: Span) => Mention): Place {
  const { tokens } = scene
  let from = name
  while (from > 0 && tokens[from]!.name.startsWith('I-') && isPlace(scene, from - 1)) from -= 1
  let to = name + 1
  while (tokens[to]?.name === 'I-LOC') to += 1
  const span = spanOf(scene, from, to)
  // "Aleppo, Syria"
  const wider = childrenIn(tree, name, /^(?:appos|nmod|conj|list|flat|dep)/).find(
    (token) => token >= to && isPlace(scene, token),
  )
  const country =
    describe(span).country ?? (wider === undefined ? undefined : describe(spanOf(scene, wider, wider + 1)).country)
  return { ...span, ...(country && { country }) }
}
