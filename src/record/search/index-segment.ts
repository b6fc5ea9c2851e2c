/** The search index of one segment, made from its readings. */
import { INTEGER, VARCHAR } from '@duckdb/node-api'
import type { Reading } from '../../reading.ts'
import type { Derived } from '../derived.ts'
import { copyTo, loadTable, writeColumns } from '../parquet.ts'
import { dayOf } from '../to-rows.ts'
import type { Cell } from '../values.ts'
import { type Entry, searchableOf } from './entries.ts'
import * as tables from './tables.ts'
import { startTerms } from './terms.ts'
import { startTokens } from './tokens.ts'

type EntryColumns = { [Name in (typeof tables.entries)['columns'][number]['name']]: Cell[] }

interface SegmentIndex {
  readonly entries: EntryColumns
  /** Every term once, in the order of the table, by column. */
  readonly terms: readonly [numbers: number[], stems: string[], forms: string[]]
  /** Every token with the number of its term, in the order of the table, by column. */
  readonly tokens: readonly Int32Array[]
}

/** What both tables are made of: computed once. */
const made = new WeakMap<readonly Reading[], SegmentIndex>()

function indexOf(readings: readonly Reading[]): SegmentIndex {
  const known = made.get(readings) ?? indexed(readings)
  made.set(readings, known)
  return known
}

/** Reading by reading, of which only numbers and the cells of the table are kept: what is kept long is what collecting garbage costs. */
function indexed(readings: readonly Reading[]): SegmentIndex {
  const terms = startTerms()
  const tokens = startTokens()
  const entries = Object.fromEntries(tables.entries.columns.map(({ name }) => [name, []])) as unknown as EntryColumns
  let sentences = 0
  for (const reading of readings) {
    const { forms, entries: own } = searchableOf(reading)
    const words = forms.map(terms.ofWord)
    const document = {
      document: reading.id,
      published: dayOf(reading.published),
      outlet: reading.source.outlet,
      sentences,
      firstEntry: entries.entry.length,
    }
    for (const entry of own) {
      const n = entries.entry.length
      for (const [from, past] of entry.runs) for (let at = from; at < past; at++) tokens.put(words[at]!, n, at)
      for (const { field, forms, position } of entry.names) {
        for (let k = 0; k < forms.length; k++) tokens.put(terms.ofName(field, forms[k]!), n, position + k)
      }
      putEntry(entries, entry, document)
    }
    sentences += reading.sentences.length
  }
  const { rank, stems, forms } = terms.sorted()
  return { entries, terms: [stems.map((_, n) => n), stems, forms], tokens: tokens.sorted(rank) }
}

interface OfDocument {
  document: string
  published: string | undefined
  outlet: string | undefined
  /** Sentences of the documents before. */
  sentences: number
  /** Number of its first entry. The sentences of a document are its first entries. */
  firstEntry: number
}

function putEntry(columns: EntryColumns, entry: Entry, of: OfDocument): void {
  const { first, last, runs } = entry
  columns.document.push(of.document)
  columns.entry.push(columns.entry.length)
  columns.kind.push(entry.kind)
  columns.id.push(entry.id)
  columns.first.push(of.sentences + first)
  columns.sentences.push(last - first + 1)
  columns.sentence_entry.push(of.firstEntry + first)
  columns.words.push(runs.reduce((sum, [from, past]) => sum + past - from, 0))
  columns.published.push(of.published ?? null)
  columns.outlet.push(of.outlet ?? null)
  columns.speaker.push(entry.speaker ?? null)
  columns.country.push(entry.country ?? null)
  columns.sector.push(entry.sector ?? null)
  columns.sourcing.push(entry.sourcing ?? null)
  columns.form.push(entry.form ?? null)
  columns.act.push(entry.act ?? null)
  columns.type.push(entry.type ?? null)
}

export const entriesTable: Derived = {
  table: tables.entries,
  write: (connection, readings, path) => writeColumns(connection, tables.entries, indexOf(readings).entries, path),
}

export const postingsTable: Derived = {
  table: tables.postings,
  async write(connection, readings, path) {
    const { terms, tokens } = indexOf(readings)
    await loadTable(connection, 'terms', { n: INTEGER, stem: VARCHAR, form: VARCHAR }, terms[0].length, (from, to) =>
      terms.map((values) => values.slice(from, to)),
    )
    await loadTable(connection, 'tokens', tokenTypes, tokens[0]!.length, (from, to) =>
      tokens.map((values) => values.subarray(from, to)),
    )
    // The tokens are in this order already, which makes it quick; that a join keeps it, nobody promises.
    const sorted = `SELECT stem, form, entry, position FROM tokens JOIN terms ON n = term ORDER BY term, entry, position`
    const written = await copyTo(connection, sorted, path, tables.postings.layout)
    await connection.run('DROP TABLE tokens; DROP TABLE terms')
    return written
  },
}

const tokenTypes = { term: INTEGER, entry: INTEGER, position: INTEGER }
