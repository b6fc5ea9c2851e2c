/**
 * Whole readings, and each room of them, against winkNLP (sentences and tags only) in one run on one thread: articles a CPU
 * second over PolNeAR dev as plain text. `npm run bench -- read`.
 */
import { join } from 'node:path'
import { articleOf } from '../src/article/index.ts'
import { read, steps } from '../src/read.ts'
import type { Input } from '../src/sources/index.ts'
import type { Draft, Step } from '../src/step.ts'
import { rowsOf } from './data.ts'
import { winkReader } from './wink.ts'

/** Rounds over the articles; the fastest counts, since other work on the machine can only slow one down. */
const ROUNDS = 5

/** Prints articles a CPU second: whole readings, rooms, peer, and the ratio of the first to the last. */
export async function bench(data: string): Promise<void> {
  const rows = rowsOf<{ id: string; text: string }>(join(data, 'attribution', 'dev.ndjson.gz'))
  const inputs = rows.map(({ id, text }): Input => ({ uri: id, format: 'text', body: { kind: 'text', data: text } }))
  const least = new Map<string, number>()
  const wink = winkReader()
  for (let round = 0; round < ROUNDS; round++) {
    const times = await roomTimes(inputs)
    times.set('read', await seconds(inputs, (input) => read(input)))
    times.set('winkNLP', await seconds(rows, ({ text }) => wink(text)))
    for (const [name, time] of times) least.set(name, Math.min(time, least.get(name) ?? time))
  }
  for (const [name, time] of least) {
    console.log(`${name}\t${(inputs.length / time).toFixed(1)}\tarticles a CPU second`)
  }
  console.log(`ratio\t${(least.get('winkNLP')! / least.get('read')!).toFixed(3)}`)
}

/** CPU seconds of each room, one room after the other over all articles: asking for the time is slow itself. */
async function roomTimes(inputs: readonly Input[]): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  let drafts: Draft[] = []
  times.set(
    'article',
    await seconds(inputs, (input) => {
      drafts.push({ article: articleOf(input).article } as Draft)
    }),
  )
  for (const step of steps) {
    const next: Draft[] = []
    const run = (step as Step<keyof Draft, keyof Draft>).run
    times.set(
      step.name,
      await seconds(drafts, async (draft) => {
        next.push({ ...draft, ...(await run(draft, () => {})) })
      }),
    )
    drafts = next
  }
  return times
}

/** CPU seconds, of all threads, that the work takes over all items. */
async function seconds<T>(items: readonly T[], work: (item: T) => unknown): Promise<number> {
  const began = process.cpuUsage()
  for (const item of items) await work(item)
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}
