/** The measuring data: it is not part of the project (see docs/quality.md) and is looked for beside it. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { packageRoot } from '../src/package-root.ts'

/** One measured figure. `data` is the digest of what it was measured on. */
export interface Score {
  name: string
  value: number
  data: string
}

/** The folder of the measuring data: ONRECORD_DATA, or `shared/data` beside the project; undefined where there is none. */
export function dataFolder(): string | undefined {
  const folder = process.env.ONRECORD_DATA ?? join(packageRoot, '..', 'shared', 'data')
  return existsSync(folder) ? folder : undefined
}

/** A file's bytes, unpacked when its name ends in .gz. */
export function bytesOf(path: string): Buffer {
  const bytes = readFileSync(path)
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** The rows of an NDJSON file. */
export function rowsOf<Row>(path: string): Row[] {
  const lines = bytesOf(path).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
}

/** The first 16 hexadecimal digits of the sha-256 of some files, in the order given. */
export function digestOf(...paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}

/** Harmonic mean of precision and recall. */
export const f1 = (precision: number, recall: number) =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)

export const round = (value: number, digits = 2) => Number(value.toFixed(digits))
