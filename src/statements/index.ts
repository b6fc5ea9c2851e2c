/**
 * The statements room: who said what, and on whose word. Quotations and cues are found by rules over the words of a
 * sentence (`reported`, `attributed`, `bare`); then speakers are resolved with the actors room and nesting is told.
 */
import type { Statement, Warning } from '../reading.ts'
import type { Analysis } from '../language/index.ts'
import { attributedIn } from './attributed.ts'
import type { Found } from './found.ts'
import { quotationsOf } from './quotations.ts'
import { reportedIn } from './reported.ts'
import { scenesOf } from './scene.ts'

export { quotationsOf } from './quotations.ts'

export function statementsFound(analysis: Analysis, warn: (w: Warning) => void): Found[] {
  const quotations = quotationsOf(analysis.text, warn)
  return scenesOf(analysis, quotations).flatMap((scene) => [...reportedIn(scene), ...attributedIn(scene)])
}
export type { Statement }
