/** The search index of one segment, made from its readings. */
import { INTEGER, VARCHAR } from '@duckdb/node-api'
import type { Reading } from '../../reading.ts'
import type { RowOf } from '../column.ts'
import type { Derived } from '../derived.ts'
import { copyTo, loadTable } from '../parquet.ts'
import { dayOf } from '../to-rows.ts'
import { type NameField, nameStem, type Searchable, searchableOf } from './entries.ts'
import { stemOf } from './stem.ts'
import * as tables from './tables.ts'

/** What both tables are made of: computed once. */
const made = new WeakMap<readonly Reading[], Searchable[]>()

function searchableIn(readings: readonly Reading[]): Searchable[] {
  const known = made.get(readings) ?? readings.map(searchableOf)
  made.set(readings, known)
  return known
}

export const entriesTable: Derived = {
  table: tables.entries,
  rows(readings) {
    const rows: RowOf<typeof tables.entries>[] = []
    let sentences = 0
    for (const [n, { entries }] of searchableIn(readings).entries()) {
      const { id: document, published, source, sentences: own } = readings[n]!
      const firstEntry = rows.length
      for (const { first, last, runs, names: _, ...facts } of entries) {
        rows.push({
          ...facts,
          document,
          entry: rows.length,
          first: sentences + first,
          sentences: last - first + 1,
          words: runs.reduce((sum, [from, past]) => sum + past - from, 0),
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
    const { terms, tokens } = postingsOf(searchableIn(readings))
    const { length } = terms[0]
    await loadTable(connection, 'terms', { n: INTEGER, stem: VARCHAR, form: VARCHAR }, length, some(terms))
    await loadTable(connection, 'tokens', tokenTypes, tokens[0].length, some(tokens))
    const sorted = `SELECT stem, form, entry, position FROM tokens JOIN terms ON n = term ORDER BY term, entry, position`
    const written = await copyTo(connection, sorted, path, tables.postings.layout)
    await connection.run('DROP TABLE tokens; DROP TABLE terms')
    return written
  },
}

const tokenTypes = { term: INTEGER, entry: INTEGER, position: INTEGER }

/** Some rows of columns. */
const some =
  (columns: readonly (readonly (string | number)[] | Int32Array)[]) =>
  (from: number, to: number): (string | number)[][] =>
    columns.map((values) => Array.from(values.slice(from, to)))

/** How many words its entries hold, those of names included. */
const tokensIn = ({ entries }: Searchable): number =>
  entries.reduce((sum, { runs, names }) => runs.reduce((n, [from, past]) => n + past - from, sum + names.length), 0)

/** Every term once, in the order of the table, and every token with the number of its term; both by column. */
function postingsOf(readings: readonly Searchable[]) {
  const numbers = new Map<string, number>()
  const distinct: [stem: string, form: string][] = []
  const numberOf = (form: string, field?: NameField): number => {
    const key = field ? nameStem(field, form) : form
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, distinct.length)
    return distinct.push([field ? key : stemOf(form), form]) - 1
  }
  // Millions of numbers: arrays that grow would be copied again and again.
  const column = () => new Int32Array(readings.reduce((sum, it) => sum + tokensIn(it), 0))
  const [term, entryOf, position] = [column(), column(), column()]
  let tokens = 0
  const put = (number: number, entry: number, place: number) => {
    term[tokens] = number
    entryOf[tokens] = entry
    position[tokens++] = place
  }
  let entry = 0
  for (const { words, entries } of readings) {
    const terms = words.map(({ form }) => numberOf(form))
    for (const { runs, names } of entries) {
      for (const [from, past] of runs) for (let n = from; n < past; n++) put(terms[n]!, entry, n)
      for (const name of names) put(numberOf(name.form, name.field), entry, name.position)
      entry++
    }
  }
  const order = distinct.map((_, n) => n).sort((a, b) => compare(distinct[a]!, distinct[b]!))
  const rank = new Int32Array(order.length)
  for (const [n, term] of order.entries()) rank[term] = n
  const part = (k: 0 | 1) => order.map((n) => distinct[n]![k])
  return {
    terms: [order.map((_, n) => n), part(0), part(1)] as const,
    tokens: [term.map((n) => rank[n]!), entryOf, position] as const,
  }
}

function compare(a: readonly string[], b: readonly string[]): number {
  const k = a.findIndex((part, n) => part !== b[n])
  return k < 0 ? 0 : a[k]! < b[k]! ? -1 : 1
}
