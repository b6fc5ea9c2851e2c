import { describe, expect, it } from 'vitest'
import type { Model, Output } from './model.ts'
import { parsesOf } from './parse.ts'

const tags = { upos: ['X'], xpos: ['X'], deprel: ['root', 'nsubj', 'obj'], names: ['O'] }

/** A model of one relation feature: it says `obj` for what the head's place says is above 1. */
function modelThatSays(heads: number[], arcs: number[][], deprel: number[]): { model: Model; batches: number[] } {
  const batches: number[] = []
  const run = async (batch: readonly (readonly string[])[]): Promise<Output> => {
    batches.push(batch.length)
    const length = Math.max(...batch.map((forms) => forms.length))
    const rows = batch.length * length
    const fill = (values: number[]) => Int32Array.from({ length: rows }, (_, i) => values[i % length] ?? 0)
    return {
      length,
      upos: new Int32Array(rows),
      xpos: new Int32Array(rows),
      nameScores: new Float32Array(rows),
      heads: fill(heads),
      deprel: fill(deprel),
      arcs: Float32Array.from(batch.flatMap(() => arcs.flat())),
      relationDep: new Float32Array(rows * 2).fill(1),
      relationHead: Float32Array.from(
        { length: batch.length * (length + 1) * 2 },
        (_, i) => Math.floor(i / 2) % (length + 1),
      ),
      words: new Int32Array(rows),
      states: Uint8Array.from({ length: rows * 2 }, (_, i) => batch[Math.floor(i / 2 / length)]?.length ?? 0),
    }
  }
  const relation = { size: 1, weights: Float32Array.from([0, 0, 1, 0, 0, 0]), bias: Float32Array.from([99, 2.5, 0]) }
  const model = { meta: { tags }, relation, featuresOf: () => [], run } as unknown as Model
  return { model, batches }
}

const LOW = -10_000

describe('parses', () => {
  it('take greedy heads that make a tree', async () => {
    const { model } = modelThatSays([2, 0], [[], []], [1, 0])
    const {
      parses: [parse],
    } = await parsesOf(model, [['Mara', 'left']])
    expect([...parse!.heads]).toEqual([2, 0])
    expect([...parse!.deprel]).toEqual([1, 0])
  })

  it('break cycles, and name the relation to the new head', async () => {
    const arcs = [
      [1, LOW, 9],
      [5, 8, LOW],
    ]
    const { model } = modelThatSays([2, 1], arcs, [1, 1])
    const {
      parses: [parse],
    } = await parsesOf(model, [['Mara', 'left']])
    expect([...parse!.heads]).toEqual([2, 0])
    expect([...parse!.deprel]).toEqual([1, 0])
  })

  it('never say "root" below the root', async () => {
    const { model } = modelThatSays([2, 0], [[], []], [0, 2])
    const {
      parses: [parse],
    } = await parsesOf(model, [['Mara', 'left']])
    // Head 2: obj gets lrelu(1 + 2) = 3 against nsubj's 2.5.
    expect([...parse!.deprel]).toEqual([2, 0])
  })

  it('come in batches of about 1,024 tokens, in the order of the sentences', async () => {
    const { model, batches } = modelThatSays([0], [[]], [0])
    const sentences = Array.from({ length: 2100 }, () => ['Left'])
    expect((await parsesOf(model, sentences)).parses).toHaveLength(2100)
    expect(batches).toEqual([1024, 1024, 52])
  })

  it('bring the states of all tokens, in the order of the text whatever the batches', async () => {
    const { model } = modelThatSays([2, 0], [[], []], [1, 0])
    const { known } = await parsesOf(model, [['Left'], ['Mara', 'left']])
    expect([...known.states]).toEqual([1, 1, 2, 2, 2, 2])
  })
})
