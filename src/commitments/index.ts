/**
 * The commitments room: what was offered, promised, threatened or demanded, of whom, on what condition, by when, and what
 * the text says became of it. Verbs (`verbal`), nouns (`named`, `pacts`), one's own future (`future`) and conditions and dates
 * (`conditional`) are read by words of lexicon/commitments; `later` ties what is said further on to what was read before.
 */
import { describe, describeAll } from '../actors/index.ts'
import { mentionsOf, partiesIn } from '../events/index.ts'
import type { Commitment, Event, Span, Statement } from '../reading.ts'
import { lengthOf, spanIndex } from '../spans.ts'
import { type Scene, stagingOf } from '../statements/index.ts'
import { step } from '../step.ts'
import { answersIn } from './answers.ts'
import { cleftIn } from './cleft.ts'
import { conditionsIn, consequencesIn, dueIn, redLinesIn, shouldIn } from './conditional.ts'
import { deadlinesIn } from './deadlines.ts'
import type { Draught, Ground } from './draught.ts'
import { futureIn } from './future.ts'
import { laterIn } from './later.ts'
import { namedIn } from './named.ts'
import { pactsIn } from './pacts.ts'
import { verbalIn } from './verbal.ts'
import { isUsed } from './words.ts'

/** Ways of reading a sentence; where two read the same words, the earlier stands. */
const ways = [
  redLinesIn,
  verbalIn,
  namedIn,
  pactsIn,
  deadlinesIn,
  cleftIn,
  conditionsIn,
  consequencesIn,
  futureIn,
  dueIn,
  shouldIn,
]

export const commitmentsStep = step({
  name: 'commitments',
  requires: ['article', 'analysis', 'actors', 'statements', 'events'],
  provides: ['commitments'],
  run(given) {
    const { article, analysis, actors, statements, events } = given
    const mentions = mentionsOf(actors)
    const holders = spanIndex(statements, ({ content }) => content)
    const cued = spanIndex(statements, ({ cue }) => (cue ? [cue] : []))
    const holderAt = ({ start }: Span): Statement | undefined =>
      holders.covering({ start, end: start + 1 }).sort((a, b) => lengthOf(a.content) - lengthOf(b.content))[0]
    const groundOf = (scene: Scene): Ground => ({
      stage: {
        scene,
        parties: partiesIn(scene, mentions),
        describe: (span) => describe(span, given),
        describeAll: (span) => describeAll(span, given),
        speaker: (at) => holderAt(at)?.source ?? undefined,
      },
      article,
      mentions,
      holderAt,
      cuedAt: ({ start, end }) => cued.covering({ start, end })[0],
    })
    const commitments: Commitment[] = []
    for (const scene of stagingOf(analysis).scenes) {
      const ground = groundOf(scene)
      const found: Draught[] = []
      for (const way of ways)
        for (const draught of way(ground)) if (!found.some((it) => isSame(it, draught))) found.push(draught)
      callRedLines(scene, found)
      laterIn(ground, found, commitments)
      answersIn(ground, found, commitments)
      for (const draught of found.sort((a, b) => a.about.start - b.about.start)) {
        const event = events.find((it) => tells(it, draught))
        const holder = draught.statement ?? holderAt(draught.about)?.id
        commitments.push({
          id: `c${commitments.length + 1}`,
          ...(holder && isLeaked(article.text, statements, holder) && { strength: 'leaked' as const }),
          ...draught,
          history: draught.history.map((it) => withWord(it, holderAt)),
          ...(holder && { statement: holder }),
          ...(event && { event: event.id }),
        })
      }
    }
    return { commitments }
  },
})

/** "red lines, including the envoy's vow that … if …": a conditional vow in a sentence that calls it one. */
function callRedLines({ lower }: Scene, found: Draught[]): void {
  if (!lower.some((word, i) => word === 'red' && /^lines?$/.test(lower[i + 1] ?? ''))) return
  for (const it of found) if (it.condition && /^(?:promise|threat)$/.test(it.kind)) it.kind = 'red-line'
}

/** "according to a leaked proposal": whether a statement, or one that it is reported in, is read in a paper that leaked. */
function isLeaked(text: string, statements: readonly Statement[], id: string): boolean {
  const said = statements.find((it) => it.id === id)
  if (!said) return false
  const { source, sourcing, within } = said
  const words =
    source && sourcing === 'document'
      ? text
          .slice(source.start, source.end)
          .toLowerCase()
          .split(/\P{L}+/u)
      : []
  return words.some((word) => isUsed(word, 'leaked')) || (within !== undefined && isLeaked(text, statements, within))
}

/** A step with the statement that says so, when it stands in one. */
export const withWord = (
  it: Commitment['history'][number],
  holderAt: Ground['holderAt'],
): Commitment['history'][number] => {
  const word = it.statement ?? holderAt(it.evidence)?.id
  return word ? { ...it, statement: word } : it
}

/** Whether an event is told by the words that make a commitment. */
const tells = ({ trigger }: Event, { history: [first] }: Draught): boolean =>
  trigger.some(({ start, end }) => first!.evidence.start < end && start < first!.evidence.end)

/** Two readings of the same words. */
const isSame = (a: Draught, b: Draught) =>
  overlap(a.about, b.about) ||
  overlap(a.history[0]!.evidence, b.about) ||
  overlap(a.history[0]!.evidence, b.history[0]!.evidence)

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end
