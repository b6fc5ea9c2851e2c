/** Which documents of a record are exported, as an SQL condition on a row of `documents`. All rows of those documents are. */
import type { DuckDBConnection } from '@duckdb/node-api'
import { OnrecordError } from '../errors.ts'
import { literal, openDuckDB, type Snapshot, tables } from '../record/index.ts'

export interface Filter {
  /** Published on this day, month or year or later: YYYY, YYYY-MM or YYYY-MM-DD. */
  after?: string
  /** Published before this day, or before the month or year begins. */
  before?: string
  /** Published by one of these. */
  outlet?: readonly string[]
  /** Naming one of these actors, by id or by name. */
  actor?: readonly string[]
  /** Naming an actor of one of these countries, ISO 3166-1 alpha-3. */
  country?: readonly string[]
  /** An SQL condition of the user's own. */
  where?: string
}

/**
 * A filter as an SQL condition.
 *
 * @throws OnrecordError E_WHERE for a date that is none
 */
export function conditionOf({ after, before, outlet, actor, country, where }: Filter): string {
  const naming = (condition: string) => `id IN (SELECT document FROM actors WHERE ${condition})`
  const conditions = [
    after !== undefined && `day >= DATE ${literal(dayOf(after))}`,
    before !== undefined && `day < DATE ${literal(dayOf(before))}`,
    outlet?.length && `lower(outlet) IN ${lower(outlet)}`,
    actor?.length && naming(`lower(id) IN ${lower(actor)} OR lower(name) IN ${lower(actor)}`),
    country?.length && naming(`lower(country) IN ${lower(country)}`),
    // On lines of its own: a condition may end in a comment.
    where !== undefined && `(\n${where}\n)`,
  ]
  return conditions.filter(Boolean).join(' AND ') || 'true'
}

const lower = (values: readonly string[]): string => `(${values.map((it) => literal(it.toLowerCase())).join(', ')})`

function dayOf(text: string): string {
  const day = /^\d{4}(-\d{2}){0,2}$/.test(text) ? `${text}-01-01`.slice(0, 10) : text
  const time = Date.parse(day)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new OnrecordError('E_WHERE', `${text} is no date. Write YYYY-MM-DD, YYYY-MM or YYYY.`)
  }
  return day
}

/**
 * A record in DuckDB with nothing in its tables and views but the documents that a condition chooses. Close it with `closeSync()`.
 *
 * @throws OnrecordError E_WHERE when the condition is no SQL, or asks for what is not there
 */
export async function openChosen(record: Snapshot, condition: string): Promise<DuckDBConnection> {
  const connection = await openDuckDB(record)
  try {
    await choose(connection, condition)
  } catch (error) {
    connection.closeSync()
    throw error
  }
  return connection
}

async function choose(connection: DuckDBConnection, condition: string): Promise<void> {
  const wanted = `SELECT id FROM documents WHERE ${condition}`
  // Prepared first: that takes one statement and no more, and says what is wrong with it before anything is done.
  await connection.prepare(wanted).catch((error: Error) => {
    throw new OnrecordError(
      'E_WHERE',
      `${error.message.split('\n')[0]} See the columns of documents in docs/data-dictionary.md.`,
    )
  })
  if (condition === 'true') return
  await connection.run(`CREATE TABLE chosen AS ${wanted}`)
  for (const { name, document, columns } of Object.values(tables)) {
    if (!columns.some((it) => it.name === document)) continue
    // Views name the tables they stand on, so that they now stand on these.
    await connection.run(`ALTER VIEW ${name} RENAME TO all_${name};
CREATE VIEW ${name} AS SELECT * FROM all_${name} WHERE ${document} IN (FROM chosen)`)
  }
}
