/** Lines that are furniture by what they say, as listed in lexicon/article/page-lines.tsv. */
import { readTable } from '../lexicon.ts'

/** A line or an ending that a page adds to its article. */
export interface Phrase {
  id: string
  where: 'any' | 'ending'
  /** In UTF-16 code units; a longer block is a paragraph that only begins alike. */
  longest: number
  pattern: RegExp
  example: string
}

let loaded: Phrase[] | undefined

/** Every phrase of the lexicon. */
export function pagePhrases(): readonly Phrase[] {
  loaded ??= readTable('article/page-lines.tsv', ['id', 'where', 'longest', 'case', 'pattern', 'example']).map(
    (row) => ({
      id: row.id,
      where: row.where === 'ending' ? 'ending' : 'any',
      longest: Number(row.longest),
      pattern: new RegExp(row.pattern, row.case === 'exact' ? 'u' : 'iu'),
      example: row.example,
    }),
  )
  return loaded
}

/** The id of the first phrase that a line is: of those that go wherever they stand, or of those that end an article. */
export function phraseOf(text: string, where: Phrase['where'] = 'any'): string | undefined {
  return pagePhrases().find(
    (phrase) => phrase.where === where && text.length <= phrase.longest && phrase.pattern.test(text),
  )?.id
}
