/**
 * The weights of models/events: how much each clue, and each word by its vector, speaks for each type of event. A table that can
 * be read: `models/events.clues.tsv` has a row a clue and a column a type. `training/events` makes it, and says how.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelFolder, readMeta } from '../language/index.ts'
import { loadVectors, type WordVectors } from './vectors.ts'

/** What a verdict chooses between: PLOVER types, CONCEDE and RETREAT as one, as the training sentences have them. */
export const verdicts = [
  'NONE',
  'ACCUSE',
  'AGREE',
  'AID',
  'ASSAULT',
  'COERCE',
  'CONSULT',
  'COOPERATE',
  'MOBILIZE',
  'PROTEST',
  'REJECT',
  'REQUEST',
  'SANCTION',
  'SUPPORT',
  'THREATEN',
  'YIELD',
] as const
export type VerdictType = (typeof verdicts)[number]

/** A PLOVER type as the weights know it. */
export const verdictTypeOf = (type: string): VerdictType =>
  (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type) as VerdictType

export interface Weights {
  /** Share of what was learnt that has no event. */
  none: number
  bias: Float64Array
  clues: ReadonlyMap<string, Float64Array>
  /** A matrix a group of words, `size` rows of one number a verdict. */
  vectors: Float64Array[]
}

/** How the weights stand in their files. */
export interface Description {
  format: number
  clues: string
  /** A whole number of the clue table times this is a weight. */
  unit: number
  none: number
  bias: number[]
  /** For each group of words, what its mean vector is multiplied with, row by row. */
  groups: number[][]
  /** What is likely right, from a score on: [score, share], rising. */
  sure: [number, number][]
}

export const FORMAT = 1

/** All that a verdict needs. */
export interface Judge {
  weights: Weights
  vectors: WordVectors
  sure: readonly [number, number][]
}

/** @throws OnrecordError E_MODEL_MISSING, E_MODEL_FORMAT */
export function loadJudge(folder = modelFolder()): Judge {
  const meta = readMeta<Description>(folder, 'events.json', FORMAT)
  const clues = new Map<string, Float64Array>()
  const [, ...rows] = readFileSync(join(folder, meta.clues), 'utf8').trimEnd().split('\n')
  for (const row of rows) {
    const [name, ...cells] = row.split('\t')
    clues.set(
      name!,
      Float64Array.from(cells, (cell) => Number(cell) * meta.unit),
    )
  }
  const weights = {
    none: meta.none,
    bias: Float64Array.from(meta.bias),
    clues,
    vectors: meta.groups.map((group) => Float64Array.from(group)),
  }
  return { weights, vectors: loadVectors(folder), sure: meta.sure }
}

let loaded: Judge | undefined
/** The judge that came with onrecord, loaded on first call. */
export const ownJudge = (): Judge => {
  loaded ??= loadJudge()
  return loaded
}
