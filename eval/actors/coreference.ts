/**
 * Coreference on 40 articles of political news (the shorter half of PolNeAR's dev set), whose main actors were marked by hand for this
 * project: `eval/gold/coreference.ndjson` holds the offsets (UTF-16), the articles are with the measuring data.
 */
import { join } from 'node:path'
import { actorsOf, pronounsOf } from '../../src/actors/index.ts'
import { analyse } from '../../src/language/index.ts'
import { packageRoot } from '../../src/package-root.ts'
import { digestOf, rowsOf, type Score } from '../data.ts'
import { countLinks, type FoundMention, type GoldMention, linkScores, noLinks } from './links.ts'

interface Article {
  id: string
  text: string
  published?: string
}
interface Gold {
  id: string
  chains: GoldMention[][]
}

const personal = /^(?:he|him|his|himself|she|her|hers|herself)$/i

/** Every mention onrecord links in a text, pronouns too. */
export async function mentionsIn(text: string, published?: string): Promise<FoundMention[]> {
  const analysis = await analyse(text)
  const actors = actorsOf(analysis, published)
  const named = actors.flatMap(({ id, mentions }) => mentions.map(({ start, end }) => ({ start, end, actor: id })))
  const pronouns = [...pronounsOf({ analysis, actors }).values()]
  return [...named, ...pronouns.map(({ start, end, actor }) => ({ start, end, actor: actor.id }))]
}

export async function coreferenceScores(
  data: string,
  onMiss: (words: string, kind: string, got: string | undefined, row: Article, chain: string) => void = () => {},
): Promise<Score[]> {
  const path = join(data, 'attribution', 'dev.ndjson.gz')
  const goldPath = join(packageRoot, 'eval', 'gold', 'coreference.ndjson')
  const articles = new Map(rowsOf<Article>(path).map((row) => [row.id, row]))
  const tally = noLinks()
  for (const { id, chains } of rowsOf<Gold>(goldPath)) {
    const row = articles.get(id)
    if (!row) continue
    const words = ({ start, end }: GoldMention) => row.text.slice(start, end)
    const gold = chains.map((chain) =>
      chain.map((it) => ({ ...it, personal: it.kind === 'pronoun' && personal.test(words(it)) })),
    )
    countLinks(gold, await mentionsIn(row.text, row.published), tally, (mention, k, got) =>
      onMiss(words(mention), mention.kind, got, row, words(gold[k]![0]!)),
    )
  }
  return linkScores('coreference', tally, digestOf(path, goldPath))
}
