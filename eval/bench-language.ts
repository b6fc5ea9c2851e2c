/**
 * The language room against winkNLP in one run on one thread: tokens a CPU second from raw text, and what each gets right. winkNLP
 * tags and splits; onrecord also parses and names. `npm run bench -- language`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import winkModel from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Sentence, Token } from '../src/language/analysis.ts'
import { readConllu } from '../src/language/conllu.ts'
import { type Analysis, analyse } from '../src/language/index.ts'
import { parsingScoresOf } from './parsing.ts'
import { documentsOf, segmentationOf } from './segmentation.ts'

type Read = (text: string) => Analysis | Promise<Analysis>

/** Rounds over the texts; the fastest counts, since other work on the machine can only slow one down. */
const ROUNDS = 3

/** winkNLP's reading in our shape, so that both are scored by the same code; by paragraphs, which it does not look for. */
function winkReader(): (text: string) => Analysis {
  const nlp = winkNLP(winkModel, ['sbd', 'pos'])
  const { its } = nlp
  return (text) => {
    const tokens: Token[] = []
    const sentences: Sentence[] = []
    let at = 0
    text.split('\n\n').forEach((part, paragraph) => {
      const doc = nlp.readDoc(part)
      const forms = doc.tokens().out(its.value) as string[]
      const upos = doc.tokens().out(its.pos) as unknown as string[]
      const base = tokens.length
      forms.forEach((form, i) => {
        const found = text.indexOf(form, at)
        const start = found < 0 ? at : found
        at = start + form.length
        const unread = { lemma: form, xpos: '', head: -1, deprel: 'dep', name: 'O' }
        tokens.push({ index: base + i, form, start, end: at, upos: upos[i]!, ...unread })
      })
      for (const [from, to] of doc.sentences().out(its.span) as unknown as [number, number][]) {
        const [first, last] = [base + from, base + to + 1]
        sentences.push({ start: tokens[first]!.start, end: tokens[last - 1]!.end, first, last, paragraph })
      }
    })
    return { text, sentences, tokens, names: [], titles: [] }
  }
}

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
