/** A reading without what it is not sure of. */
import type { Reading } from './reading.ts'

/**
 * The rows of a reading that are at least so sure, 0 to 1. What stands in a statement that is left out goes with it: without the
 * statement a claim would look like a fact.
 */
export function surerThan(reading: Reading, least: number): Reading {
  const unsure = new Set(reading.statements.filter(({ confidence }) => confidence < least).map(({ id }) => id))
  // A statement's holder may stand before or after it.
  for (let before = -1; before < unsure.size; ) {
    before = unsure.size
    for (const { id, within } of reading.statements) if (within !== undefined && unsure.has(within)) unsure.add(id)
  }
  const stands = ({ statement }: { statement?: string }) => statement === undefined || !unsure.has(statement)
  const isSure = (row: { confidence: number; statement?: string }) => row.confidence >= least && stands(row)
  const events = reading.events.filter(isSure)
  const kept = new Set(events.map(({ id }) => id))
  return {
    ...reading,
    statements: reading.statements.filter(({ id }) => !unsure.has(id)),
    events,
    commitments: reading.commitments.filter(isSure).map(({ event, ...it }) => ({
      ...it,
      ...(event !== undefined && kept.has(event) && { event }),
      history: it.history.filter(stands),
    })),
  }
}
