/**
 * Where a token stands as a cue sees it: how far off, and where in the tree. `training/statements/data.py` gives the same
 * numbers to the trainer.
 */
import type { Analysis } from '../language/index.ts'
import type { Passage } from './passages.ts'

export interface PlaceNumbers {
  /** Tokens of sentences before the anchor's; of those after it, one more. */
  before: number
  /** First number of the anchor and what it hangs from. */
  path: number
  /** How many steps up the tree are told apart. */
  levels: number
}

/**
 * A number for each token of the passage: another sentence before or after, the anchor and its governors, and for all others
 * the relation of the subtree they stand in to the lowest governor they share with the anchor. `deprel` numbers relations.
 */
export function placesOf(
  { tokens, sentences }: Analysis,
  { first, last }: Passage,
  anchor: number,
  deprel: ReadonlyMap<string, number>,
  { before, path, levels }: PlaceNumbers,
): Int32Array {
  const places = new Int32Array(last - first)
  const here = sentenceAt(sentences, anchor)
  places.fill(before, 0, here.first - first)
  places.fill(before + 1, here.last - first)
  const offset = here.first
  const count = here.last - offset
  /** Steps from the anchor up to each token of its sentence, from 1; 0 for those that are not on its way to the root. */
  const level = new Int32Array(count)
  for (let node = anchor, up = 1; node >= 0 && level[node - offset] === 0; node = tokens[node]!.head, up++) {
    level[node - offset] = up
  }
  /** Whether a token's place has been found on the way from another. */
  const known = new Uint8Array(count)
  const trail: number[] = []
  for (let t = offset; t < here.last; t++) {
    trail.length = 0
    let node = t
    while (node >= 0 && level[node - offset] === 0 && known[node - offset] === 0 && trail.length <= count) {
      trail.push(node)
      node = tokens[node]!.head
    }
    let place = 0
    if (node >= 0 && level[node - offset]! > 0) {
      const up = Math.min(level[node - offset]! - 1, levels - 1)
      const branch = trail.at(-1)
      place =
        branch === undefined ? path + up : path + levels + up * deprel.size + (deprel.get(tokens[branch]!.deprel) ?? 0)
    } else if (node >= 0 && known[node - offset] === 1) place = places[node - first]!
    for (const k of trail) {
      known[k - offset] = 1
      places[k - first] = place
    }
    places[t - first] = place
  }
  return places
}

function sentenceAt(sentences: Analysis['sentences'], token: number) {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sentences[middle]!.first <= token) low = middle
    else high = middle - 1
  }
  return sentences[low]!
}

/** A function from a distance in tokens to its bucket: those at or after the anchor first, then those before it. */
export function stepsOf(steps: readonly number[]): (distance: number) => number {
  const sizes: number[] = []
  steps.forEach((most, size) => {
    while (sizes.length <= most) sizes.push(size)
  })
  return (distance) => (distance >= 0 ? 0 : steps.length) + (sizes[Math.abs(distance)] ?? steps.length)
}
