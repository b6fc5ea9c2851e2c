/** A query as SQL over the tables entries and postings. */

import { literal } from '../values.ts'
import { wordsOf } from '../words.ts'
import { type NameField, nameStem } from './entries.ts'
import type { Filter } from './query.ts'
import { stemOf } from './stem.ts'

/** BM25 (Robertson and Zaragoza 2009, "The probabilistic relevance framework"), with the constants that they give as usual. */
const K1 = 1.2
const B = 0.75

/** With an exponent, for SQL takes it for a decimal otherwise. */
const real = (value: number): string => value.toExponential()

/**
 * The score of an entry: BM25 over the words asked for, which the query names n0, n1, …
 *
 * @param found in how many entries each word was found
 * @param size how many entries there are
 * @param length how many words they hold on average
 */
export function score(found: readonly number[], size: number, length: number): string {
  const parts = found.map((count, i) => {
    const idf = Math.log(1 + (size - count + 0.5) / (count + 0.5))
    return `${real(idf * (K1 + 1))} * n${i} / (n${i} + ${real(K1 * (1 - B))} + ${real((K1 * B) / length)} * e.words)`
  })
  return parts.length === 0 ? '0::DOUBLE' : `round(${parts.join(' + ')}, 4)`
}

/** The files of a segment, in one order for every table: by it a posting finds its entry. */
export interface Files {
  readonly entries: readonly string[]
  readonly postings: readonly string[]
}

const read = (files: readonly string[]): string => `read_parquet([${files.map(literal).join(', ')}])`

/** All entries with their segment. */
export const entriesIn = ({ entries }: Files): string => `SELECT file_index AS segment, * FROM ${read(entries)}`

/** Entries that hold some of the words: segment (number of the file), entry, how often each (n0, n1, …). One pass for all. */
export function holding({ postings }: Files, forms: readonly string[]): string {
  const stems = forms.map((form) => literal(stemOf(form)))
  const counts = stems.map((stem, i) => `(count(*) FILTER (stem = ${stem}))::INTEGER AS n${i}`)
  return `SELECT file_index AS segment, entry, ${counts.join(', ')} FROM ${read(postings)}
WHERE stem IN (${stems.join(', ')}) GROUP BY ALL`
}

/** Entries that hold a phrase: segment, entry, how often (n). */
export const holdingPhrase = ({ postings }: Files, forms: readonly string[]): string =>
  inARow(
    postings,
    forms.map((form) => [stemOf(form), form]),
  )

/** Entries with somebody of a name, or of a country or an id. */
export function naming({ postings }: Files, field: NameField, value: string): string {
  const forms = wordsOf(value).map(({ form }) => form)
  // Ids of actors have hyphens, names of people sometimes.
  const id = value.toLowerCase()
  const readings = forms.length > 1 && /^[a-z0-9-]+$/.test(id) ? [forms, [id]] : [forms]
  return readings
    .map((some) =>
      inARow(
        postings,
        some.map((form) => [nameStem(field, form), form]),
      ),
    )
    .join(' UNION ALL ')
}

/** Entries in which some words follow one another. */
function inARow(postings: readonly string[], words: readonly (readonly [stem: string, form: string])[]): string {
  const [first, ...others] = words.map(
    ([stem, form]) => `(SELECT file_index AS segment, entry, position FROM ${read(postings)}
  WHERE stem = ${literal(stem)} AND form = ${literal(form)})`,
  )
  const joins = others.map((at, i) => {
    const next = `p${i + 1}`
    return `JOIN ${at} ${next} ON ${next}.segment = p0.segment AND ${next}.entry = p0.entry AND ${next}.position = p0.position + ${i + 1}`
  })
  return `SELECT p0.segment, p0.entry, count(*)::INTEGER AS n FROM ${first} p0 ${joins.join('\n')} GROUP BY ALL`
}

/** A condition on the columns of entries; for fields that postings answer, see {@link naming}. */
export function condition({ field, values, not }: Filter): string {
  if (field === 'after') return `e.published >= ${literal(values[0]!)}`
  if (field === 'before') return `e.published < ${literal(values[0]!)}`
  const column = field === 'kind' || field === 'outlet' ? `e.${field}` : `lower(e.${field})`
  const fits = `${column} IN (${values.map(literal).join(', ')})`
  return not ? `(${fits}) IS NOT TRUE` : fits
}
