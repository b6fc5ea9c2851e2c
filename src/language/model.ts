/** The model: loads `models/english.onnx` once and runs it over sentences in batches. What it reads and gives is told in `english.json`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OnrecordError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'
import { type FeatureConfig, type FeatureRows, featuresOf } from './features.ts'
import { runtime, type Session, type TensorMaker } from './runtime.ts'

/** The meta file that the trainer writes beside the weights. */
export interface ModelMeta {
  format: number
  model: string
  vocabulary: string
  features: FeatureConfig
  tags: { upos: string[]; xpos: string[]; deprel: string[]; names: string[] }
  relation: { size: number; weights: string; bias: string }
  examples: {
    tokens: string[]
    words: number[]
    parts: number[][]
    upos: string[]
    heads: number[]
    deprel: string[]
  }[]
}

/** What the net says of one batch; rows of `length` tokens, padded. */
export interface Output {
  length: number
  upos: Int32Array
  xpos: Int32Array
  /** A row a token, a score a name tag. */
  nameScores: Float32Array
  heads: Int32Array
  deprel: Int32Array
  arcs: Float32Array
  relationDep: Float32Array
  relationHead: Float32Array
  /** A row a token: what the encoder knows of it, in bytes. */
  states: Uint8Array
  /** Word rows as they went in, the first token of each sentence first. */
  words: Int32Array
}

export interface Model {
  meta: ModelMeta
  relation: { size: number; weights: Float32Array; bias: Float32Array }
  featuresOf(form: string): FeatureRows
  run(batch: readonly (readonly string[])[]): Promise<Output>
}

const FORMAT = 1
const OUTPUTS = [
  'upos',
  'xpos',
  'name_scores',
  'heads',
  'deprel',
  'arcs',
  'relation_dep',
  'relation_head',
  'states',
] as const

const floats = (base64: string): Float32Array => {
  const bytes = Buffer.from(base64, 'base64')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

/** Where the models are: `ONRECORD_MODELS`, or those that came with onrecord. */
export const modelFolder = (): string => process.env.ONRECORD_MODELS ?? join(packageRoot, 'models')

/**
 * A model's description.
 *
 * @throws OnrecordError E_MODEL_MISSING, E_MODEL_FORMAT
 */
export function readMeta<Meta extends { format: number }>(folder: string, name: string, format: number): Meta {
  const file = join(folder, name)
  if (!existsSync(file)) {
    throw new OnrecordError(
      'E_MODEL_MISSING',
      `${file} does not exist. Install onrecord again: the model comes with it.`,
    )
  }
  const meta = JSON.parse(readFileSync(file, 'utf8')) as Meta
  if (meta.format !== format) {
    throw new OnrecordError(
      'E_MODEL_FORMAT',
      `${file} has format ${meta.format}, not ${format}. Install onrecord again.`,
    )
  }
  return meta
}

/**
 * A model's description, and the words it knows.
 *
 * @throws OnrecordError E_MODEL_MISSING, E_MODEL_FORMAT
 */
export function readDescription<Meta extends { format: number; vocabulary: string }>(
  folder: string,
  name: string,
  format: number,
): { meta: Meta; words: string[] } {
  const meta = readMeta<Meta>(folder, name, format)
  return { meta, words: readFileSync(join(folder, meta.vocabulary), 'utf8').trimEnd().split('\n') }
}

/** Loads the model that `folder` holds. */
export async function loadModel(folder = modelFolder()): Promise<Model> {
  const { meta, words } = readDescription<ModelMeta>(folder, 'english.json', FORMAT)
  const { open, tensor } = await runtime()
  const session = await open(join(folder, meta.model))
  const features = featuresOf(meta.features, words)
  return {
    meta,
    relation: { size: meta.relation.size, weights: floats(meta.relation.weights), bias: floats(meta.relation.bias) },
    featuresOf: features,
    run: (batch) => runBatch(session, tensor, features, meta.features.parts.length, batch),
  }
}

async function runBatch(
  session: Session,
  tensor: TensorMaker,
  features: (form: string) => FeatureRows,
  partCount: number,
  batch: readonly (readonly string[])[],
): Promise<Output> {
  const length = Math.max(...batch.map((forms) => forms.length))
  const words = new Int32Array(batch.length * length)
  const parts = new Int32Array(words.length * partCount)
  const lengths = Int32Array.from(batch, (forms) => forms.length)
  batch.forEach((forms, b) => {
    forms.forEach((form, t) => {
      const rows = features(form)
      const at = t * batch.length + b
      words[at] = rows[0]!
      for (let k = 0; k < partCount; k++) parts[at * partCount + k] = rows[k + 1]!
    })
  })
  const given = await session.run(
    {
      words: tensor('int32', words, [length, batch.length]),
      parts: tensor('int32', parts, [length, batch.length, partCount]),
      lengths: tensor('int32', lengths, [batch.length]),
    },
    OUTPUTS,
  )
  const ints = (name: (typeof OUTPUTS)[number]) => given[name]!.data as Int32Array
  const reals = (name: (typeof OUTPUTS)[number]) => given[name]!.data as Float32Array
  return {
    length,
    upos: ints('upos'),
    xpos: ints('xpos'),
    nameScores: reals('name_scores'),
    heads: ints('heads'),
    deprel: ints('deprel'),
    arcs: reals('arcs'),
    relationDep: reals('relation_dep'),
    relationHead: reals('relation_head'),
    states: given.states!.data as Uint8Array,
    words,
  }
}

let loading: Promise<Model> | undefined

/** The model, loaded on first call. A failed load is tried again at the next. */
export function model(): Promise<Model> {
  loading ??= loadModel().catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}
