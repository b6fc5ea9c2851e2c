/** F1 of names on the sentences marked by hand (`eval/gold/README.md`); exact span and type. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { analyse } from '../src/language/index.ts'
import { type Count, f1 } from './segmentation.ts'

interface GoldSentence {
  id: string
  start: number
  end: number
  names: { start: number; end: number; type: string }[]
}

const lines = (content: string): string[] => content.split('\n').filter((line) => line !== '')

/** F1 of all names and by type, in percent. Whole articles are read; the marked sentences count. */
export async function nameScores(dataDir: string, goldFile: string): Promise<Record<string, number>> {
  const gold = lines(readFileSync(goldFile, 'utf8')).map((line) => JSON.parse(line) as GoldSentence)
  const articles = lines(gunzipSync(readFileSync(join(dataDir, 'attribution', 'train.ndjson.gz'))).toString())
    .map((line) => JSON.parse(line) as { id: string; text: string })
    .filter(({ id }) => gold.some((sentence) => sentence.id === id))
  const counts = new Map<string, Count>()
  const count = (type: string): Count =>
    counts.get(type) ?? counts.set(type, { right: 0, gold: 0, system: 0 }).get(type)!
  for (const { id, text } of articles) {
    const { names } = await analyse(text)
    for (const sentence of gold.filter((it) => it.id === id)) {
      const marked = new Set(sentence.names.map(({ start, end, type }) => `${start}-${end}-${type}`))
      for (const { type } of sentence.names) for (const key of ['all', type]) count(key).gold++
      for (const { start, end, type } of names) {
        if (start < sentence.start || start >= sentence.end) continue
        for (const key of ['all', type]) {
          count(key).system++
          if (marked.has(`${start}-${end}-${type}`)) count(key).right++
        }
      }
    }
  }
  return Object.fromEntries([...counts].map(([type, it]) => [type, f1(it)]))
}
