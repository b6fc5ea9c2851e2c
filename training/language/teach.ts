/**
 * News without labels as a trained model reads it, one sentence a row, for a smaller model to learn from.
 *
 *     ONRECORD_MODELS=TEACHER tsx training/language/teach.ts OUT.ndjson TEXTS.ndjson.gz|TEXTS.txt.gz …
 *
 * A row holds what `corpus.py` calls a sentence: tokens, tags, heads from 1 with 0 for the root, relations, name tags.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { analyse } from '../../src/language/index.ts'

/** Text without capitals teaches nothing about names, and no reader gets to see it. */
const CASED = /\p{Lu}\p{Ll}/u
const [FEWEST, MOST] = [3, 100]

const [out, ...files] = process.argv.slice(2)
const sink = openSync(out!, 'w')
let [sentences, tokens] = [0, 0]
for (const file of files) {
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')
  for (const line of lines) {
    const text: string = file.includes('.ndjson') ? JSON.parse(line).text : line
    if (!CASED.test(text)) continue
    const analysis = await analyse(text)
    for (const { first, last } of analysis.sentences) {
      if (last - first < FEWEST || last - first > MOST) continue
      const read = analysis.tokens.slice(first, last)
      const row = {
        w: read.map(({ form }) => form),
        u: read.map(({ upos }) => upos),
        x: read.map(({ xpos }) => xpos),
        h: read.map(({ head }) => (head < 0 ? 0 : head - first + 1)),
        r: read.map(({ deprel }) => deprel),
        n: read.map(({ name }) => name),
      }
      writeSync(sink, `${JSON.stringify(row)}\n`)
      sentences++
      tokens += row.w.length
    }
  }
}
closeSync(sink)
console.log({ sentences, tokens })
