import { readTable } from '../lexicon.ts'
import { phraseOf } from './phrases.ts'

interface Furniture {
  id: string
  /** Wherever it stands, only around the body, or with all that is below it. */
  where: 'any' | 'edge' | 'end'
  whole: RegExp
  example: string
}

/** No furniture line is longer; a longer block is never tested. */
const MAX_FURNITURE = 320

let loaded: Furniture[] | undefined

/** The patterns of lexicon/article/furniture.tsv. */
export function furniturePatterns(): readonly Furniture[] {
  loaded ??= readTable('article/furniture.tsv', ['id', 'where', 'pattern', 'example']).map((row) => ({
    id: row.id,
    where: row.where as Furniture['where'],
    whole: new RegExp(`^(?:${row.pattern})$`, 'iu'),
    example: row.example,
  }))
  return loaded
}

/** Whether a block is the page's, not the article's. At an `edge` of the body every pattern counts. */
export function isFurniture(text: string, place: 'any' | 'edge'): boolean {
  return (
    phraseOf(text) !== undefined || matches(text, (where) => where === 'any' || (place === 'edge' && where === 'edge'))
  )
}

/** Whether a block ends an article: what stands below belongs to the page. */
export const isEnding = (text: string): boolean =>
  phraseOf(text, 'ending') !== undefined || matches(text, (where) => where === 'end')

const matches = (text: string, wanted: (where: Furniture['where']) => boolean): boolean =>
  text.length <= MAX_FURNITURE && furniturePatterns().some((it) => wanted(it.where) && it.whole.test(text))
