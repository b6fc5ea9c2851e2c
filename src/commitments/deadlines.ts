/** Deadlines that were met, missed or moved: "let pass a deadline for withdrawing its tanks", "was done a day before the deadline". */
import { childrenIn, factualityOf, mentionOf, subjectOf, subjectParties, treeOf } from '../events/index.ts'
import type { Status } from '../reading.ts'
import { clauseEnd, type Scene, spanOf } from '../statements/index.ts'
import { type Draught, dated, type Ground, termsAt } from './draught.ts'
import { outcomeOf } from './outcomes.ts'
import { deadlineDay } from './terms.ts'
import { readWhere } from './where.ts'

const CONFIDENCE = 0.5

/** The deadlines of a sentence of which it says what became, as demands on whoever was to keep them; nobody is told to have set them. */
export const deadlinesIn = (ground: Ground): Draught[] =>
  readWhere(
    ground.stage.scene.tokens,
    ({ lemma, upos }) => upos === 'NOUN' && lemma === 'deadline',
    (at) => deadlineAt(ground, at),
  )

interface Told {
  status: Status
  /** The verb that says so. */
  token: number
  rule: string
  /** Where what was to be done stands, when beside the deadline nothing says it. */
  about: [from: number, to: number]
}

function deadlineAt(ground: Ground, at: number): Draught | undefined {
  const { stage, article } = ground
  const { scene } = stage
  const told = treated(scene, at) ?? aheadOf(scene, at)
  if (!told) return undefined
  const opener = scene.lower[at + 1] ?? ''
  const end = clauseEnd(scene, at)
  const named = /^(?:for|to)$/.test(opener) && end > at + 2
  const [from, to] = named ? [at + 1, end] : told.about
  const { about } = termsAt(ground, scene, from, Math.max(to, from + 1))
  const evidence = spanOf(scene, Math.min(told.token, at), Math.max(told.token, at) + 1)
  const due = dateOf(ground, at)
  return {
    kind: 'demand',
    source: [],
    target: subjectParties(stage, told.token).map(mentionOf).slice(0, 1),
    about,
    ...(due && { deadline: due }),
    history: [{ status: told.status, evidence, ...dated(article), rule: told.rule }],
    confidence: CONFIDENCE,
    rule: 'deadline',
  }
}

/** "met the first deadline it was given": what the verb that governs it says became of it. */
function treated(scene: Scene, at: number): Told | undefined {
  const outcome = outcomeOf(scene, at)
  if (!outcome || !/^(?:kept|broken|lapsed|renewed)\.object$/.test(outcome.rule)) return undefined
  const from = Math.min(at, ...childrenIn(treeOf(scene), at, /^(?:det|amod|compound|nmod:poss|nummod)$/))
  return { ...outcome, about: [from, clauseEnd(scene, at)] }
}

/** "has been put out of action, a day before the deadline": done in time. "before the deadline" alone may be still to come. */
function aheadOf(scene: Scene, at: number): Told | undefined {
  const { lower, tokens } = scene
  const ahead = lower.slice(Math.max(0, at - 6), at).join(' ')
  if (!/\b(?:days?|weeks?|months?|hours?|well|just|shortly) (?:before|ahead of) (?:\S+ ){0,2}$/.test(`${ahead} `))
    return undefined
  const tree = treeOf(scene)
  let verb = tree.heads[at] ?? -1
  for (let steps = 0; verb >= 0 && tokens[verb]!.upos !== 'VERB' && steps < 4; steps++) verb = tree.heads[verb]!
  if (verb < 0 || verb > at || tokens[verb]!.upos !== 'VERB') return undefined
  // "said": what is said to be done stands below it.
  const done = childrenIn(tree, verb, /^(?:ccomp|parataxis)$/).find((it) => it < at) ?? verb
  if (!/^VB[DN]$/.test(tokens[done]!.xpos) || factualityOf(scene, done).factuality !== 'asserted') return undefined
  const subject = subjectOf(scene, done)
  if (subject === undefined || subject > done) return undefined
  const first = Math.min(subject, ...childrenIn(tree, subject, /^(?:det|amod|compound|nmod:poss)/))
  return { status: 'kept', token: done, rule: 'kept.ahead', about: [first, done + 1] }
}

/** "the deadline of November 1", "the Friday deadline" is left. */
function dateOf({ stage, article }: Ground, at: number): Draught['deadline'] {
  const { lower } = stage.scene
  if (lower[at + 1] !== 'of') return undefined
  const span = spanOf(stage.scene, at + 2, Math.min(at + 5, stage.scene.tokens.length))
  const words = /^\p{L}+\s+\d{1,2}(?:,?\s+\d{4})?|^\p{L}+day|^noon|^midnight/u.exec(
    article.text.slice(span.start, span.end),
  )?.[0]
  if (!words) return undefined
  const date = deadlineDay(`by ${words}`, article.published)
  return { start: span.start, end: span.start + words.length, ...(date && { date }) }
}
