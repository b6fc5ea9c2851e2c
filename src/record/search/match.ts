/** What of a record matches a query: put into a table of a DuckDB connection, from which pages and counts are taken. */
import type { DuckDBConnection } from '@duckdb/node-api'
import { registry } from '../../actors/index.ts'
import { filesOf, type Snapshot } from '../manifest.ts'
import { literal } from '../values.ts'
import { wordsOf } from '../words.ts'
import { correctedEntries } from './corrected.ts'
import type { NameField } from './entries.ts'
import { fields } from './fields.ts'
import type { Filter, Query } from './query.ts'
import { condition, entriesIn, type Files, holding, holdingPhrase, naming, score } from './sql.ts'

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
  const words = await askedWords(connection, files, query)
  if (words.found.includes(0)) return false
  const names = query.filters.filter(({ field }) => fields[field].matching === 'name')
  const having = (not: boolean) =>
    names
      .filter((filter) => filter.not === not)
      .map(({ field, values }) => {
        const each = values.map((it) => naming(files, field as NameField, it))
        return `SELECT DISTINCT segment, entry FROM (${each.join(' UNION ALL ')})`
      })
  const unwanted = query.words.filter(({ not }) => not)
  const without = [
    ...unwanted.map(({ is, forms }) => (is === 'word' ? holding(files, forms) : holdingPhrase(files, forms))),
    ...having(true),
  ]
  // What words and names leave is joined first: few rows, with which the entries are then met.
  const sets = [...words.sets, ...having(false)]
  const [first, ...others] = sets.map((it) => `(${it})`)
  const joins = others.map(
    (it, i) => `${i + 1 < words.sets.length ? 'JOIN' : 'SEMI JOIN'} ${it} s${i + 1} USING (segment, entry)`,
  )
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE found AS ${first ? `SELECT * FROM ${first} s0 ${joins.join('\n')}` : 'SELECT 1 AS segment WHERE false'}`,
  )
  const conditions: string[] = []
  for (const filter of query.filters.filter((it) => !names.includes(it))) {
    conditions.push(condition(await resolved(connection, record, filter)))
  }
  const ranked = score(words.found, entries, postings / entries)
  const all = `SELECT e.segment, e.entry, e.kind, e.sentence_entry, e.sentences,
  coalesce(e.published, DATE '${UNDATED}') AS day, ${[`${ranked} AS score`, ...columns.map((it) => `e.${it}`)].join(', ')}
FROM (${correctedEntries(entriesIn(files), record.corrections)}) e
${first ? 'JOIN found ON found.segment = e.segment AND found.entry = e.entry' : ''}
${without.map((it, i) => `ANTI JOIN (${it}) a${i} ON a${i}.segment = e.segment AND a${i}.entry = e.entry`).join('\n')}
WHERE ${conditions.join(' AND ') || 'true'}`
  const oneKind = query.filters.some(({ field, not }) => field === 'kind' && !not)
  await connection.run(`CREATE OR REPLACE TEMP TABLE matched AS ${all}`)
  if (!oneKind) await connection.run(withoutRepeats)
  return true
}

/**
 * Looks the words asked for up. Single words are counted in one pass into the table `single`, phrases into `phrase0`, ….
 *
 * @returns sets of entries that hold them all, with how often (n0, n1, … over all sets), and in how many entries each was found
 */
async function askedWords(connection: DuckDBConnection, files: Files, query: Query) {
  const asked = query.words.filter(({ not }) => !not)
  const single = asked.filter(({ is }) => is === 'word').flatMap(({ forms }) => forms)
  const phrases = asked.filter(({ is }) => is === 'phrase')
  const sets: string[] = []
  const found: number[] = []
  const add = async (table: string, sql: string, names: readonly string[], columns: string) => {
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} AS ${sql}`)
    const held = names.map((name) => `count(*) FILTER (${name} > 0)`)
    const [counts] = (await connection.runAndReadAll(`SELECT ${held.join(', ')} FROM ${table}`)).getRows()
    found.push(...counts!.map(Number))
    sets.push(`SELECT ${columns} FROM ${table} WHERE ${names.map((name) => `${name} > 0`).join(' AND ')}`)
  }
  const names = single.map((_, i) => `n${i}`)
  if (single.length > 0) await add('single', holding(files, single), names, '*')
  for (const [i, { forms }] of phrases.entries()) {
    await add(`phrase${i}`, holdingPhrase(files, forms), ['n'], `segment, entry, n AS n${single.length + i}`)
  }
  return { sets, found }
}

/** A sentence is no result of its own where something that was read from it is one. */
const withoutRepeats = `CREATE OR REPLACE TEMP TABLE told AS
  SELECT segment, unnest(range(sentence_entry, sentence_entry + sentences))::INTEGER AS entry FROM matched WHERE kind <> 'text';
CREATE OR REPLACE TEMP TABLE matched AS
  SELECT * FROM matched WHERE kind <> 'text'
  UNION ALL SELECT * FROM matched ANTI JOIN told USING (segment, entry) WHERE kind = 'text'`

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
