/** Made-up readings for measuring the workbench: those that search is measured by, with whom each event is done to, and a commitment. */
import type { Commitment, Event, Mention, Reading } from '../src/reading.ts'
import { madeReadings } from './search/readings.ts'

const kinds = ['offer', 'promise', 'threat', 'demand', 'agreement', 'red-line'] as const
const outcomes = ['accepted', 'rejected', 'kept', 'broken', 'withdrawn', 'not-yet'] as const

/** Readings number `from` to `to`, the latter excluded; each depends on its number alone. */
export const servedReadings = (from: number, to: number): Reading[] =>
  madeReadings(from, to).map((it, n) => withMore(it, from + n))

function withMore(reading: Reading, n: number): Reading {
  const parties = reading.statements.map(({ source }) => source as Mention)
  const events = reading.events.map(
    (it, k): Event => ({ ...it, quad: (1 + ((n + k) % 4)) as Event['quad'], target: [parties[k + 7]!] }),
  )
  return { ...reading, events, commitments: [commitmentOf(reading, n)] }
}

/** What the third statement promises, and what a later one of the same article tells of it, in two articles of three. */
function commitmentOf({ statements, published }: Reading, n: number): Commitment {
  const [first, later] = [statements[2]!, statements[12]!]
  return {
    id: 'c1',
    kind: kinds[n % kinds.length]!,
    source: [first.source!],
    target: [statements[5]!.source!],
    about: first.content[0]!,
    history:
      n % 3 === 0
        ? []
        : [
            {
              status: outcomes[n % outcomes.length]!,
              date: published,
              evidence: later.content[0]!,
              statement: later.id,
            },
          ],
    statement: first.id,
    confidence: 0.8,
  }
}
