/** Results of a search with what people see of them: the sentences, their document, the words that were found. */
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import type { Span } from '../../reading.ts'
import type { Segment, Snapshot } from '../manifest.ts'
import { literal } from '../values.ts'
import { correctedEntry } from './corrected.ts'
import type { Kind } from './fields.ts'
import { marksOf } from './marks.ts'
import type { Query } from './query.ts'

/** Where a result stands in the record, and its rank. */
export interface Place {
  readonly segment: Segment
  readonly entry: number
  readonly score: number
  /** ISO 8601 day. */
  readonly day: string
}

/** A result. What does not apply or is not known is absent. */
export interface Hit {
  readonly kind: Kind
  readonly document: string
  /** Id of the row in its table; the number of the sentence for text. */
  readonly id: string
  /** BM25; 0 where no words were asked for. */
  readonly score: number
  readonly published?: string
  readonly outlet?: string
  readonly title?: string
  readonly uri?: string
  readonly speaker?: string
  readonly country?: string
  readonly sector?: string
  readonly sourcing?: string
  readonly form?: string
  readonly act?: string
  readonly type?: string
  /** The sentences it stands in, with their places in the document's text. */
  readonly sentences: readonly (Span & { readonly text: string })[]
  /** Places of the words that were found, in the document's text. */
  readonly marks: readonly Span[]
}

type Cells = Record<string, DuckDBValue>
const FACTS = ['published', 'outlet', 'speaker', 'country', 'sector', 'sourcing', 'form', 'act', 'type'] as const

/** The results at some places, in their order. */
export async function hitsFor(
  connection: DuckDBConnection,
  record: Snapshot,
  query: Query,
  places: readonly Place[],
): Promise<Hit[]> {
  const bySegment = new Map<Segment, Place[]>()
  for (const place of places) bySegment.set(place.segment, [...(bySegment.get(place.segment) ?? []), place])
  const segments = [...bySegment.keys()]
  /** Rows of a table of the segments with results: in one query, for then they are read side by side. */
  const lookUp = async (table: string, columns: string, where: (segment: Segment) => string): Promise<Cells[]> => {
    const parts = segments.map((segment, n) => {
      const file = literal(`${record.folder}/${segment.tables[table]!.file}`)
      return `SELECT ${n} AS segment, ${columns} FROM read_parquet(${file}) WHERE ${where(segment)}`
    })
    return (await connection.runAndReadAll(parts.join(' UNION ALL '))).getRowObjects()
  }
  const entries = await lookUp('entries', '* REPLACE (published::VARCHAR AS published)', (segment) => {
    const wanted = bySegment.get(segment)!.map(({ entry }) => entry)
    return `entry IN (${wanted.join(', ')})`
  })
  const of = (segment: Segment) => entries.filter((it) => it.segment === segments.indexOf(segment))
  const documents = await lookUp('documents', 'id, title, uri', (segment) => {
    const wanted = of(segment).map(({ document }) => literal(String(document)))
    return `id IN (${wanted.join(', ')})`
  })
  // Sentences are found by their place in the file: it is read in small groups, and the others are left alone.
  const sentences = await lookUp('sentences', 'file_row_number AS n, start_char, end_char, "text"', (segment) => {
    const wanted = of(segment).flatMap(({ first, sentences }) => numbers(Number(first), Number(sentences)))
    return `file_row_number IN (${wanted.join(', ')})`
  })
  return places.map((place) => {
    const segment = segments.indexOf(place.segment)
    const entry = correctedEntry(
      entries.find((it) => it.segment === segment && it.entry === place.entry)!,
      record.corrections,
    )
    const document = documents.find((it) => it.segment === segment && it.id === entry.document)
    const wanted = new Set(numbers(Number(entry.first), Number(entry.sentences)))
    const own = sentences
      .filter((it) => it.segment === segment && wanted.has(Number(it.n)))
      .sort((a, b) => Number(a.n) - Number(b.n))
    return hitOf(entry, document ?? {}, own, place, query)
  })
}

const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, n) => from + n)

function hitOf(entry: Cells, document: Cells, sentences: readonly Cells[], { score }: Place, query: Query): Hit {
  const facts = { ...document, ...entry }
  const shown = sentences.map((it) => ({
    start: Number(it.start_char),
    end: Number(it.end_char),
    text: String(it.text),
  }))
  return {
    kind: entry.kind as Kind,
    document: String(entry.document),
    id: String(entry.id),
    score,
    ...Object.fromEntries(
      [...FACTS, 'title', 'uri'].flatMap((name) => (facts[name] == null ? [] : [[name, String(facts[name])]])),
    ),
    sentences: shown,
    marks: shown.flatMap(({ start, text }) => marksOf(text, query, start)),
  }
}
