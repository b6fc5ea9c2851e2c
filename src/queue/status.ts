/** How far a run is: for people, for scripts, for Prometheus. */
import type { Queue } from './open.ts'

export interface QueueStatus {
  queue: string
  /** Batches and their articles by what has become of them. */
  batches: Record<State, number>
  articles: Record<State, number>
  /** Workers with a batch in hand. */
  workers: number
  /** Articles a second, all workers together, over the last minutes with a batch done; 0 where none was. */
  rate: number
  /** Seconds until all is read, at that rate; null where there is none. */
  left: number | null
}

export const states = ['waiting', 'reading', 'done', 'failed'] as const
export type State = (typeof states)[number]

/** The rate is that of the last minutes: a run that stood still for a night is as quick as before. */
const WINDOW = "interval '5 minutes'"

export async function statusOf({ query, name }: Queue): Promise<QueueStatus> {
  const rows = await query<{ state: State; batches: number; articles: number }>(
    `SELECT CASE WHEN done IS NOT NULL THEN 'done' WHEN failed IS NOT NULL THEN 'failed'
         WHEN EXISTS (SELECT 1 FROM onrecord.lease l WHERE l.queue = b.queue AND l.batch = b.id AND l.until > now()) THEN 'reading'
         ELSE 'waiting' END AS state, count(*)::int AS batches, sum(articles)::int AS articles
     FROM onrecord.batch b WHERE queue = $1 GROUP BY 1`,
    [name],
  )
  const [{ workers = 0 } = {}] = await query<{ workers: number }>(
    'SELECT count(DISTINCT worker)::int AS workers FROM onrecord.lease WHERE queue = $1 AND until > now()',
    [name],
  )
  // The first batch of the window was read before it: it tells when the others began.
  const [{ rate = 0 } = {}] = await query<{ rate: number }>(
    `SELECT coalesce((sum(articles) - (array_agg(articles ORDER BY done))[1]) /
         nullif(extract(epoch FROM max(done) - min(done)), 0), 0)::float AS rate
     FROM onrecord.batch WHERE queue = $1 AND done > (SELECT max(done) FROM onrecord.batch WHERE queue = $1) - ${WINDOW}`,
    [name],
  )
  const of = (key: 'batches' | 'articles') =>
    Object.fromEntries(states.map((state) => [state, rows.find((it) => it.state === state)?.[key] ?? 0])) as Record<
      State,
      number
    >
  const articles = of('articles')
  const open = articles.waiting + articles.reading
  return { queue: name, batches: of('batches'), articles, workers, rate, left: rate > 0 ? open / rate : null }
}

/** The same in Prometheus's text format, version 0.0.4. */
export function prometheusText({ queue, batches, articles, workers, rate }: QueueStatus): string {
  const label = `queue="${queue}"`
  const gauge = (name: string, help: string, samples: readonly string[]): string =>
    [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples, ''].join('\n')
  const byState = (name: string, of: Record<State, number>) =>
    states.map((state) => `${name}{${label},state="${state}"} ${of[state]}`)
  return [
    gauge('onrecord_batches', 'Batches by what has become of them.', byState('onrecord_batches', batches)),
    gauge('onrecord_articles', 'Articles of those batches.', byState('onrecord_articles', articles)),
    gauge('onrecord_workers', 'Workers with a batch in hand.', [`onrecord_workers{${label}} ${workers}`]),
    gauge('onrecord_articles_per_second', 'Articles read a second in the last minutes, by all workers.', [
      `onrecord_articles_per_second{${label}} ${Number(rate.toFixed(3))}`,
    ]),
  ].join('')
}
