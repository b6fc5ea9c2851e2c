/**
 * The commitments room: what was offered, promised, threatened or demanded, of whom, on what condition, by when, and what
 * the text says became of it. It stands on statements whose act commits and on nouns that name a commitment.
 */
import { describe, describeAll } from '../actors/index.ts'
import { mentionsOf, partiesIn } from '../events/index.ts'
import type { Commitment, Event, Span, Statement } from '../reading.ts'
import { type SpanIndex, spanIndex } from '../spans.ts'
import { type Scene, stagingOf } from '../statements/index.ts'
import { step } from '../step.ts'
import { namedIn } from './named.ts'
import { type Draught, statedBy } from './stated.ts'

export const commitmentsStep = step({
  name: 'commitments',
  requires: ['article', 'analysis', 'actors', 'statements', 'events'],
  provides: ['commitments'],
  run(given) {
    const { article, analysis, actors, statements, events } = given
    const mentions = mentionsOf(actors)
    const holders = spanIndex(statements, ({ content }) => content)
    const cued = spanIndex(statements, ({ cue }) => (cue ? [cue] : []))
    const byId = new Map(statements.map((it) => [it.id, it]))
    const commitments: Commitment[] = []
    for (const scene of stagingOf(analysis).scenes) {
      const own = statementsIn(scene, cued)
      const stated = own.flatMap((it) => statedBy(it, scene, mentions, article) ?? [])
      const stage = {
        scene,
        parties: partiesIn(scene, mentions),
        describe: (span: Span) => describe(span, given),
        describeAll: (span: Span) => describeAll(span, given),
      }
      const named = namedIn(stage, article).filter((it) => !stated.some((other) => overlap(it, other)))
      for (const draft of [...stated, ...named].sort((a, b) => a.about.start - b.about.start)) {
        const cue = draft.statement && byId.get(draft.statement)?.cue
        const event = cue && events.find((it) => tells(it, cue))
        const holder =
          draft.statement ?? holders.covering({ start: draft.about.start, end: draft.about.start + 1 }).at(-1)?.id
        commitments.push({
          id: `c${commitments.length + 1}`,
          ...draft,
          ...(holder && { statement: holder }),
          ...(event && { event: event.id }),
        })
      }
    }
    return { commitments }
  },
})

/** The statements whose cue stands in a sentence. */
const statementsIn = ({ tokens }: Scene, cued: SpanIndex<Statement>): Statement[] => [
  ...new Set(tokens.flatMap(({ start, end }) => cued.covering({ start, end }))),
]

/** Whether an event is told by the cue of the statement that makes a commitment. */
const tells = ({ trigger }: Event, cue: Span): boolean =>
  trigger.some(({ start }) => start >= cue.start && start < cue.end)

const overlap = (a: Draught, b: Draught) => a.about.start < b.about.end && b.about.start < a.about.end
