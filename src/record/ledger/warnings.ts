/** What to mind about a commitment of the ledger. */
import type { Entry } from './model.ts'
import { daysBetween, keysOf, targetOf } from './taken.ts'

/** A year: a deadline longer before its first report was read wrongly, or the report tells of something long past. */
const LONG = 366

/** Codes as in docs/errors.md, in a fixed order. */
export function warningsOf({ first, reports, steps }: Entry): string[] {
  const day = reports.find(({ published }) => published)?.published
  const deadline = reports.find((it) => it.deadline)?.deadline
  return [
    ...(reports.some(({ published }) => !published) ? ['W_LEDGER_NO_DAY'] : []),
    ...(keysOf(first.source).length === 0 ? ['W_LEDGER_NOBODY'] : []),
    ...(first.target.length > 0 && keysOf(first.target).length > 0 && targetOf(first) === undefined
      ? ['W_LEDGER_ITSELF']
      : []),
    ...(deadline && day && daysBetween(deadline, day) > LONG ? ['W_LEDGER_OLD_DEADLINE'] : []),
    ...(day && steps.some(({ date }) => date !== undefined && date < day) ? ['W_LEDGER_STEP_BEFORE'] : []),
  ]
}
