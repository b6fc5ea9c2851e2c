/** Article text taken from HTML: F1 of 4-word shingles as multisets, as the article extraction benchmark measures it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleOf } from '../src/article/index.ts'
import { packageRoot } from '../src/package-root.ts'
import { read } from '../src/read.ts'
import { openSources } from '../src/sources/index.ts'
import { digestOf, f1, round, type Score } from './data.ts'

const SHINGLE = 4

export async function evaluate(data: string): Promise<Score[]> {
  const truth = join(data, 'articles', 'ground-truth.json')
  const gold: Record<string, { articleBody: string }> = JSON.parse(readFileSync(truth, 'utf8'))
  const texts = new Map<string, string>()
  for await (const input of openSources([join(data, 'articles', 'html')])) {
    texts.set(
      keyOf(input.uri),
      textOf(() => articleOf(input).article.text),
    )
  }
  let precision = 0
  let recall = 0
  for (const [key, { articleBody }] of Object.entries(gold)) {
    const [wanted, got] = [shinglesOf(articleBody), shinglesOf(texts.get(key) ?? '')]
    const shared = [...wanted].reduce((sum, [shingle, n]) => sum + Math.min(n, got.get(shingle) ?? 0), 0)
    precision += shared / Math.max(1, sizeOf(got))
    recall += shared / Math.max(1, sizeOf(wanted))
  }
  const pages = Object.keys(gold).length
  const digest = digestOf(truth)
  return [
    { name: 'articles.f1', value: round(f1(precision / pages, recall / pages), 4), data: digest },
    { name: 'articles.precision', value: round(precision / pages, 4), data: digest },
    { name: 'articles.recall', value: round(recall / pages, 4), data: digest },
    ...(await dates(data)),
  ]
}

/** The share of pages whose date is read as a person read it (eval/gold/article-dates.tsv). */
async function dates(data: string): Promise<Score[]> {
  const table = join(packageRoot, 'eval', 'gold', 'article-dates.tsv')
  const rows = readFileSync(table, 'utf8')
    .split('\n')
    .filter((line) => /^[0-9a-f]{64}/.test(line))
  let right = 0
  for (const [page, date] of rows.map((line) => line.split('\t'))) {
    const [input] = await fromAsync(openSources([join(data, 'articles', 'html', `${page}.html.gz`)]))
    const { published } = await read(input!)
    right += Number(published?.slice(0, 10) === date)
  }
  return [{ name: 'articles.dates', value: round((100 * right) / rows.length, 1), data: digestOf(table) }]
}

async function fromAsync<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** A page that cannot be read has no text, and costs its recall. */
function textOf(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}

const keyOf = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1).split('.')[0]!

function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const shingles = new Map<string, number>()
  for (let i = 0; i < Math.max(Math.min(1, words.length), words.length - SHINGLE + 1); i++) {
    const shingle = words.slice(i, i + SHINGLE).join(' ')
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1)
  }
  return shingles
}

const sizeOf = (shingles: Map<string, number>) => [...shingles.values()].reduce((sum, n) => sum + n, 0)
