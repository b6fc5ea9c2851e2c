import { casual } from 'chrono-node'
import type { Scene } from '../statements/index.ts'

/** Only a sentence with one of these words can name a day. */
const timeWords =
  /^(?:yesterday|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)$/

/** The ISO day a sentence names, weekdays and the like counted from the article's date; undefined when it names none. */
export function dayOf({ text, sentence, lower }: Scene, published?: string, ahead = false): string | undefined {
  if (!lower.some((word) => timeWords.test(word))) return undefined
  return dayIn(text.slice(sentence.start, sentence.end), published, ahead)
}

/**
 * The first full day in some words: its year and month may come from the article's date. `ahead` counts "Friday" forward,
 * for deeds to come and deadlines; else it is the nearest one.
 */
export function dayIn(words: string, published?: string, ahead = false): string | undefined {
  // Noon UTC, so that no time zone moves the day.
  const reference = published
    ? { instant: new Date(`${published.slice(0, 10)}T12:00:00Z`), timezone: 'UTC' }
    : undefined
  for (const { start } of casual.parse(words, reference ?? { instant: new Date(0), timezone: 'UTC' }, {
    forwardDate: ahead,
  })) {
    const dated = start.isCertain('day') || start.isCertain('weekday')
    const anchored = reference || start.isCertain('year')
    if (dated && anchored) return isoOf(start.get('year')!, start.get('month')!, start.get('day')!)
  }
  return undefined
}

const isoOf = (year: number, month: number, day: number) =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
