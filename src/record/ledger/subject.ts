/** What a commitment is about, as the stems of its words that say something, and how much two have in common. */
import { readTable } from '../../lexicon.ts'
import { stemOf } from '../search/stem.ts'

const empty = new Set(
  `a about after again against all also am an and any are as at be been before being both but by can could did do does doing done due during each every few for
  from further given had has have having he her here his how i if in into is it its itself just may me might more most must my never new no nor not now of off on
  once only or other our out over own same she should so some such than that the their them then there these they this those through to too under unless until
  up very was we were what when where which while who whom whose why will with within without would yes yet you your offer promise threat demand proposal pledge vow
  agreement deal plan accord pact red line monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december yesterday today tomorrow week month year day`
    .split(/\s+/)
    .map(stemOf),
)

/** The stems of a text's words that say something, in order, each once. */
export function stemsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? []
  const stems = new Set<string>()
  for (const word of words.slice(0, MAX_WORDS)) {
    const stem = stemOf(word.replace(/[’']s$/, ''))
    if (stem.length > 1 && !empty.has(stem)) stems.add(stem)
  }
  return [...stems]
}

/** A subject longer than this is a slip of the reading; its first words say enough. */
const MAX_WORDS = 60

let weights: Map<string, number> | undefined

/** How much a stem tells of a subject, from 0.1 to 1: rare words tell subjects apart (lexicon/record/common-stems.tsv). */
export function weightOf(stem: string): number {
  weights ??= new Map(
    readTable('record/common-stems.tsv', ['stem', 'weight']).map((row) => [row.stem, Number(row.weight)]),
  )
  return weights.get(stem) ?? 1
}

export const weightOfAll = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + weightOf(stem), 0)

/** How much of the first has a place in the second, from 0 to 1, and in how many words. */
export function coverage(a: readonly string[], b: ReadonlySet<string>): { share: number; words: number } {
  const common = a.filter((stem) => b.has(stem))
  const whole = weightOfAll(a)
  return { share: whole === 0 ? 0 : weightOfAll(common) / whole, words: common.length }
}

/** One word in common is no subject, unless one of the two has no more. */
export const isSubject = (words: number, a: number, b: number): boolean =>
  words >= 2 || (words === 1 && Math.min(a, b) === 1)

/** The share of the lighter subject's weight that the other has too, from 0 to 1. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const { share, words } = coverage(a, new Set(b))
  const [own, other] = [weightOfAll(a), weightOfAll(b)]
  return isSubject(words, a.length, b.length) ? (share * own) / Math.min(own, other) : 0
}
