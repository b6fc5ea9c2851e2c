/** A query as SQL over the tables entries and postings. */

import { literal } from '../values.ts'
import { wordsOf } from '../words.ts'
import type { TermField } from './entries.ts'
import type { Filter, Words } from './query.ts'
import { stemOf } from './stem.ts'

/** BM25 (Robertson and Zaragoza 2009, "The probabilistic relevance framework"), with the constants that they give as usual. */
const K1 = 1.2
const B = 0.75

/**
 * The score of an entry: BM25 over the words asked for, joined as w0, w1, …
 *
 * @param found in how many entries each word was found
 * @param size how many entries there are
 * @param length how many words they hold on average
 */
export function score(found: readonly number[], size: number, length: number): string {
  const parts = found.map((count, i) => {
    const idf = Math.log(1 + (size - count + 0.5) / (count + 0.5))
    return `${idf} * w${i}.n * ${K1 + 1} / (w${i}.n + ${K1 * (1 - B)} + ${(K1 * B) / length} * e.words)`
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

/** Entries that hold a word: segment (number of the file), entry, n (how often). */
export function holding({ postings }: Files, { is, forms }: Words): string {
  if (is === 'phrase') return inARow(postings, 'text', forms)
  return `SELECT file_index AS segment, entry, count(*)::INTEGER AS n FROM ${read(postings)}
WHERE field = 'text' AND stem = ${literal(stemOf(forms[0]!))} GROUP BY ALL`
}

/** Entries with somebody of a name, or of a country or an id. */
export function naming({ postings }: Files, field: TermField, value: string): string {
  const forms = wordsOf(value).map(({ form }) => form)
  const byWords = inARow(postings, field, forms)
  // Ids of actors have hyphens, names of people sometimes.
  const id = value.toLowerCase()
  if (forms.length < 2 || !/^[a-z0-9-]+$/.test(id)) return byWords
  return `${byWords} UNION BY NAME ${inARow(postings, field, [id])}`
}

/** Entries in which some forms follow one another. */
function inARow(postings: readonly string[], field: TermField, forms: readonly string[]): string {
  const at = (form: string) => {
    const stem = field === 'text' ? stemOf(form) : form
    return `SELECT file_index AS segment, entry, position FROM ${read(postings)}
  WHERE field = '${field}' AND stem = ${literal(stem)} AND form = ${literal(form)}`
  }
  const joins = forms
    .slice(1)
    .map(
      (form, i) =>
        `JOIN (${at(form)}) p${i + 1} ON p${i + 1}.segment = p0.segment AND p${i + 1}.entry = p0.entry AND p${i + 1}.position = p0.position + ${i + 1}`,
    )
  return `SELECT p0.segment, p0.entry, count(*)::INTEGER AS n FROM (${at(forms[0]!)}) p0 ${joins.join(' ')} GROUP BY ALL`
}

/** A condition on the columns of entries; for fields that postings answer, see {@link naming}. */
export function condition({ field, values, not }: Filter): string {
  if (field === 'after') return `e.published >= ${literal(values[0]!)}`
  if (field === 'before') return `e.published < ${literal(values[0]!)}`
  const column = field === 'kind' || field === 'outlet' ? `e.${field}` : `lower(e.${field})`
  const fits = `${column} IN (${values.map(literal).join(', ')})`
  return not ? `(${fits}) IS NOT TRUE` : fits
}
