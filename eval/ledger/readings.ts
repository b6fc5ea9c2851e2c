/**
 * As many readings as are wanted, made of real ones: other days, other countries for half of them, and every second word replaced by
 * another of its length, so that offsets hold and subjects differ. Without sentences, places of names
 * and statements that nothing of it stands on, which the ledger does not read.
 */
import type { Mention, Reading } from '../../src/reading.ts'
import { wordsByLength } from '../bench-add.ts'
import { type Random, random } from '../random.ts'

const countries =
  'USA GBR FRA DEU RUS CHN IND BRA ZAF NGA EGY TUR SYR IRN ISR SAU JPN KOR PRK UKR POL ESP ITA MEX CAN AUS PAK AFG IRQ LBY'.split(
    ' ',
  )
const DAY = 86_400_000
const FIRST = Date.UTC(2024, 0, 1)

/** The day of the n-th of some readings, so many a day. */
const dayOf = (n: number, aDay: number): string =>
  new Date(FIRST + Math.floor(n / aDay) * DAY).toISOString().slice(0, 10)

/** Makes the n-th reading. */
export function variation(real: readonly Reading[], aDay: number): (n: number) => Reading {
  const byLength = wordsByLength(real)
  return (n) => {
    const reading = real[n % real.length]!
    const chance = random(n)
    const text = reading.text.replace(/\p{L}+/gu, (word) =>
      chance.next() < 0.5 ? chance.of(byLength.get(word.length)!) : word,
    )
    const move = moving(chance)
    const day = dayOf(n, aDay)
    const told = new Set(
      [...reading.commitments.flatMap(({ history }) => history), ...reading.events].map(({ statement }) => statement),
    )
    return {
      ...reading,
      id: `${n}`,
      text,
      published: day,
      sentences: [],
      actors: reading.actors.map((it) => ({ ...it, ...move(it), mentions: [] })),
      statements: reading.statements
        .filter(({ id }) => told.has(id))
        .map((it) => ({ ...it, source: it.source && moved(it.source, move) })),
      events: reading.events.map((it) => ({
        ...it,
        source: it.source.map((one) => moved(one, move)),
        target: it.target.map((one) => moved(one, move)),
      })),
      commitments: reading.commitments.map((it) => ({
        ...it,
        source: it.source.map((one) => moved(one, move)),
        target: it.target.map((one) => moved(one, move)),
        history: it.history.map((step) => ({ ...step, date: day })),
      })),
    }
  }
}

type Move = (who: { country?: string; actor?: string; id?: string }) => { country?: string }

/** Half of the readings are of other countries, all moved alike. */
function moving(chance: Random): Move {
  const by = chance.next() < 0.5 ? 0 : chance.between(1, countries.length - 1)
  return ({ country }) => {
    const at = country === undefined ? -1 : countries.indexOf(country)
    return at < 0 ? {} : { country: countries[(at + by) % countries.length]! }
  }
}

/** A state's id goes with its country. */
function moved(mention: Mention, move: Move): Mention {
  const { country } = move(mention)
  if (country === undefined) return mention
  const isState = mention.actor !== undefined && mention.actor === mention.country?.toLowerCase()
  return { ...mention, country, ...(isState && { actor: country.toLowerCase() }) }
}
