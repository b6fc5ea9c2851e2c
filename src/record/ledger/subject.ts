/** What a commitment is about, as the stems of its words that say something, and how much two have in common. */
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

export type Weigh = (stem: string) => number

/** How rare a stem is among the subjects of a block: rare words tell subjects apart. Smoothed, for most blocks are small. */
export function weighing(subjects: readonly (readonly string[])[]): Weigh {
  const counts = new Map<string, number>()
  for (const stems of subjects) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return (stem) => Math.log(1 + (subjects.length + 20) / ((counts.get(stem) ?? 0) + 1))
}

/** The share of the lighter subject's weight that the other has too, from 0 to 1; one word in common is no subject. */
export function likeness(a: readonly string[], b: ReadonlySet<string>, weigh: Weigh): number {
  if (a.length === 0 || b.size === 0) return 0
  let [common, words, own, other] = [0, 0, 0, 0]
  for (const stem of a) {
    const weight = weigh(stem)
    own += weight
    if (!b.has(stem)) continue
    common += weight
    words += 1
  }
  for (const stem of b) other += weigh(stem)
  const lighter = Math.min(own, other)
  if (words < 2 && Math.min(a.length, b.size) > 1) return 0
  return lighter === 0 ? 0 : common / lighter
}
