/**
 * The events room: who did what to whom, in PLOVER and CAMEO or in a user's own ontology. Patterns over the words of a sentence
 * (lexicon/events) find the deeds; an event inside what somebody says bears that statement, so that a claim is never kept as a fact.
 */
import { describe, describeAll, headOf } from '../actors/index.ts'
import type { Actor, Event, Span, Statement } from '../reading.ts'
import { lengthOf, type SpanIndex, spanIndex } from '../spans.ts'
import { type Scene, spanOf, stagingOf } from '../statements/index.ts'
import { type Draft, step } from '../step.ts'
import { cameoOf } from './codes.ts'
import { contextsOf } from './contexts.ts'
import { dayOf, dayOfReport } from './dates.ts'
import { decideAll } from './decide.ts'
import { fieldOf } from './elsewhere.ts'
import type { Noting } from './note.ts'
import { olderName } from './older.ts'
import { type Ontology, plover } from './ontology.ts'
import { mentionOf, mentionsOf, partiesIn } from './parties.ts'
import { placeOf } from './place.ts'
import type { Matching } from './stage.ts'
import type { Told } from './tell.ts'
import { type Judge, ownJudge } from './weights.ts'

export { dayIn, dayOfReport } from './dates.ts'
export { factualityOf } from './factuality.ts'
export type { Frame, Note, Noting } from './note.ts'
export { type Ontology, ontologyIn, plover } from './ontology.ts'
export { type OwnEvents, ownEvents } from './own.ts'
export { coordinated, firstFrom, mentionOf, mentionsOf, type Party, partiesIn } from './parties.ts'
export { agentParties, ownerOf, type Stage, subjectParties } from './stage.ts'
export { childrenIn, subjectOf, treeOf } from './tree.ts'

export interface EventOptions {
  /** A user's own, as `ontologyIn` reads it; PLOVER when absent. */
  ontology?: Ontology
  /** 18 names the types as PLOVER did before 2021. */
  names?: 16 | 18
  /** Is told of every pattern that was tried. */
  note?: Noting
  /** Weights of one's own, as the measuring has them; `() => undefined` leaves the patterns alone. */
  judge?: () => Judge | undefined
}

export type Given = Readonly<Pick<Draft, 'article' | 'analysis' | 'actors' | 'statements'>>

/** The sentences of an article as the patterns see them. */
export function matchingsOf(given: Given, ontology: Ontology, note?: Noting): Matching[] {
  const { article, analysis, actors, statements } = given
  const mentions = mentionsOf(actors)
  const today = dayOfReport(article.text, article.published)
  const strangers = strangersAmong(actors)
  const holders = spanIndex(statements, ({ content }) => content)
  return stagingOf(analysis).scenes.map((scene) => ({
    scene,
    parties: partiesIn(scene, mentions),
    ...(today && { year: Number(today.slice(0, 4)) }),
    speaker: (at) => claimHolding(at.start, holders)?.source ?? undefined,
    describe: (span) => describe(span, given),
    describeAll: (span) => describeAll(span, given).filter((it) => it.country || !isThing(it, given)),
    ontology,
    strangers,
    ...(note && { note }),
  }))
}

export const eventsStepWith = ({ ontology, names = 16, note, judge = ownJudge }: EventOptions = {}) =>
  step({
    name: 'events',
    requires: ['article', 'analysis', 'actors', 'statements'],
    provides: ['events'],
    run(given) {
      const { article, statements } = given
      const used = ontology ?? plover()
      const judged = used === plover() ? judge() : undefined
      const today = dayOfReport(article.text, article.published)
      const holders = spanIndex(statements, ({ content }) => content)
      const matchings = matchingsOf(given, used, note)
      const scenes = matchings.map(({ scene }) => scene)
      const decided = decideAll(matchings, judged)
      if (decided.every(({ told }) => told.length === 0) || fieldOf(scenes, used.contexts)) return { events: [] }
      const contexts = contextsOf(scenes, used.contexts)
      const events: Event[] = []
      for (const [s, scene] of scenes.entries()) {
        const { told, main } = decided[s]!
        for (const [i, it] of told.entries()) {
          const claim = claimHolding(spanOf(scene, it.from, it.to).start, holders)
          events.push({
            id: `e${events.length + 1}`,
            ...coded(it, contexts[s]!, names),
            ...placed(it, scene, (span) => describe(span, given), today),
            ...(claim && { statement: claim.id }),
            primary: i === main,
            confidence: it.confidence,
            rule: it.rule,
          })
        }
      }
      return { events }
    },
  })

export const eventsStep = eventsStepWith()

/** Whether a phrase names a deed or a thing and nobody: "the invasion", "the drones". */
const isThing = (span: Span, given: Parameters<typeof headOf>[1]): boolean =>
  /^(?:deed|thing)$/.test(headOf(span, given)?.role?.kind ?? '')

const strangersAmong = (actors: readonly Actor[]): Set<string> =>
  new Set(
    actors
      .filter(({ kind, country, sector }) => kind !== 'state' && kind !== 'unnamed' && !country && !sector)
      .filter(({ id }) => id.startsWith('x-'))
      .map(({ id }) => id),
  )

/** What a deed is, and who did it to whom. */
function coded({ code, source, target }: Told, contexts: readonly string[], names: 16 | 18) {
  const cameo = cameoOf(code)
  return {
    type: names === 18 ? olderName(code.type, cameo) : code.type,
    ...(code.mode && { mode: code.mode }),
    contexts: [...new Set([...code.contexts, ...contexts])],
    ...(cameo && { cameo }),
    goldstein: code.goldstein,
    quad: code.quad,
    source: source.map(mentionOf),
    target: target.map(mentionOf),
  }
}

/** Where in the text it is told, as done or not, when and where it happened. */
function placed(
  { from, to, at, factuality }: Told,
  scene: Scene,
  described: Parameters<typeof placeOf>[2],
  today?: string,
) {
  const date = dayOf(scene, at, today, factuality === 'future')
  const place = placeOf(scene, at, described)
  return {
    trigger: [spanOf(scene, from, to)] satisfies Span[],
    factuality,
    ...(date && { date }),
    ...(place && { place }),
  }
}

/** The innermost statement in whose content a character stands. */
const claimHolding = (at: number, holders: SpanIndex<Statement>): Statement | undefined =>
  holders.covering({ start: at, end: at + 1 }).sort((a, b) => lengthOf(a.content) - lengthOf(b.content))[0]
