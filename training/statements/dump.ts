/**
 * Articles as the statement model sees them, one paragraph a row, for the trainer: tokens with what the language room says of
 * them, whether they stand in quotation marks, and the annotations in characters. What the language net knows of each token goes into a file
 * beside it, OUT.states, a row of bytes each.
 *
 *     tsx training/statements/dump.ts ARTICLES.ndjson.gz OUT.ndjson
 */
import { createWriteStream } from 'node:fs'
import { rowsOf } from '../../eval/data.ts'
import { codePoints, type Row } from '../../eval/statements/measures.ts'
import { analyse } from '../../src/language/index.ts'
import { passagesOf } from '../../src/statements/passages.ts'

const [articles, out] = process.argv.slice(2)
const [file, states] = [createWriteStream(out!), createWriteStream(`${out}.states`)]
let ms = 0
for (const row of rowsOf<Row>(articles!)) {
  const started = performance.now()
  const analysis = await analyse(row.text)
  ms += performance.now() - started
  const at = codePoints(row.text)
  const passages = passagesOf(analysis).map(({ first, last, paragraph, quoted }) => {
    const tokens = analysis.tokens.slice(first, last)
    return {
      paragraph,
      forms: tokens.map(({ form }) => form),
      starts: tokens.map(({ start }) => at(start)),
      ends: tokens.map(({ end }) => at(end)),
      xpos: tokens.map(({ xpos }) => xpos),
      deprel: tokens.map(({ deprel }) => deprel),
      name: tokens.map(({ name }) => name),
      head: tokens.map(({ head }) => (head < 0 ? -1 : head - first)),
      sentences: analysis.sentences.filter((it) => first <= it.first && it.last <= last).map((it) => it.first - first),
      quoted,
    }
  })
  states.write(analysis.known?.states)
  file.write(`${JSON.stringify({ id: row.id, annotations: row.annotations[0], passages })}\n`)
}
file.end()
states.end()
console.log(`language: ${(ms / 1000).toFixed(1)} s`)
