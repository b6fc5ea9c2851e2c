/**
 * The statement model: finds which tokens head a cue, then tags source, cue and content as each cue sees its passage.
 * `training/statements/export.py` writes its files and tells what goes in.
 */
import { join } from 'node:path'
import {
  type Analysis,
  batchesOf,
  type FeatureConfig,
  modelFolder,
  readDescription,
  runtime,
  wordRowOf,
} from '../language/index.ts'
import { bestTags, chainOf } from './chain.ts'
import type { Passage } from './passages.ts'
import { type PlaceNumbers, placesOf, stepOf } from './places.ts'

interface Meta {
  format: number
  cues: string
  spans: string
  vocabulary: string
  features: FeatureConfig
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

/** A cue's head, and its row among the tokens of its batch. */
type Head = Pick<Marked, 'passage' | 'anchor' | 'isCue'> & { row: number }
type Columns = [Int32Array, Int32Array, Int32Array]

const FORMAT = 1
/** Tokens seen from all cues of one run: more take memory and gain nothing. */
const PAIRS = 8192
/** Features of a token: word, tag, relation, name, quotation. */
const COLUMNS = 5

/** Loads the model that `folder` holds. */
export async function loadNet(folder = modelFolder()): Promise<Net> {
  const { meta, words } = readDescription<Meta>(folder, 'statements.json', FORMAT)
  const rowOf = wordRowOf(meta.features, words)
  const { open, tensor } = await runtime()
  const [cues, spans] = [await open(join(folder, meta.cues)), await open(join(folder, meta.spans))]
  const numbers = (list: readonly string[]) => new Map(list.map((name, i) => [name, i]))
  const [xpos, deprel, name] = [numbers(meta.lists.xpos), numbers(meta.lists.deprel), numbers(meta.lists.name)]
  const chain = chainOf(meta.tags, meta.moves)

  /** Features of the passages' tokens, and the net's view of them. */
  async function see({ tokens }: Analysis, batch: readonly Passage[], width: number) {
    const features = new Int32Array(batch.length * width * COLUMNS)
    batch.forEach(({ first, last, quoted }, b) => {
      for (let i = first; i < last; i++) {
        const token = tokens[i]!
        const at = (b * width + i - first) * COLUMNS
        features[at] = rowOf(token.form)
        features[at + 1] = xpos.get(token.xpos) ?? 0
        features[at + 2] = deprel.get(token.deprel) ?? 0
        features[at + 3] = name.get(token.name) ?? 0
        features[at + 4] = quoted[i - first]!
      }
    })
    const lengths = Int32Array.from(batch, ({ first, last }) => last - first)
    const given = {
      features: tensor('int32', features, [batch.length, width, COLUMNS]),
      lengths: tensor('int32', lengths, [batch.length]),
    }
    return cues.run(given, ['cues', 'here', 'there'])
  }

  async function markBatch(analysis: Analysis, batch: readonly Passage[]): Promise<Marked[]> {
    const width = Math.max(...batch.map(({ first, last }) => last - first))
    const seen = await see(analysis, batch, width)
    const sure = seen.cues!.data as Float32Array
    const heads = batch.flatMap((passage, b) => {
      const found: Head[] = []
      for (let anchor = passage.first; anchor < passage.last; anchor++) {
        const row = b * width + anchor - passage.first
        // "the president's vow": the mark of the possessive heads nothing.
        const canHead = analysis.tokens[anchor]!.xpos !== 'POS'
        if (canHead && sure[row]! >= meta.threshold) found.push({ passage, anchor, row, isCue: sure[row]! })
      }
      return found
    })
    const marked: Marked[] = []
    const size = Math.max(1, Math.floor(PAIRS / width))
    for (let i = 0; i < heads.length; i += size) {
      marked.push(...(await tagsFor(analysis, heads.slice(i, i + size), seen)))
    }
    return marked
  }

  async function tagsFor(analysis: Analysis, heads: readonly Head[], seen: Awaited<ReturnType<typeof see>>) {
    const lengths = Int32Array.from(heads, ({ passage: { first, last } }) => last - first)
    const width = Math.max(...lengths)
    const shape = [heads.length, width]
    const [rowsOf, places, steps] = [0, 0, 0].map(() => new Int32Array(heads.length * width)) as Columns
    heads.forEach(({ passage, anchor, row }, n) => {
      places.set(placesOf(analysis, passage, anchor, deprel, meta.places), n * width)
      for (let t = 0; t < lengths[n]!; t++) {
        const distance = passage.first + t - anchor
        rowsOf[n * width + t] = row + distance
        steps[n * width + t] = stepOf(distance, meta.steps)
      }
    })
    const given = {
      here: seen.here!,
      there: seen.there!,
      rows: tensor('int32', rowsOf, shape),
      places: tensor('int32', places, shape),
      steps: tensor('int32', steps, shape),
      anchors: tensor(
        'int32',
        Int32Array.from(heads, ({ row }) => row),
        [heads.length],
      ),
      lengths: tensor('int32', lengths, [heads.length]),
    }
    const scores = (await spans.run(given, ['scores'])).scores!.data as Float32Array
    return heads.map(({ passage, anchor, isCue }, n): Marked => {
      const { tags, probability } = bestTags(chain, scores, n * width * meta.tags.length, lengths[n]!)
      return { passage, anchor, isCue, tags: tags.map((tag) => meta.tags[tag]!), areTags: probability }
    })
  }

  return {
    meta,
    async mark(analysis, passages) {
      const marked: Marked[] = []
      for (const batch of batchesOf(passages.map(({ first, last }) => last - first))) {
        marked.push(
          ...(await markBatch(
            analysis,
            batch.map((i) => passages[i]!),
          )),
        )
      }
      return marked
    },
  }
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
