/** The documents that carry the report of one: its origin and its copies. */
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Snapshot } from '../manifest.ts'
import { openDuckDB } from '../query.ts'
import { literal } from '../values.ts'
import { clusters } from './view.ts'

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
  /** Absent where no other text is like it: there is nothing to compare. */
  readonly text?: string
}

/**
 * The documents that carry the same report as one, the origin first, then by day; itself among them. Compare their texts with
 * `differencesOf`. Empty where there is no such document.
 *
 * @param kept a connection to the record, for those who ask again and again
 * @throws OnrecordError E_SEGMENT
 */
export async function sameStory(record: Snapshot, document: string, kept?: DuckDBConnection): Promise<Report[]> {
  const connection = kept ?? (await openDuckDB(record))
  try {
    const single = await alone(connection, document)
    const told =
      single ??
      (await rowsOf(
        connection,
        `${kinOf(document)}, report AS MATERIALIZED (${clusters.sql})
SELECT document, document = cluster AS origin, credit, nearest, likeness FROM report
WHERE cluster IN (SELECT cluster FROM report WHERE document = ${literal(document)})`,
      ))
    if (told.length === 0) return []
    // By their ids alone, so that no other text is taken from the disk.
    const documents = await rowsOf(
      connection,
      `SELECT id, title, outlet, published, ${single ? '' : '"text", '}coalesce(day, DATE '9999-12-31')::VARCHAR AS day FROM documents WHERE id IN (${told.map((it) => literal(it.document!)).join(', ')})`,
    )
    const byId = new Map(documents.map(({ id, ...it }) => [id, it]))
    return told
      .map((it) => ({ ...it, ...byId.get(it.document) }))
      .sort((a, b) => Number(b.origin) - Number(a.origin) || order(a.day, b.day) || order(a.document, b.document))
      .map(({ day: _, ...it }) => it as unknown as Report)
  } finally {
    if (!kept) connection.closeSync()
  }
}

const order = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0)

const rowsOf = async (connection: DuckDBConnection, sql: string) =>
  (await connection.runAndReadAll(sql)).getRowObjects() as Record<string, string>[]

/** A document that is like no other, as nearly all are, told without going through the clusters; undefined where it may be. */
async function alone(connection: DuckDBConnection, document: string): Promise<Record<string, string>[] | undefined> {
  const [own] = await rowsOf(
    connection,
    `SELECT fingerprint, credit FROM signatures WHERE document = ${literal(document)}`,
  )
  if (!own) return undefined
  if (own.fingerprint !== null) {
    const is = literal(own.fingerprint!)
    const like = await rowsOf(
      connection,
      `(SELECT 1 FROM signatures WHERE fingerprint = ${is} AND document <> ${literal(document)} LIMIT 1)
UNION ALL (SELECT 1 FROM likenesses WHERE fingerprint = ${is} OR other = ${is} LIMIT 1)`,
    )
    if (like.length > 0) return undefined
  }
  return [{ document, origin: true, credit: own.credit, nearest: null, likeness: null }] as never
}

/**
 * What `clusters` is made from, cut down to the documents that likenesses connect with one, however far: no other can be in
 * its cluster, nor change it.
 */
const kinOf = (document: string): string => `WITH RECURSIVE pairs AS (
  SELECT fingerprint, other FROM main.likenesses UNION ALL SELECT other, fingerprint FROM main.likenesses
), kin AS (
  SELECT fingerprint FROM main.signatures WHERE document = ${literal(document)} AND fingerprint IS NOT NULL
  UNION SELECT pairs.other FROM pairs JOIN kin ON kin.fingerprint = pairs.fingerprint
), signatures AS (
  SELECT * EXCLUDE (keys) FROM main.signatures WHERE document = ${literal(document)} OR fingerprint IN (FROM kin)
), documents AS (
  SELECT id, day FROM main.documents WHERE id = ${literal(document)} OR id IN (SELECT document FROM signatures)
), likenesses AS (
  SELECT * FROM main.likenesses WHERE fingerprint IN (FROM kin)
)`
