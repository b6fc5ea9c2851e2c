/**
 * The statement model: finds which tokens head a cue, then tags source, cue and content as each cue sees its passage. It stands on
 * what the language net knows of each token. `training/statements/export.py` writes its files and tells what goes in.
 */
import { join } from 'node:path'
import { type Analysis, batchesOf, commonWordsOf, modelFolder, readMeta, runtime } from '../language/index.ts'
import { bestTags, chainOf } from './chain.ts'
import type { Passage } from './passages.ts'
import { type PlaceNumbers, placesOf, stepOf } from './places.ts'

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

/** The first net's view of a text, a row a token. */
interface View {
  cues: Float32Array
  here: Float32Array
  there: Float32Array
}

const FORMAT = 2

/** Loads the model that `folder` holds. */
export async function loadNet(folder = modelFolder()): Promise<Net> {
  const meta = readMeta<Meta>(folder, 'statements.json', FORMAT)
  const wordOf = commonWordsOf(meta.words, folder)
  const { open, tensor } = await runtime()
  const [cues, spans] = [await open(join(folder, meta.cues)), await open(join(folder, meta.spans))]
  const numbers = (list: readonly string[]) => new Map(list.map((name, i) => [name, i]))
  const [xpos, deprel, name] = [numbers(meta.lists.xpos), numbers(meta.lists.deprel), numbers(meta.lists.name)]
  const chain = chainOf(meta.tags, meta.moves)
  const { pair } = meta

  /** Writes the view of some passages into that of the text. */
  async function look({ tokens, states }: Analysis, batch: readonly Passage[], view: View): Promise<void> {
    const width = batch.length
    const size = lengthOf(batch[0]!)
    const known = new Uint8Array(size * width * meta.states)
    const features = new Int32Array(FEATURES * size * width)
    const column = (row: number) => features.subarray(row * size * width, (row + 1) * size * width)
    const [tags, relations, names, marks, words] = [column(0), column(1), column(2), column(3), column(4)]
    batch.forEach(({ first, last, quoted }, b) => {
      for (let i = first, at = b; i < last; i++, at += width) {
        const token = tokens[i]!
        known.set(states!.subarray(i * meta.states, (i + 1) * meta.states), at * meta.states)
        tags[at] = xpos.get(token.xpos) ?? 0
        relations[at] = deprel.get(token.deprel) ?? 0
        names[at] = name.get(token.name) ?? 0
        marks[at] = quoted[i - first]!
        words[at] = wordOf(token.form)
      }
    })
    const given = {
      states: tensor('uint8', known, [size, width, meta.states]),
      features: tensor('int32', features, [FEATURES, size, width]),
      lengths: tensor('int32', Int32Array.from(batch, lengthOf), [width]),
    }
    const seen = await cues.run(given, ['cues', 'here', 'there'])
    const part = (key: keyof View) => seen[key]!.data as Float32Array
    const [sure, here, there] = [part('cues'), part('here'), part('there')]
    batch.forEach(({ first, last }, b) => {
      for (let i = first, at = b; i < last; i++, at += width) {
        view.cues[i] = sure[at]!
        view.here.set(here.subarray(at * pair, (at + 1) * pair), i * pair)
        view.there.set(there.subarray(at * pair, (at + 1) * pair), i * pair)
      }
    })
  }

  async function tagsFor(analysis: Analysis, heads: readonly Head[], view: View): Promise<Marked[]> {
    const width = heads.length
    const size = lengthOf(heads[0]!.passage)
    const shape = [size, width]
    const [rows, places, steps] = [0, 1, 2].map(() => new Int32Array(size * width)) as Columns
    heads.forEach(({ passage, anchor }, n) => {
      const seen = placesOf(analysis, passage, anchor, deprel, meta.places)
      for (let t = 0, at = n; t < seen.length; t++, at += width) {
        rows[at] = passage.first + t
        places[at] = seen[t]!
        steps[at] = stepOf(passage.first + t - anchor, meta.steps)
      }
    })
    const count = analysis.tokens.length
    const given = {
      here: tensor('float32', view.here, [count, pair]),
      there: tensor('float32', view.there, [count, pair]),
      rows: tensor('int32', rows, shape),
      places: tensor('int32', places, shape),
      steps: tensor('int32', steps, shape),
      anchors: tensor(
        'int32',
        Int32Array.from(heads, ({ anchor }) => anchor),
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
      const count = analysis.tokens.length
      const view: View = {
        cues: new Float32Array(count),
        here: new Float32Array(count * pair),
        there: new Float32Array(count * pair),
      }
      for (const batch of batched(passages, lengthOf)) await look(analysis, batch, view)
      const marked: Marked[] = []
      const heads = headsIn(analysis, passages, view.cues, meta.threshold)
      for (const batch of batched(heads, ({ passage }) => lengthOf(passage))) {
        marked.push(...(await tagsFor(analysis, batch, view)))
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
function headsIn({ tokens }: Analysis, passages: readonly Passage[], sure: Float32Array, threshold: number): Head[] {
  const heads: Head[] = []
  for (const passage of passages) {
    for (let anchor = passage.first; anchor < passage.last; anchor++) {
      // "the president's vow": the mark of the possessive heads nothing.
      if (sure[anchor]! >= threshold && tokens[anchor]!.xpos !== 'POS') {
        heads.push({ passage, anchor, isCue: sure[anchor]! })
      }
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
