/**
 * The commitments room: what was offered, promised, threatened or demanded, of whom, on what condition, by when, and what
 * the text says became of it. It stands on statements whose act commits and on nouns that name a commitment.
 */
import { describe } from '../actors/index.ts'
import { mentionsOf, partiesIn } from '../events/index.ts'
import type { Commitment, Event, Statement } from '../reading.ts'
import { quotationsOf, type Scene, scenesOf } from '../statements/index.ts'
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
    const commitments: Commitment[] = []
    for (const scene of scenesOf(analysis, quotationsOf(analysis.text))) {
      const own = statements.filter((it) => it.cue && within(scene, it.cue.start))
      const stated = own.flatMap((it) => statedBy(it, scene, mentions, article) ?? [])
      const named = namedIn(
        { scene, parties: partiesIn(scene, mentions), describe: (span) => describe(span, given) },
        article,
      ).filter((it) => !stated.some((other) => overlap(it, other)))
      const drafts = [...stated, ...named].sort((a, b) => a.about.start - b.about.start)
      for (const draft of drafts)
        commitments.push({ id: `c${commitments.length + 1}`, ...linked(draft, statements, events) })
    }
    return { commitments }
  },
})

const within = ({ sentence }: Scene, at: number) => at >= sentence.start && at < sentence.end
const overlap = (a: Draught, b: Draught) => a.about.start < b.about.end && b.about.start < a.about.end

/** With the statement it stands in and the event that tells it. */
function linked(draft: Draught, statements: readonly Statement[], events: readonly Event[]): Draught {
  const at = draft.about.start
  const holder = statements.findLast((it) => it.content.some(({ start, end }) => start <= at && at < end))
  const maker = statements.find((it) => it.id === draft.statement)
  const event = events.find(
    (it) => maker?.cue && it.trigger.some(({ start }) => start >= maker.cue!.start && start < maker.cue!.end),
  )
  const statement = draft.statement ?? holder?.id
  return { ...draft, ...(statement && { statement }), ...(event && { event: event.id }) }
}
