/** Batches that were tried as often as they might be and put aside: shown, and queued again. */
import { jobOptions, type Queue } from './open.ts'

export interface Failed {
  batch: string
  articles: number
  /** When it was put aside, ISO 8601. */
  failed: string
  /** What went wrong the last time. */
  fault: string
}

/** The batches put aside, the latest first. */
export async function failedBatches({ query, name }: Queue): Promise<Failed[]> {
  const rows = await query<{ id: string; articles: number; failed: Date; fault: string }>(
    'SELECT id, articles, failed, fault FROM onrecord.batch WHERE queue = $1 AND failed IS NOT NULL ORDER BY failed DESC, id',
    [name],
  )
  return rows.map(({ id, articles, failed, fault }) => ({ batch: id, articles, failed: failed.toISOString(), fault }))
}

/** Queues batches again that were put aside, all or those named by the beginning of their id: how many. */
export const retryFailed = ({ transaction, boss, name }: Queue, batches: readonly string[] = []): Promise<number> =>
  transaction(async (client) => {
    const rows = await client.query<{ id: string; retries: number }>(
      `UPDATE onrecord.batch SET failed = NULL, fault = NULL WHERE queue = $1 AND failed IS NOT NULL
         AND (cardinality($2::text[]) = 0 OR EXISTS (SELECT 1 FROM unnest($2::text[]) AS start WHERE starts_with(id, start)))
       RETURNING id, retries`,
      [name, batches],
    )
    for (const { id, retries } of rows) {
      await boss.send(name, { batch: id }, { ...jobOptions, retryLimit: retries, db: client })
    }
    return rows.length
  })
