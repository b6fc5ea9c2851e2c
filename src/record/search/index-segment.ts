/** The search index of one segment, made from its readings. */
import { INTEGER, VARCHAR } from '@duckdb/node-api'
import type { Reading } from '../../reading.ts'
import type { RowOf } from '../column.ts'
import type { Derived } from '../derived.ts'
import { copyTo, loadTable } from '../parquet.ts'
import { dayOf } from '../to-rows.ts'
import { type Entry, entriesOf } from './entries.ts'
import { stemOf } from './stem.ts'
import * as tables from './tables.ts'

/** Small groups of rows let a search skip most of a file: 16,000 postings are 60 kB. */
const ROWS_A_GROUP = 16_384

/** Entries of readings that both tables are made of: computed once. */
const made = new WeakMap<readonly Reading[], Entry[][]>()

function entriesFor(readings: readonly Reading[]): Entry[][] {
  const known = made.get(readings) ?? readings.map(entriesOf)
  made.set(readings, known)
  return known
}

export const entriesTable: Derived = {
  table: { ...tables.entries, rowsPerGroup: ROWS_A_GROUP },
  rows(readings) {
    const rows: RowOf<typeof tables.entries>[] = []
    let sentences = 0
    for (const [n, entries] of entriesFor(readings).entries()) {
      const { id: document, published, source, sentences: own } = readings[n]!
      const firstEntry = rows.length
      for (const { first, last, terms: _, ...facts } of entries) {
        rows.push({
          ...facts,
          document,
          entry: rows.length,
          first: sentences + first,
          last: sentences + last,
          // The sentences of a document are its first entries.
          sentence_entry: firstEntry + first,
          published: dayOf(published),
          outlet: source.outlet,
        })
      }
      sentences += own.length
    }
    return rows
  },
}

export const postingsTable: Derived = {
  table: tables.postings,
  async write(connection, readings, path) {
    const { terms, tokens } = postingsOf(entriesFor(readings))
    const { length } = terms[0]
    await loadTable(
      connection,
      'terms',
      { n: INTEGER, field: VARCHAR, stem: VARCHAR, form: VARCHAR },
      length,
      some(terms),
    )
    await loadTable(connection, 'tokens', tokenTypes, tokens[0].length, some(tokens))
    const sorted = `SELECT field, stem, form, entry, position FROM tokens JOIN terms ON n = term ORDER BY term, entry, position`
    const written = await copyTo(connection, sorted, path, ROWS_A_GROUP)
    await connection.run('DROP TABLE tokens; DROP TABLE terms')
    return written
  },
}

const tokenTypes = { term: INTEGER, entry: INTEGER, position: INTEGER }

/** Some rows of columns. */
const some =
  (columns: readonly (readonly (string | number)[])[]) =>
  (from: number, to: number): (string | number)[][] =>
    columns.map((values) => values.slice(from, to))

/** Every term once, in the order of the table, and every token with the number of its term; both by column. */
function postingsOf(readings: readonly Entry[][]) {
  const numbers = new Map<string, number>()
  const distinct: [field: string, stem: string, form: string][] = []
  const tokens: [number[], number[], number[]] = [[], [], []]
  for (const [entry, { terms }] of readings.flat().entries()) {
    for (const { field, form, position } of terms) {
      const key = `${field} ${form}`
      let n = numbers.get(key)
      if (n === undefined) {
        n = distinct.push([field, field === 'text' ? stemOf(form) : form, form]) - 1
        numbers.set(key, n)
      }
      tokens[0].push(n)
      tokens[1].push(entry)
      tokens[2].push(position)
    }
  }
  const order = distinct.map((_, n) => n).sort((a, b) => compare(distinct[a]!, distinct[b]!))
  const rank = new Int32Array(order.length)
  for (const [n, term] of order.entries()) rank[term] = n
  tokens[0] = tokens[0].map((n) => rank[n]!)
  const at = (part: 0 | 1 | 2) => order.map((n) => distinct[n]![part])
  return { terms: [order.map((_, n) => n), at(0), at(1), at(2)] as const, tokens }
}

function compare(a: readonly string[], b: readonly string[]): number {
  const k = a.findIndex((part, n) => part !== b[n])
  return k < 0 ? 0 : a[k]! < b[k]! ? -1 : 1
}
