/** Word vectors: what words are like, so that one the training never saw is judged by those it resembles. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelFolder } from '../language/index.ts'

export interface WordVectors {
  size: number
  /** Where a word's vector begins in `rows`. */
  places: ReadonlyMap<string, number>
  rows: Int8Array
}

/** Vectors are at most of length 1, in whole numbers of this many to one. */
export const VECTOR_UNIT = 127

export function loadVectors(folder = modelFolder()): WordVectors {
  const words = readFileSync(join(folder, 'events.words.txt'), 'utf8').trimEnd().split('\n')
  const bytes = readFileSync(join(folder, 'events.vectors.bin'))
  const size = bytes.byteLength / words.length
  return {
    size,
    places: new Map(words.map((word, i) => [word, i * size])),
    rows: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  }
}
