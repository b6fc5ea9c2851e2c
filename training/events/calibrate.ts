/** How often main events of each score have the right type, on sentences that the weights at hand did not learn from. */
import { join } from 'node:path'
import { rowsOf } from '../../eval/data.ts'
import { eventsStepWith } from '../../src/events/index.ts'
import { type Bucket, isotonic, plainly, type Seen } from '../isotonic.ts'
import { givenOf, type Typed, textOf, verdictOf } from './corpus.ts'
import { fairJudges } from './folds.ts'

export async function bucketsOf(folder: string): Promise<Bucket[]> {
  const judgeOf = await fairJudges(folder)
  const seen: Seen[] = []
  for (const row of rowsOf<Typed>(join(folder, 'events', 'plv-train.ndjson'))) {
    const text = textOf(row)
    const step = eventsStepWith({ judge: () => ({ ...judgeOf(text), sure: plainly }) })
    const { events } = await step.run(await givenOf(text), () => undefined)
    const main = events.find(({ primary }) => primary)
    if (main) seen.push({ score: main.confidence, right: verdictOf(main.type) === verdictOf(row.gold_root) })
  }
  return isotonic(seen)
}
