/** Runs the model over tokenised sentences and decodes: tags, trees with one root, relations, name tags. */
import type { Known } from './analysis.ts'
import type { Model, Output } from './model.ts'
import { bestTree, isTree } from './tree.ts'
import { bestTags, forerunnersOf } from './viterbi.ts'

/** One sentence as the model reads it; places in the model's tag lists, heads from 1 with 0 for the root. */
export interface Parse {
  upos: Uint8Array
  xpos: Uint8Array
  deprel: Uint8Array
  names: Uint8Array
  heads: Int32Array
}

/** Tokens of a batch with its padding: beyond, nothing is gained and memory grows. */
const BATCH = 1024
/** What a step of the net costs beside its rows, in rows; fitted to timings of batches of many shapes. */
const STEP_COST = 2.5

/**
 * Indices of the sentences by batch, the longest first, so parted that steps and padding together cost least. Only sentences of one
 * text share a batch: the net scales its numbers by batch, and a text must get the same answer whatever is read beside it.
 */
export function batchesOf(lengths: readonly number[]): number[][] {
  const order = lengths.map((_, i) => i).sort((a, b) => lengths[b]! - lengths[a]! || a - b)
  /** Least cost of the first n sentences, and where their last batch begins. */
  const cost = new Float64Array(order.length + 1)
  const from = new Int32Array(order.length + 1)
  for (let to = 1; to <= order.length; to++) {
    cost[to] = Number.POSITIVE_INFINITY
    for (let first = to - 1; first >= 0; first--) {
      const longest = lengths[order[first]!]!
      const rows = to - first
      if (rows > 1 && rows * longest > BATCH) break
      const total = cost[first]! + longest * (rows + STEP_COST)
      if (total < cost[to]!) {
        cost[to] = total
        from[to] = first
      }
    }
  }
  const batches: number[][] = []
  for (let to = order.length; to > 0; to = from[to]!) batches.unshift(order.slice(from[to]!, to))
  return batches
}

/** Parses of the sentences, each a list of forms (none empty), in their order, and of all their tokens word rows and states. */
export async function parsesOf(
  model: Model,
  sentences: readonly (readonly string[])[],
): Promise<{ parses: Parse[]; known: Known }> {
  const parses: Parse[] = new Array(sentences.length)
  const firsts = [0]
  for (const forms of sentences) firsts.push(firsts.at(-1)! + forms.length)
  const count = firsts.at(-1)!
  const words = new Int32Array(count)
  let states = new Uint8Array(0)
  const forerunners = forerunnersOf(model.meta.tags.names)
  for (const batch of batchesOf(sentences.map((forms) => forms.length))) {
    const output = await model.run(batch.map((i) => sentences[i]!))
    const width = output.states.length / (batch.length * output.length)
    if (states.length === 0) states = new Uint8Array(count * width)
    batch.forEach((i, row) => {
      const n = sentences[i]!.length
      parses[i] = decode(model, output, row, n, forerunners)
      const from = row * output.length
      states.set(output.states.subarray(from * width, (from + n) * width), firsts[i]! * width)
      for (let t = 0; t < n; t++) words[firsts[i]! + t] = output.words[t * batch.length + row]!
    })
  }
  return { parses, known: { words, states } }
}

type Forerunners = ReturnType<typeof forerunnersOf>

function decode(model: Model, output: Output, row: number, n: number, forerunners: Forerunners): Parse {
  const from = row * output.length
  const slice = (values: Int32Array) => new Uint8Array(values.subarray(from, from + n))
  const greedy = output.heads.subarray(from, from + n)
  const heads = isTree(greedy) ? greedy.slice() : bestTree(arcsOf(output, row, n), n)
  const deprel = slice(output.deprel)
  const root = model.meta.tags.deprel.indexOf('root')
  for (let t = 0; t < n; t++) {
    if (heads[t] === 0) deprel[t] = root
    else if (heads[t] !== greedy[t] || deprel[t] === root)
      deprel[t] = relationOf(model, output, row, t, heads[t]!, root)
  }
  const names = bestTags(output.nameScores, from * forerunners.length, n, forerunners)
  return { upos: slice(output.upos), xpos: slice(output.xpos), names, heads, deprel }
}

/** Scores of a sentence's arcs, n rows of n + 1, without the padding. */
function arcsOf({ arcs, length }: Output, row: number, n: number): Float32Array {
  const scores = new Float32Array(n * (n + 1))
  for (let t = 0; t < n; t++) {
    const at = (row * length + t) * (length + 1)
    scores.set(arcs.subarray(at, at + n + 1), t * (n + 1))
  }
  return scores
}

const SLOPE = 0.1
const leaky = (x: number): number => (x > 0 ? x : SLOPE * x)

/** Best relation of token t to a head that the net did not choose, as the net would compute it; never "root". */
function relationOf(model: Model, output: Output, row: number, t: number, head: number, root: number): number {
  const { size, weights, bias } = model.relation
  const dep = (row * output.length + t) * 2 * size
  const gov = (row * (output.length + 1) + head) * 2 * size
  const logits = bias.slice()
  for (let k = 0; k < 2 * size; k++) {
    const d = output.relationDep[dep + k]!
    const g = output.relationHead[gov + k]!
    const z = k < size ? leaky(d + g) : d * g
    for (let r = 0; r < logits.length; r++) logits[r]! += z * weights[k * logits.length + r]!
  }
  let best = root === 0 ? 1 : 0
  for (let r = 0; r < logits.length; r++) if (r !== root && logits[r]! > logits[best]!) best = r
  return best
}
