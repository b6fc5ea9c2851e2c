/** How well the copies planted among made-up articles are found. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reading } from '../../src/reading.ts'
import { batchOf } from '../../src/record/fixture.ts'
import { openDuckDB, openRecord, openWriter } from '../../src/record/index.ts'
import { type MadeArticle, type Strength, strengths } from './articles.ts'

export interface Scores {
  /** Share of planted rewrites that stand in the cluster of what they were made from, by strength. */
  recall: Record<Strength, number>
  /** Share of pairs in one cluster that do carry one report. */
  precision: number
  /** Pairs in one cluster. */
  pairs: number
}

/** Cluster of each document, once the articles are kept in a record, so many in a segment. */
export async function clustersOf(articles: readonly MadeArticle[], aSegment = 1000): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-clusters-'))
  try {
    const writer = await openWriter(folder)
    for (let n = 0; n < articles.length; n += aSegment) {
      await writer.append(batchOf(articles.slice(n, n + aSegment).map(readingOf)))
    }
    writer.close()
    const connection = await openDuckDB(await openRecord(folder))
    const rows = await connection.runAndReadAll('SELECT document, cluster FROM clusters')
    connection.closeSync()
    return new Map(rows.getRows().map(([document, cluster]) => [String(document), String(cluster)]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An article as a reading in which nothing was read: syndication looks at texts. */
export const readingOf = ({ id, text, byline, outlet, published }: MadeArticle): Reading => ({
  id,
  source: { format: 'text', outlet },
  byline,
  published,
  language: 'en',
  text,
  captions: [],
  sentences: [],
  actors: [],
  statements: [],
  events: [],
  commitments: [],
  warnings: [],
})

export async function scoresOf(articles: readonly MadeArticle[]): Promise<Scores> {
  const clusterOf = await clustersOf(articles)
  const recall = Object.fromEntries(
    strengths.map((strength) => {
      const planted = articles.filter((article) => article.strength === strength)
      const found = planted.filter(({ id, copyOf }) => clusterOf.get(id) === clusterOf.get(copyOf!))
      return [strength, found.length / planted.length]
    }),
  ) as Record<Strength, number>

  const truth = new Map(articles.map(({ id, copyOf }) => [id, copyOf ?? id]))
  const members = new Map<string, MadeArticle[]>()
  for (const article of articles) {
    const cluster = clusterOf.get(article.id)!
    members.set(cluster, [...(members.get(cluster) ?? []), article])
  }
  let [pairs, right] = [0, 0]
  for (const group of members.values()) {
    for (const [n, a] of group.entries()) {
      for (const b of group.slice(n + 1)) {
        pairs++
        if (truth.get(a.id) === truth.get(b.id)) right++
      }
    }
  }
  return { recall, precision: pairs === 0 ? 1 : right / pairs, pairs }
}
