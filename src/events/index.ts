/**
 * The events room: who did what to whom, in PLOVER and CAMEO. Patterns over the words of a sentence (lexicon/events) find
 * the deeds; an event inside what somebody says bears that statement, so that a claim is never kept as a fact.
 */
import { describe, describeAll } from '../actors/index.ts'
import type { Event, Statement } from '../reading.ts'
import { lengthOf, type SpanIndex, spanIndex } from '../spans.ts'
import { spanOf, stagingOf } from '../statements/index.ts'
import { step } from '../step.ts'
import { dayOf } from './dates.ts'
import { mentionOf, mentionsOf, partiesIn } from './parties.ts'
import { toldIn } from './told.ts'

export { dayIn } from './dates.ts'
export { firstFrom, mentionsOf, type Party, partiesIn } from './parties.ts'
export { codeOf } from './patterns.ts'
export { ownerOf, type Stage } from './stage.ts'

export const eventsStep = step({
  name: 'events',
  requires: ['article', 'analysis', 'actors', 'statements'],
  provides: ['events'],
  run(given) {
    const { article, analysis, actors, statements } = given
    const mentions = mentionsOf(actors)
    const year = article.published ? Number(article.published.slice(0, 4)) : undefined
    const holders = spanIndex(statements, ({ content }) => content)
    const events: Event[] = []
    for (const scene of stagingOf(analysis).scenes) {
      const told = toldIn({
        scene,
        parties: partiesIn(scene, mentions),
        year,
        speaker: (at) => claimHolding(at.start, holders)?.source ?? undefined,
        describe: (span) => describe(span, given),
        describeAll: (span) => describeAll(span, given),
      })
      const claims = told.map(({ from, to }) => claimHolding(spanOf(scene, from, to).start, holders))
      const main = Math.max(0, claims.indexOf(undefined))
      for (const [i, { code, source, target, from, to, factuality, rule, confidence }] of told.entries()) {
        const claim = claims[i]
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

/** The innermost statement in whose content a character stands. */
const claimHolding = (at: number, holders: SpanIndex<Statement>): Statement | undefined =>
  holders.covering({ start: at, end: at + 1 }).sort((a, b) => lengthOf(a.content) - lengthOf(b.content))[0]
