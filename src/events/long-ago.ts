/** Whether a deed's clause places it long before the article: "in 1974", "the 1974 invasion", "decades ago". */
import type { Scene } from '../statements/index.ts'
import { clauseOf } from './tree.ts'

/** A year this much before the article's makes its deed historical. */
const HISTORICAL_YEARS = 2
/** Where no date of the article is known, only a year before this counts as long ago. */
const KNOWN_PAST = 2000

/** Place of the word that says so. `isTime` tells the nouns ("decade", "cold war") that name a time long gone. */
export function longAgo(
  scene: Scene,
  deed: number,
  year: number | undefined,
  isTime: (word: string) => boolean,
): number | undefined {
  const { lower, tokens } = scene
  const clause = clauseOf(scene, deed)
  const at = lower.findIndex((word, i) => {
    const old = isOldYear(lower, i, year) || isDecade(word)
    const named = isTime(`${word} ${lower[i + 1]}`) || (isTime(tokens[i]!.lemma) && isPast(lower, i))
    return (old || named) && clauseOf(scene, i) === clause
  })
  return at < 0 ? undefined : at
}

function isOldYear(lower: readonly string[], i: number, year: number | undefined): boolean {
  if (!/^(?:1[5-9]|20)\d\d$/.test(lower[i]!)) return false
  // "since 1974" goes on; "a $1,974 fine" and "1974 soldiers" are no years.
  const dated = /^(?:in|during|of|from|the|back|early|late|between|and)$/.test(lower[i - 1] ?? '') || isMonth(lower, i)
  return dated && Number(lower[i]) <= (year === undefined ? KNOWN_PAST : year - HISTORICAL_YEARS)
}

const isMonth = (lower: readonly string[], i: number) =>
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(lower[i - 1] ?? '')

/** "the 1980s". */
const isDecade = (word: string) => /^(?:1[5-9]\d|200)0s$/.test(word)

/** "decades ago", "in the last century", and no "for decades". */
const isPast = (lower: readonly string[], i: number) =>
  lower[i + 1] === 'ago' ||
  lower[i + 1] === 'earlier' ||
  /^(?:last|previous|\d+th|nineteenth|twentieth|eighteenth)$/.test(lower[i - 1] ?? '')
