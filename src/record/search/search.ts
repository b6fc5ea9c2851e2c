/** Search over a record: ranked results with the sentences they stand in, counts by facet, page by page. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { OnrecordError } from '../../errors.ts'
import { readTable } from '../../lexicon.ts'
import type { Snapshot } from '../manifest.ts'
import { type Cursor, cursorFrom, cursorText } from './cursor.ts'
import { type Hit, hitsFor, type Place } from './hits.ts'
import { indexedIn, match, UNDATED } from './match.ts'
import { parseQuery, type Query } from './query.ts'

export interface SearchOptions {
  /** The most results to give, up to 1,000; 20 unless told otherwise. */
  limit?: number
  /** `next` of the page before. */
  after?: string
  /** Whether to count the results by facet, too. */
  facets?: boolean
  /** A connection that is kept, for those who search again and again: {@link searchConnection}. One search at a time. */
  connection?: DuckDBConnection
}

export interface Found {
  /** How many results there are in all. */
  readonly total: number
  readonly hits: readonly Hit[]
  /** How many of all results have which value: the ten most frequent. */
  readonly facets?: Readonly<Record<Facet, readonly FacetCount[]>>
  /** Where the next page begins; absent on the last. */
  readonly next?: string
}

export interface FacetCount {
  readonly value: string
  readonly count: number
}

export const facetNames = [
  'kind',
  'speaker',
  'country',
  'sector',
  'sourcing',
  'form',
  'act',
  'type',
  'outlet',
  'year',
] as const
export type Facet = (typeof facetNames)[number]

/** Facets that every result has, without their columns being asked for. */
const ALWAYS: readonly Facet[] = ['kind', 'year']

/** Values a facet shows. */
const SHOWN = 10
const LIMIT = 20
/** More at once are an export. */
const MOST = 1000

/** A connection that keeps what it learnt of the files: for a server. */
export async function searchConnection(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run('LOAD parquet; SET parquet_metadata_cache = true')
  return connection
}

/**
 * Looks a query up in a record.
 *
 * @throws OnrecordError E_QUERY where the query is wrong, E_CURSOR where `after` is
 */
export async function search(record: Snapshot, text: string, options: SearchOptions = {}): Promise<Found> {
  const { limit = LIMIT, after, facets = false, connection: kept } = options
  const query = worthwhile(parseQuery(text))
  const from = after === undefined ? undefined : cursorFrom(after)
  const size = Math.max(1, Math.min(limit, MOST))
  const connection = kept ?? (await searchConnection())
  try {
    const columns = facets ? facetNames.filter((it) => !ALWAYS.includes(it)) : []
    if (!(await match(connection, record, query, columns)))
      return { total: 0, hits: [], ...(facets && { facets: none }) }
    const total = (await rowsOf(connection, 'SELECT count(*)::INTEGER FROM matched'))[0]![0]
    const places = await placesAfter(connection, record, from, size + 1)
    const shown = places.slice(0, size)
    return {
      total: Number(total),
      hits: await hitsFor(connection, record, query, shown),
      ...(facets && { facets: await facetsOf(connection) }),
      ...(places.length > size && { next: nextAfter(shown.at(-1)!) }),
    }
  } finally {
    if (!kept) connection.closeSync()
  }
}

let passedOver: Set<string> | undefined

/** A query without words that say nothing, as long as others remain. */
function worthwhile({ words, filters }: Query): Query {
  if (words.length + filters.length === 0) {
    throw new OnrecordError('E_QUERY', 'The query asks nothing. Give words, or a field such as speaker:NAME.')
  }
  passedOver ??= new Set(readTable('record/passed-over.tsv', ['id', 'words']).flatMap((row) => row.words.split(' ')))
  const telling = words.filter(({ is, forms }) => is === 'phrase' || !passedOver!.has(forms[0]!))
  return { words: telling.length + filters.length > 0 ? telling : words, filters }
}

/** The first so many places after another in the order of results: by score, then newest first, then as they stand. */
async function placesAfter(
  connection: DuckDBConnection,
  record: Snapshot,
  from: Cursor | undefined,
  limit: number,
): Promise<Place[]> {
  const segments = indexedIn(record)
  const start = from
    ? past(
        from,
        segments.map(({ id }) => id),
      )
    : 'true'
  const rows = await rowsOf(
    connection,
    `SELECT segment, entry, score, day::VARCHAR FROM matched WHERE ${start}
ORDER BY score DESC, day DESC, segment, entry LIMIT ${limit}`,
  )
  return rows.map(([segment, entry, score, day]) => ({
    segment: segments[Number(segment)]!,
    entry: Number(entry),
    score: Number(score),
    day: String(day),
  }))
}

/** @throws OnrecordError E_CURSOR when the segment of that place is gone */
function past({ score, day, segment, entry }: Cursor, segments: readonly string[]): string {
  const n = segments.indexOf(segment)
  if (n < 0) {
    throw new OnrecordError('E_CURSOR', 'The record was written anew since that page. Search again from its beginning.')
  }
  const later = `segment > ${n} OR (segment = ${n} AND entry > ${entry})`
  return `score < ${score} OR (score = ${score} AND (day < '${day}' OR (day = '${day}' AND (${later}))))`
}

const nextAfter = ({ segment, entry, score, day }: Place): string =>
  cursorText({ score, day, segment: segment.id, entry })

const none = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Record<Facet, FacetCount[]>

async function facetsOf(connection: DuckDBConnection): Promise<Record<Facet, FacetCount[]>> {
  const counted = { ...none }
  for (const name of facetNames) {
    const value = name === 'year' ? `CASE WHEN day > '${UNDATED}' THEN year(day)::VARCHAR END` : name
    const rows = await rowsOf(
      connection,
      `SELECT ${value} AS value, count(*)::INTEGER AS count FROM matched WHERE value IS NOT NULL
GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${SHOWN}`,
    )
    counted[name] = rows.map(([value, count]) => ({ value: String(value), count: Number(count) }))
  }
  return counted
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getRows()
}
