/**
 * The language room against winkNLP in one run on one thread: tokens a CPU second from raw text, and what each gets right. winkNLP
 * tags and splits; onrecord also parses and names. `npm run bench -- language`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readConllu } from '../src/language/conllu.ts'
import { type Analysis, analyse } from '../src/language/index.ts'
import { parsingScoresOf } from './parsing.ts'
import { documentsOf, segmentationOf } from './segmentation.ts'
import { winkReader } from './wink.ts'

type Read = (text: string) => Analysis | Promise<Analysis>

/** Rounds over the texts; the fastest counts, since other work on the machine can only slow one down. */
const ROUNDS = 3

/** Tokens a second of processor time, of all threads: on a busy machine the clock tells of the neighbours. */
async function tokensASecond(read: Read, texts: readonly string[]): Promise<number> {
  let best = 0
  for (let round = 0; round < ROUNDS; round++) {
    const began = process.cpuUsage()
    let tokens = 0
    for (const text of texts) tokens += (await read(text)).tokens.length
    const { user, system } = process.cpuUsage(began)
    best = Math.max(best, tokens / ((user + system) / 1e6))
  }
  return best
}

/** Prints figures of both readers and their ratios. */
export async function bench(dataDir: string): Promise<void> {
  const loading = performance.now()
  await analyse('Ready.')
  const loaded = performance.now() - loading
  const file = join(dataDir, 'treebank', 'gum-entities-dev.conllu.gz')
  const documents = documentsOf(readConllu(gunzipSync(readFileSync(file)).toString()))
  const texts = documents.map(({ text }) => text)
  const rows = []
  for (const [name, read] of [
    ['onrecord', analyse],
    ['winkNLP', winkReader()],
  ] as [string, Read][]) {
    const speed = await tokensASecond(read, texts)
    const pairs = []
    for (const gold of documents) pairs.push({ gold, analysis: await read(gold.text) })
    const read1 = new Map(pairs.map(({ gold, analysis }) => [gold.text, analysis]))
    const { sentences, tokens } = segmentationOf(documents, (text) => read1.get(text)!)
    rows.push({ name, speed, sentences, tokens, upos: parsingScoresOf(pairs).upos })
  }
  const [ours, theirs] = rows
  console.log(`load\t${loaded.toFixed(0)} ms`)
  for (const key of ['speed', 'sentences', 'tokens', 'upos'] as const) {
    const [a, b] = [ours![key], theirs![key]]
    const digits = key === 'speed' ? 0 : 2
    console.log(`${key}\tonrecord ${a.toFixed(digits)}\twinkNLP ${b.toFixed(digits)}\tratio ${(a / b).toFixed(3)}`)
  }
}
