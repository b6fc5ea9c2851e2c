import type { Analysis } from '../language/index.ts'
import { attributedIn } from './attributed.ts'
import { withBareQuotations } from './bare.ts'
import type { Found } from './found.ts'
import { reportedIn } from './reported.ts'
import { stagingOf } from './scene.ts'

/** All statements of a text in order, speakers not yet resolved. */
export function findStatements(analysis: Analysis): Found[] {
  const { scenes, quotations } = stagingOf(analysis)
  const reported = scenes
    .flatMap((scene) => [...reportedIn(scene), ...attributedIn(scene)])
    .sort((a, b) => a.cue!.start - b.cue!.start)
  return withBareQuotations(analysis.text, reported, quotations)
}
