/**
 * The events room: who did what to whom, in PLOVER and CAMEO. Patterns over the words of a sentence (lexicon/events) find
 * the deeds; an event inside what somebody says bears that statement, so that a claim is never kept as a fact.
 */
import { describe, describeAll } from '../actors/index.ts'
import type { Event, Statement } from '../reading.ts'
import { lengthOf, type SpanIndex, spanIndex } from '../spans.ts'
import { spanOf, stagingOf } from '../statements/index.ts'
import { type Draft, step } from '../step.ts'
import { dayOf } from './dates.ts'
import { decide } from './decide.ts'
import { mentionOf, mentionsOf, partiesIn } from './parties.ts'
import type { Stage } from './stage.ts'
import { toldIn } from './told.ts'
import { type Judge, ownJudge } from './weights.ts'

export { dayIn } from './dates.ts'
export { firstFrom, mentionsOf, type Party, partiesIn } from './parties.ts'
export { ownerOf, type Stage } from './stage.ts'


export type Given = Readonly<Pick<Draft, 'article' | 'analysis' | 'actors' | 'statements'>>

/** The sentences of an article as the patterns see them. */
export function stagesOf(given: Given): Stage[] {
  const { article, analysis, actors, statements } = given
  const mentions = mentionsOf(actors)
  const year = article.published ? Number(article.published.slice(0, 4)) : undefined
  const holders = spanIndex(statements, ({ content }) => content)
  return stagingOf(analysis).scenes.map((scene) => ({
    scene,
    parties: partiesIn(scene, mentions),
    year,
    speaker: (at) => claimHolding(at.start, holders)?.source ?? undefined,
    describe: (span) => describe(span, given),
    describeAll: (span) => describeAll(span, given),
  }))
}

/** The step with weights of one's own, as the measuring has them; `undefined` leaves the patterns alone. */
export const eventsStepWith = (judge: () => Judge | undefined) =>
  step({
    name: 'events',
    requires: ['article', 'analysis', 'actors', 'statements'],
    provides: ['events'],
    run(given) {
      const { article, statements } = given
      const holders = spanIndex(statements, ({ content }) => content)
      const events: Event[] = []
      const judged = judge()
      for (const stage of stagesOf(given)) {
        const { scene } = stage
        const { told, main } = judged ? decide(stage, toldIn(stage), judged) : { told: toldIn(stage), main: 0 }
        for (const [i, { code, source, target, from, to, factuality, rule, confidence }] of told.entries()) {
          const claim = claimHolding(spanOf(scene, from, to).start, holders)
          const date = dayOf(scene, article.published, factuality === 'future')
          events.push({
            id: `e${events.length + 1}`,
            type: code.type,
            ...(code.mode && { mode: code.mode }),
            contexts: code.contexts,
            cameo: code.cameo,
            goldstein: code.goldstein,
            quad: code.quad,
            source: source.map(mentionOf),
            target: target.map(mentionOf),
            trigger: [spanOf(scene, from, to)],
            factuality,
            ...(claim && { statement: claim.id }),
            ...(date && { date }),
            primary: i === main,
            confidence,
            rule,
          })
        }
      }
      return { events }
    },
  })

export const eventsStep = eventsStepWith(ownJudge)

/** The innermost statement in whose content a character stands. */
const claimHolding = (at: number, holders: SpanIndex<Statement>): Statement | undefined =>
  holders.covering({ start: at, end: at + 1 }).sort((a, b) => lengthOf(a.content) - lengthOf(b.content))[0]
