/** Scores of the language room against treebanks. `tsx eval/language.ts` prints them; the data directory is ONRECORD_DATA. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { readConllu } from '../src/language/conllu.ts'
import { segment } from '../src/language/index.ts'
import { documentsOf, type GoldDocument, segmentationOf } from './segmentation.ts'

export interface Score {
  name: string
  value: number
  /** Digest of the data it was measured on. */
  data: string
}

interface Treebank {
  documents: GoldDocument[]
  data: string
}

const rounded = (value: number): number => Math.round(value * 100) / 100

/** A treebank from a CoNLL-U file, gzipped or not. */
function treebank(file: string): Treebank {
  const bytes = readFileSync(file)
  const content = file.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString()
  return {
    documents: documentsOf(readConllu(content)),
    data: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
  }
}

function segmentationScores(name: string, { documents, data }: Treebank): Score[] {
  const { sentences, tokens } = segmentationOf(documents, segment)
  return [
    { name: `language.${name}.sentences.f1`, value: rounded(sentences), data },
    { name: `language.${name}.tokens.f1`, value: rounded(tokens), data },
  ]
}

const only = (bank: Treebank, genre: string): Treebank => ({
  ...bank,
  documents: bank.documents.filter((document) => document.source[0]?.doc.startsWith(genre)),
})

/** All scores of the room. `--conllu FILE` measures on that treebank instead. */
export async function evaluate(dataDir: string, args: string[]): Promise<Score[]> {
  const file = args[args.indexOf('--conllu') + 1]
  if (args.includes('--conllu') && file) return segmentationScores('file', treebank(file))
  const gum = treebank(join(dataDir, 'treebank', 'gum-entities-dev.conllu.gz'))
  const ewt = treebank(join(dataDir, 'treebank', 'ewt-dev.conllu.gz'))
  return [
    ...segmentationScores('gum', gum),
    ...segmentationScores('gum-news', only(gum, 'GUM_news')),
    ...segmentationScores('ewt', ewt),
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, value } of await evaluate(process.env.ONRECORD_DATA ?? 'data', process.argv.slice(2))) {
    console.log(`${name}\t${value}`)
  }
}
