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
  const level = new Map<number, number>()
  for (let node = anchor; node >= 0 && !level.has(node); node = tokens[node]!.head) level.set(node, level.size)
  const known = new Map<number, number>()
  for (let t = here.first; t < here.last; t++) {
    const trail: number[] = []
    let node = t
    while (node >= 0 && !level.has(node) && !known.has(node) && trail.length <= last - first) {
      trail.push(node)
      node = tokens[node]!.head
    }
    const up = Math.min(level.get(node) ?? 0, levels - 1)
    const branch = trail.at(-1)
    let place = known.get(node) ?? 0
    if (level.has(node)) {
      place =
        branch === undefined ? path + up : path + levels + up * deprel.size + (deprel.get(tokens[branch]!.deprel) ?? 0)
    }
    for (const k of trail) known.set(k, place)
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

/** The bucket of a distance in tokens: those at or after the anchor first, then those before it. */
export function stepOf(distance: number, steps: readonly number[]): number {
  const far = Math.abs(distance)
  const found = steps.findIndex((most) => far <= most)
  const size = found < 0 ? steps.length : found
  return distance >= 0 ? size : steps.length + size
}
