/** The documents that carry the report of one: its origin and its copies. */
import type { Snapshot } from '../manifest.ts'
import { openDuckDB } from '../query.ts'
import { literal } from '../values.ts'

/** A document among those that carry the same report. What is not known is null. */
export interface Report {
  readonly document: string
  /** Whether it is the one that came first. */
  readonly origin: boolean
  readonly title: string | null
  readonly outlet: string | null
  /** ISO 8601, as published. */
  readonly published: string | null
  /** Agency that it credits. */
  readonly credit: string | null
  /** The earlier document it is most like, and how like: 0.45 to 1. */
  readonly nearest: string | null
  readonly likeness: number | null
  readonly text: string
}

/**
 * The documents that carry the same report as one, the origin first, then by day; itself among them. Compare their texts with
 * `differencesOf`. Empty where there is no such document.
 *
 * @throws OnrecordError E_SEGMENT
 */
export async function sameStory(record: Snapshot, document: string): Promise<Report[]> {
  const connection = await openDuckDB(record)
  try {
    const found = await connection.runAndReadAll(`
WITH report AS MATERIALIZED (FROM clusters)
SELECT document, document = cluster AS origin, title, outlet, published, credit, nearest, likeness, "text"
FROM report JOIN documents ON id = document
WHERE cluster IN (SELECT cluster FROM report WHERE document = ${literal(document)})
ORDER BY origin DESC, day NULLS LAST, document`)
    return found.getRowObjects() as unknown as Report[]
  } finally {
    connection.closeSync()
  }
}
