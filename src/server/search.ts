/** Search over HTTP: a page of results with facets; all of them as a file; the newest as an Atom feed. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import {
  type Found,
  type Row,
  type SearchOptions,
  type Snapshot,
  search,
  searchConnection,
  table,
  writeRows,
} from '../record/index.ts'
import { fresh, queryOf } from './answer.ts'
import { atomOf } from './atom.ts'
import { type FileFormat, fileAt, formats, sendRows } from './download.ts'
import { gate } from './gate.ts'
import type { Held, HeldRecord } from './held.ts'
import { parametersOf } from './parameters.ts'

/** Results that a file holds at most, and how many are fetched at once. */
const MOST = 10_000
const AT_ONCE = 1000
/** Entries of a feed. */
const NEWEST = 50

const page = {
  q: z.string().min(1).max(2000),
  limit: z.coerce.number().int().min(1).max(200).default(20),
  cursor: z.string().max(4000).optional(),
}

/** A result as a row of a file: what the page shows of it. */
const results = table('results', 'A result of a search.', [
  ['kind', 'text', 'statement, event, commitment or text.'],
  ['document', 'text', 'Id in documents.'],
  ['id', 'text', 'Id of the row in its table; the number of the sentence for text.'],
  ['score', 'real', 'BM25; 0 where no words were asked for.'],
  ['published', 'day', "The document's day."],
  ['outlet', 'text', 'Who published it.'],
  ['title', 'text', 'Headline.'],
  ['uri', 'text', 'Path or address of the document.'],
  ['speaker', 'text', 'Who says it.'],
  ['country', 'text', 'Country of who speaks or acts.'],
  ['sector', 'text', 'PLOVER sector of who speaks or acts.'],
  ['sourcing', 'text', 'On whose word.'],
  ['form', 'text', 'direct, indirect or mixed.'],
  ['act', 'text', 'Speech act.'],
  ['type', 'text', 'Type of an event, kind of a commitment.'],
  ['sentences', 'text', 'The sentences it stands in.'],
])
const columns = results.columns.map(({ name }) => name)
const rowOf = (hit: Found['hits'][number]): Row => ({
  ...Object.fromEntries(Object.entries(hit).filter(([name]) => columns.includes(name as never))),
  sentences: hit.sentences.map(({ text }) => text).join(' '),
})

/** Searches at once; each has a database of its own, and uses all cores. */
const enter = gate(2)
/** Connections that know the files of the record; each searches for one asker at a time. */
const idle: DuckDBConnection[] = []

const found = (record: Snapshot, q: string, options: SearchOptions): Promise<Found> =>
  enter(async () => {
    const connection = idle.pop() ?? (await searchConnection())
    try {
      return await search(record, q, { ...options, connection })
    } finally {
      idle.push(connection)
    }
  })

/** Adds the routes: GET /api/search, its files and its feed. */
export function addSearch(app: Hono, record: HeldRecord): void {
  app.get('/api/search', (c) => record.use((held) => fresh(c, held.revision, () => searchPage(held, queryOf(c)))))
  for (const format of formats) {
    app.get(`/api/search.${format}`, (c) => record.use((held) => searchFile(c, held, queryOf(c), format)))
  }
  app.get('/api/search.atom', (c) => record.use((held) => searchFeed(c, held, queryOf(c))))
}

/** A page of results; facets come with the first. */
function searchPage({ snapshot }: Held, asked: Record<string, string>): Promise<Found> {
  const { q, limit, cursor } = parametersOf(page, asked)
  return found(snapshot, q, { limit, after: cursor, facets: cursor === undefined })
}

/** All results as a file. */
async function searchFile(c: Context, { snapshot }: Held, asked: Record<string, string>, format: FileFormat) {
  const { q } = parametersOf({ q: page.q }, asked)
  const hits = allOf(snapshot, q)
  if (format !== 'parquet') {
    // What is wrong with the query is told before the file is begun.
    const first = await hits.next()
    async function* rows() {
      for (let it = first; !it.done; it = await hits.next()) {
        const row = rowOf(it.value)
        yield columns.map((name) => row[name] ?? null)
      }
    }
    return sendRows(c, 'search', format, columns, rows(), () => {})
  }
  const rows: Row[] = []
  for await (const hit of hits) rows.push(rowOf(hit))
  return fileAt(c, 'search', async (path) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    await writeRows(connection, results, rows, path).finally(() => connection.closeSync())
  })
}

async function* allOf(record: Snapshot, q: string) {
  let after: string | undefined
  for (let given = 0; given < MOST; given += AT_ONCE) {
    const { hits, next } = await found(record, q, { limit: AT_ONCE, after })
    yield* hits
    if (next === undefined) return
    after = next
  }
}

/** The best results as a feed, the newest first. */
async function searchFeed(c: Context, { snapshot }: Held, asked: Record<string, string>): Promise<Response> {
  const { q } = parametersOf({ q: page.q }, asked)
  const { hits } = await found(snapshot, q, { limit: NEWEST })
  c.header('content-type', 'application/atom+xml; charset=utf-8')
  return c.body(atomOf(q, hits, new URL(c.req.url).origin))
}
