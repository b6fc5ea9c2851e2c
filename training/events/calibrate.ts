/** How often main events of each score have the right type, on sentences that the weights at hand did not learn from. */
import { join } from 'node:path'
import { rowsOf } from '../../eval/data.ts'
import { eventsStepWith } from '../../src/events/index.ts'
import { type Bucket, isotonic, plainly, type Seen } from '../isotonic.ts'
import { type Example, givenOf, type Typed, textOf, verdictOf } from './corpus.ts'
import { fairJudges } from './folds.ts'

export async function bucketsOf(folder: string, examples: readonly Example[]): Promise<Bucket[]> {
  const judgeOf = fairJudges(folder, examples)
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
