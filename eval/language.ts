/**
 * Scores of the language room, in percent. `tsx eval/language.ts [--conllu FILE]` prints them; the data directory is ONRECORD_DATA.
 * "gold" scores are on the treebank's own sentences and tokens, "raw" ones on its running text.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { analyseSegmented } from '../src/language/analyse.ts'
import { readConllu } from '../src/language/conllu.ts'
import { analyse, segment } from '../src/language/index.ts'
import { packageRoot } from '../src/package-root.ts'
import { bytesOf, digestOf, round, type Score } from './data.ts'
import { nameScores } from './names.ts'
import { type ParsingScores, parsingScoresOf, segmentedFrom } from './parsing.ts'
import { documentsOf, type GoldDocument, segmentationOf } from './segmentation.ts'

interface Treebank {
  documents: GoldDocument[]
  data: string
}

/** Relations that carry who did what to whom. */
const CORE = ['nsubj', 'obj', 'nsubj:pass', 'ccomp'] as const

/** A treebank from a CoNLL-U file, gzipped or not. */
function treebank(file: string): Treebank {
  return { documents: documentsOf(readConllu(bytesOf(file).toString())), data: digestOf(file) }
}

function segmentationScores(name: string, { documents, data }: Treebank): Score[] {
  const { sentences, tokens } = segmentationOf(documents, segment)
  return [
    { name: `language.${name}.sentences`, value: round(sentences), data },
    { name: `language.${name}.tokens`, value: round(tokens), data },
  ]
}

async function parsed(documents: readonly GoldDocument[], from: 'gold' | 'raw'): Promise<ParsingScores> {
  const pairs = []
  for (const gold of documents) {
    pairs.push({ gold, analysis: await (from === 'gold' ? analyseSegmented(segmentedFrom(gold)) : analyse(gold.text)) })
  }
  return parsingScoresOf(pairs)
}

async function parsingScores(name: string, { documents, data }: Treebank, from: 'gold' | 'raw'): Promise<Score[]> {
  const { labels: _, ...scores } = await parsed(documents, from)
  return Object.entries(scores).map(([key, value]) => ({
    name: `language.${name}.${from}.${key}`,
    value: round(value),
    data,
  }))
}

async function coreScores(name: string, { documents, data }: Treebank): Promise<Score[]> {
  const { labels } = await parsed(documents, 'gold')
  return CORE.map((label) => ({
    name: `language.${name}.gold.${label}`,
    value: round(labels[label] ?? 0),
    data,
  }))
}

async function scoresOfTreebank(name: string, bank: Treebank): Promise<Score[]> {
  return [
    ...segmentationScores(name, bank),
    ...(await parsingScores(name, bank, 'gold')),
    ...(await parsingScores(name, bank, 'raw')),
  ]
}

async function scoresOfNames(dataDir: string): Promise<Score[]> {
  const file = join(packageRoot, 'eval', 'gold', 'names.ndjson')
  if (!existsSync(file)) return []
  const data = digestOf(file)
  const scores = await nameScores(dataDir, file)
  return Object.entries(scores).map(([type, value]) => ({
    name: `language.names.${type}`,
    value: round(value),
    data,
  }))
}

const only = (bank: Treebank, genre: string): Treebank => ({
  ...bank,
  documents: bank.documents.filter((document) => document.source[0]?.doc.startsWith(genre)),
})

/** All scores of the room. `--conllu FILE` measures on that treebank instead. */
export async function evaluate(dataDir: string, args: string[]): Promise<Score[]> {
  const file = args[args.indexOf('--conllu') + 1]
  if (args.includes('--conllu') && file) {
    const bank = treebank(file)
    return [...(await scoresOfTreebank('file', bank)), ...(await coreScores('file', bank))]
  }
  const gum = treebank(join(dataDir, 'treebank', 'gum-entities-dev.conllu.gz'))
  const ewt = treebank(join(dataDir, 'treebank', 'ewt-dev.conllu.gz'))
  const news = only(gum, 'GUM_news')
  return [
    ...(await scoresOfTreebank('gum', gum)),
    ...segmentationScores('gum-news', news),
    ...(await coreScores('gum', gum)),
    ...(await coreScores('gum-news', news)),
    ...(await scoresOfTreebank('ewt', ewt)),
    ...(await scoresOfNames(dataDir)),
  ]
}
