/** What of a record matches a query: put into a table of a DuckDB connection, from which pages and counts are taken. */
import type { DuckDBConnection } from '@duckdb/node-api'
import { registry } from '../../actors/index.ts'
import { filesOf, type Snapshot } from '../manifest.ts'
import { literal } from '../values.ts'
import { wordsOf } from '../words.ts'
import type { TermField } from './entries.ts'
import { fields } from './fields.ts'
import type { Filter, Query } from './query.ts'
import { condition, entriesIn, type Files, holding, naming, score } from './sql.ts'

/** Stands for the day of undated documents: after all others. */
export const UNDATED = '0001-01-01'

/** The segments that have an index, in the order in which `matched.segment` counts them. */
export const indexedIn = ({ manifest }: Snapshot) =>
  manifest.segments.filter(({ tables }) => (tables.entries?.rows ?? 0) > 0 && tables.postings)

/**
 * Puts all that matches into the table `matched`: segment, entry, kind, day, score, and the columns asked for.
 *
 * @returns false where nothing can match; the table is not made then
 */
export async function match(
  connection: DuckDBConnection,
  record: Snapshot,
  query: Query,
  columns: readonly string[],
): Promise<boolean> {
  const { files, entries, postings } = indexOf(record)
  if (entries === 0) return false
  const joins: string[] = []
  const found: number[] = []
  for (const [i, words] of query.words.filter(({ not }) => !not).entries()) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE w${i} AS ${holding(files, words)}`)
    const count = Number((await connection.runAndReadAll(`SELECT count(*) FROM w${i}`)).getRows()[0]![0])
    if (count === 0) return false
    found.push(count)
    joins.push(`JOIN w${i} ON w${i}.segment = e.segment AND w${i}.entry = e.entry`)
  }
  const within = (not: boolean, select: string) => {
    const name = `j${joins.length}`
    const kind = not ? 'ANTI' : 'SEMI'
    joins.push(`${kind} JOIN (${select}) ${name} ON ${name}.segment = e.segment AND ${name}.entry = e.entry`)
  }
  for (const words of query.words.filter(({ not }) => not)) within(true, holding(files, words))
  const conditions: string[] = []
  for (const filter of query.filters) {
    if (fields[filter.field].matching === 'name') {
      const each = filter.values.map((it) => naming(files, filter.field as TermField, it))
      within(filter.not, each.join(' UNION ALL BY NAME '))
    } else conditions.push(condition(await resolved(connection, record, filter)))
  }
  const ranked = score(found, entries, postings / entries)
  const all = `SELECT e.segment, e.entry, e.kind, e.sentence_entry, e.last - e.first AS more,
  coalesce(e.published, DATE '${UNDATED}') AS day, ${[`${ranked} AS score`, ...columns.map((it) => `e.${it}`)].join(', ')}
FROM (${entriesIn(files)}) e
${joins.join('\n')}
WHERE ${conditions.join(' AND ') || 'true'}`
  const oneKind = query.filters.some(({ field, not }) => field === 'kind' && !not)
  await connection.run(`CREATE OR REPLACE TEMP TABLE matched AS ${oneKind ? all : withoutRepeats(all)}`)
  return true
}

/** A sentence is no result of its own where something that was read from it is one. */
const withoutRepeats = (all: string): string => `WITH every AS MATERIALIZED (${all})
SELECT * FROM every WHERE kind <> 'text'
UNION ALL BY NAME
SELECT * FROM every ANTI JOIN (
  SELECT segment, unnest(range(sentence_entry, sentence_entry + more + 1))::INTEGER AS entry FROM every WHERE kind <> 'text'
) told USING (segment, entry)
WHERE kind = 'text'`

/** The files of the index, and how many rows they hold. */
function indexOf(record: Snapshot): { files: Files; entries: number; postings: number } {
  const segments = indexedIn(record)
  const indexed = { ...record, manifest: { ...record.manifest, segments } }
  const rows = (table: string) => segments.reduce((sum, { tables }) => sum + tables[table]!.rows, 0)
  return {
    files: { entries: filesOf(indexed, 'entries'), postings: filesOf(indexed, 'postings') },
    entries: rows('entries'),
    postings: rows('postings'),
  }
}

/** A filter with its values as the columns hold them: countries as codes, outlets by their whole names. */
async function resolved(connection: DuckDBConnection, record: Snapshot, filter: Filter): Promise<Filter> {
  const { matching } = fields[filter.field]
  if (matching === 'country') return { ...filter, values: filter.values.map(countryCode) }
  if (matching !== 'outlet') return filter
  const documents = filesOf(record, 'documents').map(literal).join(', ')
  const outlets = await connection.runAndReadAll(
    `SELECT DISTINCT outlet FROM read_parquet([${documents}]) WHERE outlet IS NOT NULL`,
  )
  const asked = filter.values.map(spaced)
  const values = outlets
    .getRows()
    .map(([outlet]) => String(outlet))
    .filter((outlet) => asked.some((it) => spaced(outlet).includes(it)))
  // No outlet is called so: nothing is.
  return { ...filter, values: values.length > 0 ? values : [''] }
}

/** Folded words with blanks around each, so that whole words are found in it. */
const spaced = (name: string): string =>
  ` ${wordsOf(name)
    .map(({ form }) => form)
    .join(' ')} `

let codes: Map<string, string> | undefined

/** The code of a country that is given by its name or adjective; what is neither is taken for a code. */
function countryCode(value: string): string {
  codes ??= new Map(
    registry().states.flatMap(({ iso3, name, names, adjectives }) =>
      [name, ...names, ...adjectives].map((it) => [spaced(it), iso3.toLowerCase()] as const),
    ),
  )
  return codes.get(spaced(value)) ?? value.toLowerCase()
}
