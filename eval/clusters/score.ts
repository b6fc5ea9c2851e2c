/** How well the copies planted among made-up articles are found. */
import { clustersOf, signed } from '../../src/record/clusters/index.ts'
import { type MadeArticle, type Strength, strengths } from './articles.ts'

export interface Scores {
  /** Share of planted rewrites that stand in the cluster of what they were made from, by strength. */
  recall: Record<Strength, number>
  /** Share of pairs in one cluster that do carry one report. */
  precision: number
  /** Pairs in one cluster. */
  pairs: number
  /** CPU seconds for all signatures, and for the clusters. */
  signing: number
  clustering: number
}

export async function scoresOf(articles: readonly MadeArticle[]): Promise<Scores> {
  const texts = new Map(articles.map(({ id, text }) => [id, text]))
  const [signatures, signing] = await timed(async () => articles.map(signed))
  const [rows, clustering] = await timed(() => clustersOf(signatures, async () => texts))
  const clusterOf = new Map(rows.map(({ document, cluster }) => [document, cluster]))
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
  return { recall, precision: pairs === 0 ? 1 : right / pairs, pairs, signing, clustering }
}

/** What some work gives, and the CPU seconds it took. */
async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return [result, (user + system) / 1e6]
}
