/**
 * Commitments against two hand-made references (eval/gold/README.md): 60 articles of the attribution set with each commitment
 * marked, and the ledger of the example corpus.
 */
import { join } from 'node:path'
import { packageRoot } from '../src/package-root.ts'
import { read } from '../src/read.ts'
import { scores as ledger } from './commitments/ledger.ts'
import { type Marked, matched } from './commitments/match.ts'
import { digestOf, round, rowsOf, type Score } from './data.ts'

export async function evaluate(data: string, args: readonly string[] = []): Promise<Score[]> {
  const show = args.includes('--show')
  return [...(await articles(data, show)), ...(await ledger(show))]
}

async function articles(data: string, show: boolean): Promise<Score[]> {
  const path = join(packageRoot, 'eval', 'gold', 'commitments.ndjson')
  const marks = new Map(
    rowsOf<{ id: string; commitments: Marked[] }>(path).map(({ id, commitments }) => [id, commitments]),
  )
  const sum = { right: 0, read: 0, marked: 0 }
  for (const { id, text } of rowsOf<{ id: string; text: string }>(join(data, 'attribution', 'dev.ndjson.gz'))) {
    const marked = marks.get(id)
    if (!marked) continue
    const reading = await read({ uri: id, format: 'ndjson', id, body: { kind: 'text', data: text } }, { plain: true })
    const { counts, wrong, missed } = matched(reading.commitments, marked)
    sum.right += counts.right
    sum.read += counts.read
    sum.marked += counts.marked
    if (show) {
      const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end).replace(/\s+/g, ' ')
      for (const it of wrong)
        console.log(
          `${id}\twrong\t${it.kind}\t${it.rule}\t${it.source.map(words)}\t${words(it.history[0]!.evidence)}\t${words(it.about)}`,
        )
      for (const it of missed)
        console.log(
          `${id}\tmissed\t${it.kind}\t\t\t${text.slice(Math.max(0, it.start - 60), it.end + 60).replace(/\s+/g, ' ')}`,
        )
    }
  }
  const digest = digestOf(path)
  const score = (name: string, part: number, whole: number): Score => ({
    name: `commitments.articles.${name}`,
    value: round((100 * part) / Math.max(1, whole), 1),
    data: digest,
  })
  return [score('precision', sum.right, sum.read), score('recall', sum.right, sum.marked)]
}
