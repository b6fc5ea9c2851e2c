/**
 * The statement model: finds which tokens head a cue, then tags source, cue and content as each cue sees its passage. It stands on
 * what the language net knows of each token. `training/statements/export.py` writes its files and tells what goes in.
 */
import { join } from 'node:path'
import { type Analysis, batchesOf, modelFolder, readMeta, runtime } from '../language/index.ts'
import { bestTags, chainOf } from './chain.ts'
import type { Passage } from './passages.ts'
import { type PlaceNumbers, placesOf, stepsOf } from './places.ts'

interface Meta {
  format: number
  cues: string
  spans: string
  /** Bytes of a token's state, words that have a row of their own, and numbers of a token as the other net reads it. */
  states: number
  words: number
  pair: number
  lists: { xpos: string[]; deprel: string[]; name: string[] }
  tags: string[]
  steps: number[]
  places: PlaceNumbers
  moves: number[][]
  /** A token is taken as a cue's head from this probability on. */
  threshold: number
  /** How often statements were right, from a score on: [score, share], rising. */
  sure: [number, number][]
  /** The same of statements without a source, whatever their score: it tells little of those. */
  unsourced: number
}

/** A cue with the tags of its passage's tokens. */
export interface Marked {
  passage: Passage
  /** The cue's head, a token of the analysis. */
  anchor: number
  /** Names of tags, "B-source", "I-content", "O", …, one a token of the passage. */
  tags: string[]
  /** That the anchor heads a cue. */
  isCue: number
  /** That these are the tags, given the cue. */
  areTags: number
}

export interface Net {
  meta: Pick<Meta, 'sure' | 'unsourced' | 'threshold'>
  mark(analysis: Analysis, passages: readonly Passage[]): Promise<Marked[]>
}

type Head = Pick<Marked, 'passage' | 'anchor' | 'isCue'>

/** The first net's view of a text: a row a place of its batches, of which each token has one. */
interface View {
  rowOf: Int32Array
  sure: Float32Array
  here: Float32Array
  there: Float32Array
}

const FORMAT = 3

/** Loads the model that `folder` holds. */
export async function loadNet(folder = modelFolder()): Promise<Net> {
  const meta = readMeta<Meta>(folder, 'statements.json', FORMAT)
  const { open, tensor } = await runtime()
  const [cues, spans] = [await open(join(folder, meta.cues)), await open(join(folder, meta.spans))]
  const numbers = (list: readonly string[]) => new Map(list.map((name, i) => [name, i]))
  const [xpos, deprel, name] = [numbers(meta.lists.xpos), numbers(meta.lists.deprel), numbers(meta.lists.name)]
  const chain = chainOf(meta.tags, meta.moves)
  const step = stepsOf(meta.steps)
  const rowOfWord = (place: number) => (place <= meta.words ? place : 0)
  const { pair } = meta

  /** The view of a batch of passages, in order of place and passage. */
  async function look({ tokens, known }: Analysis, batch: readonly Passage[]) {
    const width = batch.length
    const size = lengthOf(batch[0]!)
    const count = batch.reduce((sum, passage) => sum + lengthOf(passage), 0)
    const states = new Uint8Array(count * meta.states)
    const features = new Int32Array(FEATURES * count)
    const rows = new Int32Array(size * width)
    let row = 0
    batch.forEach(({ first, last, quoted }, b) => {
      states.set(known!.states.subarray(first * meta.states, last * meta.states), row * meta.states)
      for (let i = first, at = b; i < last; i++, at += width, row++) {
        const token = tokens[i]!
        rows[at] = row
        features[row] = xpos.get(token.xpos) ?? 0
        features[row + count] = deprel.get(token.deprel) ?? 0
        features[row + 2 * count] = name.get(token.name) ?? 0
        features[row + 3 * count] = quoted[i - first]!
        features[row + 4 * count] = rowOfWord(known!.words[i]!)
      }
    })
    const given = {
      states: tensor('uint8', states, [count, meta.states]),
      features: tensor('int32', features, [FEATURES, count]),
      rows: tensor('int32', rows, [size, width]),
      lengths: tensor('int32', Int32Array.from(batch, lengthOf), [width]),
    }
    const seen = await cues.run(given, ['cues', 'here', 'there'])
    const part = (key: string) => seen[key]!.data as Float32Array
    return { sure: part('cues'), here: part('here'), there: part('there') }
  }

  /** The view of all passages. */
  async function view(analysis: Analysis, passages: readonly Passage[]): Promise<View> {
    const batches = batched(passages, lengthOf)
    const count = batches.reduce((sum, batch) => sum + batch.length * lengthOf(batch[0]!), 0)
    const seen: View = {
      rowOf: new Int32Array(analysis.tokens.length),
      sure: new Float32Array(count),
      here: new Float32Array(count * pair),
      there: new Float32Array(count * pair),
    }
    let row = 0
    for (const batch of batches) {
      const { sure, here, there } = await look(analysis, batch)
      seen.sure.set(sure, row)
      seen.here.set(here, row * pair)
      seen.there.set(there, row * pair)
      batch.forEach(({ first, last }, b) => {
        for (let i = first; i < last; i++) seen.rowOf[i] = row + (i - first) * batch.length + b
      })
      row += sure.length
    }
    return seen
  }

  async function tagsFor(analysis: Analysis, heads: readonly Head[], { rowOf, here, there }: View): Promise<Marked[]> {
    const width = heads.length
    const size = lengthOf(heads[0]!.passage)
    const shape = [size, width]
    const [rows, places, steps] = [0, 1, 2].map(() => new Int32Array(size * width)) as Columns
    heads.forEach(({ passage, anchor }, n) => {
      const seen = placesOf(analysis, passage, anchor, deprel, meta.places)
      for (let t = 0, at = n; t < seen.length; t++, at += width) {
        rows[at] = rowOf[passage.first + t]!
        places[at] = seen[t]!
        steps[at] = step(passage.first + t - anchor)
      }
    })
    const count = here.length / pair
    const given = {
      here: tensor('float32', here, [count, pair]),
      there: tensor('float32', there, [count, pair]),
      rows: tensor('int32', rows, shape),
      places: tensor('int32', places, shape),
      steps: tensor('int32', steps, shape),
      anchors: tensor(
        'int32',
        Int32Array.from(heads, ({ anchor }) => rowOf[anchor]!),
        [width],
      ),
      lengths: tensor(
        'int32',
        Int32Array.from(heads, ({ passage }) => lengthOf(passage)),
        [width],
      ),
    }
    const scores = (await spans.run(given, ['scores'])).scores!.data as Float32Array
    return heads.map((head, n): Marked => {
      const { tags, probability } = bestTags(chain, scores, n * size * meta.tags.length, lengthOf(head.passage))
      return { ...head, tags: tags.map((tag) => meta.tags[tag]!), areTags: probability }
    })
  }

  return {
    meta,
    async mark(analysis, passages) {
      const seen = await view(analysis, passages)
      const marked: Marked[] = []
      const heads = headsIn(analysis, passages, seen, meta.threshold)
      for (const batch of batched(heads, ({ passage }) => lengthOf(passage))) {
        marked.push(...(await tagsFor(analysis, batch, seen)))
      }
      return marked
    },
  }
}

type Columns = [Int32Array, Int32Array, Int32Array]
/** Features of a token beside its state: tag, relation, name, quotation, word. */
const FEATURES = 5

const lengthOf = ({ first, last }: Passage): number => last - first

/** Items that run together, the longest first. */
const batched = <T>(items: readonly T[], sizeOf: (item: T) => number): T[][] =>
  batchesOf(items.map(sizeOf)).map((batch) => batch.map((i) => items[i]!))

/** Tokens that are sure enough to head a cue. */
function headsIn({ tokens }: Analysis, passages: readonly Passage[], { sure, rowOf }: View, threshold: number): Head[] {
  const heads: Head[] = []
  for (const passage of passages) {
    for (let anchor = passage.first; anchor < passage.last; anchor++) {
      const isCue = sure[rowOf[anchor]!]!
      // "the president's vow": the mark of the possessive heads nothing.
      if (isCue >= threshold && tokens[anchor]!.xpos !== 'POS') heads.push({ passage, anchor, isCue })
    }
  }
  return heads
}

let loading: Promise<Net> | undefined

/** The model, loaded on first call. A failed load is tried again at the next. */
export function net(): Promise<Net> {
  loading ??= loadNet().catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}
