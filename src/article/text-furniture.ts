import { readTable } from '../lexicon.ts'

interface Furniture {
  id: string
  anywhere: boolean
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
    anywhere: row.where === 'any',
    whole: new RegExp(`^(?:${row.pattern})$`, 'i'),
    example: row.example,
  }))
  return loaded
}

/** Whether a block is the page's, not the article's. At an `edge` of the body every pattern counts. */
export function isFurniture(text: string, place: 'any' | 'edge'): boolean {
  if (text.length > MAX_FURNITURE) return false
  return furniturePatterns().some((it) => (it.anywhere || place === 'edge') && it.whole.test(text))
}
