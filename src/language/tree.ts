/**
 * The best tree with one root over arc scores: Chu-Liu/Edmonds (Chu and Liu 1965; Edmonds 1967). Nodes are 0 for the root and
 * 1..n for tokens; a score is at `scores[dependent * width + head]`.
 */

/** Scores are kept within this, so that a penalty can outweigh any sum of them; nets give some tens. */
const LARGEST = 2e4

/** Whether `heads[i - 1]`, the head of token i, make one tree with one root. */
export function isTree(heads: ArrayLike<number>): boolean {
  const n = heads.length
  const state = new Uint8Array(n + 1)
  state[0] = 2
  let roots = 0
  for (let i = 1; i <= n; i++) {
    if (heads[i - 1] === 0) roots++
    let at = i
    while (state[at] === 0) {
      state[at] = 1
      at = heads[at - 1]!
    }
    if (state[at] === 1) return false
    for (let back = i; state[back] === 1; back = heads[back - 1]!) state[back] = 2
  }
  return n === 0 || roots === 1
}

/**
 * Heads of the n tokens (0 is the root) that make the best tree with one root. `scores` has n rows of n + 1 heads.
 * One root is had by a penalty on arcs from the root above any sum of scores: the best tree then takes as few as can be, and
 * among those with one it stays the best (Stanojević and Cohen 2021, "A Root of a Problem"). O(n²) but for odd cases.
 */
export function bestTree(scores: ArrayLike<number>, n: number): Int32Array {
  const width = n + 1
  const penalty = 2 * LARGEST * width
  const graph = new Float64Array(width * width)
  for (let token = 1; token <= n; token++) {
    for (let head = 0; head <= n; head++) {
      const score = scores[(token - 1) * width + head]!
      const kept = Number.isNaN(score) ? -LARGEST : Math.max(-LARGEST, Math.min(LARGEST, score))
      graph[token * width + head] = head === 0 ? kept - penalty : kept
    }
  }
  return arborescence(graph, width).subarray(1)
}

/** A cycle taken together as its first node, with the arcs that made it. */
interface Contraction {
  nodes: readonly number[]
  arcs: readonly (readonly [from: number, to: number])[]
  /** Tokens that each node of the cycle stands for. */
  tokens: readonly (readonly number[])[]
}

/** Best arborescence from node 0, in place: cycles are taken together until none is left, then opened again. */
function arborescence(graph: Float64Array, width: number): Int32Array {
  /** The tokens between which the arc from node h to node d runs. */
  const froms = new Int32Array(width * width)
  const tos = new Int32Array(width * width)
  for (let node = 0, at = 0; node < width; node++) {
    for (let head = 0; head < width; head++, at++) {
      froms[at] = head
      tos[at] = node
    }
  }
  const tokens = Array.from({ length: width }, (_, node) => [node])
  const active = Array.from({ length: width }, (_, node) => node)
  const parents = new Int32Array(width)
  for (let node = 1; node < width; node++) parents[node] = bestParent(graph, width, active, node)
  const contractions: Contraction[] = []
  for (let cycle = cycleIn(active, parents); cycle; cycle = cycleIn(active, parents)) {
    const arcs = cycle.map((node) => {
      const at = node * width + parents[node]!
      return [froms[at]!, tos[at]!] as const
    })
    contractions.push({ nodes: cycle, arcs, tokens: cycle.map((node) => tokens[node]!) })
    takeTogether(graph, width, cycle, active, parents, froms, tos)
    tokens[cycle[0]!] = cycle.flatMap((node) => tokens[node]!)
  }
  const heads = new Int32Array(width)
  /** Token at which the tree enters what a node stands for. */
  const entered = new Int32Array(width)
  for (const node of active) {
    if (node === 0) continue
    const at = node * width + parents[node]!
    entered[node] = tos[at]!
    heads[tos[at]!] = froms[at]!
  }
  for (const { nodes, arcs, tokens } of contractions.reverse()) {
    const door = entered[nodes[0]!]!
    nodes.forEach((node, i) => {
      const [from, to] = arcs[i]!
      const opened = tokens[i]!.includes(door)
      entered[node] = opened ? door : to
      if (!opened) heads[to] = from
    })
  }
  return heads
}

function bestParent(graph: Float64Array, width: number, active: readonly number[], node: number): number {
  let best = -1
  for (const head of active) {
    if (head !== node && (best < 0 || graph[node * width + head]! > graph[node * width + best]!)) best = head
  }
  return best
}

/** Makes the cycle one node, its first, in all the arrays. */
function takeTogether(
  graph: Float64Array,
  width: number,
  cycle: readonly number[],
  active: number[],
  parents: Int32Array,
  froms: Int32Array,
  tos: Int32Array,
): void {
  const inCycle = new Uint8Array(width)
  for (const node of cycle) inCycle[node] = 1
  const one = cycle[0]!
  const within = cycle.map((node) => graph[node * width + parents[node]!]!)
  const kept = active.filter((node) => !inCycle[node])
  for (const node of kept) {
    let into = one * width + node
    let gain = Number.NEGATIVE_INFINITY
    let out = node * width + one
    for (let i = 0; i < cycle.length; i++) {
      const inward = cycle[i]! * width + node
      if (graph[inward]! - within[i]! > gain) {
        gain = graph[inward]! - within[i]!
        into = inward
      }
      const outward = node * width + cycle[i]!
      if (graph[outward]! > graph[out]!) out = outward
    }
    const entry = one * width + node
    graph[entry] = gain
    froms[entry] = froms[into]!
    tos[entry] = tos[into]!
    const exit = node * width + one
    graph[exit] = graph[out]!
    froms[exit] = froms[out]!
    tos[exit] = tos[out]!
    if (inCycle[parents[node]!]) parents[node] = one
  }
  active.length = 0
  active.push(...kept, one)
  parents[one] = bestParent(graph, width, active, one)
}

function cycleIn(active: readonly number[], parents: Int32Array): number[] | undefined {
  const seen = new Int32Array(parents.length)
  for (const start of active) {
    let at = start
    while (at !== 0 && seen[at] === 0) {
      seen[at] = start
      at = parents[at]!
    }
    if (at === 0 || seen[at] !== start) continue
    const cycle = [at]
    for (let next = parents[at]!; next !== at; next = parents[next]!) cycle.push(next)
    return cycle
  }
  return undefined
}
