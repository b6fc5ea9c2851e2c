/** Threats by consequence ("there would be serious consequences if …"), red lines, and what is due by a date. */
import { childrenIn, mentionOf, subjectOf, subjectParties, treeOf } from '../events/index.ts'
import type { Mention } from '../reading.ts'
import { clauseEnd, type Scene, spanOf } from '../statements/index.ts'
import { type Draught, dated, type Ground, targetIn, termsAt } from './draught.ts'
import { termsOf } from './terms.ts'
import { readWhere } from './where.ts'
import { isUsed } from './words.ts'

const CONFIDENCE = { redLine: 0.8, consequence: 0.5, due: 0.6 }

/** "… would be a red line for us", on the word of whoever draws it. */
export function redLinesIn(ground: Ground): Draught[] {
  const { stage, article, mentions } = ground
  const { scene, parties } = stage
  const { lower, tokens } = scene
  const at = lower.findIndex((word, i) => word === 'red' && /^lines?$/.test(lower[i + 1] ?? ''))
  if (at < 0 || !isDrawn(lower, at)) return []
  const line = spanOf(scene, at, at + 2)
  const drawer = ground.holderAt(line)?.source ?? drawerOf(ground, at)
  if (!drawer) return []
  const from = aboutFrom(scene, at)
  const terms = termsAt(ground, scene, from, Math.max(from + 1, at + 2))
  const target = parties.filter((it) => it.from < at && it.actor !== drawer.actor).map(mentionOf)
  return [
    {
      kind: 'red-line',
      source: [drawer],
      target: target.slice(-1),
      ...terms,
      ...(!terms.condition && conditionOf(ground, scene)),
      history: [
        { status: 'open', evidence: { start: tokens[at]!.start, end: tokens[at + 1]!.end }, ...dated(article) },
      ],
      confidence: CONFIDENCE.redLine,
      rule: 'red-line',
    } satisfies Draught,
  ].filter(() => mentions.length > 0)
}

/** A line is drawn, or is one; "another red line mirage" is none. */
const isDrawn = (lower: readonly string[], at: number) =>
  lower.slice(Math.max(0, at - 6), at).some((word) => drawing.test(word))
const drawing = /^(?:be|is|was|are|were|draws?|drew|drawn|sets?|declared?|cross(?:es|ed)?|lays?|laid)$/

/** "Obama drew a red line": who does it, where nobody says so; "a red line for Turkey": whose it is. */
function drawerOf({ stage }: Ground, at: number): Mention | undefined {
  const { scene, parties } = stage
  const tree = treeOf(scene)
  const verb = tree.heads[at + 1] ?? -1
  const draws = verb >= 0 && /^(?:draw|set|declare|announce|cross)$/.test(scene.tokens[verb]!.lemma)
  const subject = draws ? subjectParties(stage, verb)[0] : undefined
  if (subject && scene.tokens[verb]!.lemma !== 'cross') return mentionOf(subject)
  const own = parties.find((it) => it.from >= at + 3 && it.from <= at + 4 && scene.lower[at + 2] === 'for')
  return own && mentionOf(own)
}

/** Where what would be a red line begins: after "that", else with the clause. */
function aboutFrom({ lower, quotation }: Scene, at: number): number {
  const that = lower.lastIndexOf('that', at)
  if (that >= 0) return that + 1
  let from = at
  while (from > 0 && !/^[,;:]$/.test(lower[from - 1]!) && quotation[from - 1] === quotation[at]) from -= 1
  return lower[from] === 'red' ? 0 : from
}

const conditionOf = ({ article }: Ground, scene: Scene) => {
  const { condition } = termsOf(article.text, scene.sentence, article.published)
  return condition && { condition }
}

/** "warned of repercussions", "would face measures if it did not comply": on the word of whoever threatens. */
export function consequencesIn(ground: Ground): Draught[] {
  const { scene } = ground.stage
  return readWhere(
    scene.tokens,
    ({ lemma, upos }) => upos === 'NOUN' && isUsed(lemma, 'consequence'),
    (at) => consequenceAt(ground, at),
  )
}

function consequenceAt(ground: Ground, at: number): Draught | undefined {
  const { stage, article, mentions } = ground
  const { scene } = stage
  const here = spanOf(scene, at, at + 1)
  const statement = ground.holderAt(here)
  if (!statement?.source || !statement.cue || !/^(?:warn|threaten|say|promise|vow|announce)$/.test(statement.act))
    return undefined
  const from = scene.tokens.findIndex(({ start }) => start >= statement.content[0]!.start)
  if (from < 0 || from > at) return undefined
  const end = clauseEnd(scene, at)
  const terms = termsAt(ground, scene, from, Math.max(end, at + 1))
  // Whoever only says so must name the condition; whoever warns need not.
  const words = scene.lower.slice(from, at + 1)
  const future = words.some((word) => /^(?:will|would|could|face|’ll)$/.test(word))
  if (statement.act !== 'warn' && !(terms.condition && future)) return undefined
  if (statement.act === 'warn' && !future && from !== at && scene.lower[at - 1] !== 'of' && scene.lower[from] !== 'of')
    return undefined
  return {
    kind: 'threat',
    source: [statement.source],
    target: targetIn(mentions, terms.about, [statement.source]),
    ...terms,
    history: [{ status: 'open', evidence: statement.cue, ...dated(article) }],
    statement: statement.id,
    confidence: CONFIDENCE.consequence,
    rule: 'threat.consequence',
  }
}

/** "Assad should go, the leaders said": what somebody says that another must do. */
export function shouldIn(ground: Ground): Draught[] {
  const { scene } = ground.stage
  return readWhere(
    scene.lower,
    (word) => word === 'should' || word === 'must',
    (at) => shouldAt(ground, at),
  )
}

function shouldAt(ground: Ground, modal: number): Draught | undefined {
  const { stage, article } = ground
  const { scene, parties } = stage
  const tree = treeOf(scene)
  const verb = tree.heads[modal]!
  if (verb < modal || scene.tokens[verb]?.upos !== 'VERB') return undefined
  const statement = ground.holderAt(spanOf(scene, verb, verb + 1))
  const subject = subjectOf(scene, verb)
  const told = subject === undefined ? undefined : parties.find((it) => it.from <= subject && subject < it.to)
  const source = statement?.source
  if (!source || !told || !isOfficial(told) || !isOfficial(source) || told.country === source.country) return undefined
  const end = clauseEnd(scene, modal)
  return {
    kind: 'demand',
    source: [source],
    target: [mentionOf(told)],
    ...termsAt(ground, scene, modal, Math.max(end, verb + 1)),
    history: [{ status: 'open', evidence: spanOf(scene, modal, verb + 1), ...dated(article) }],
    statement: statement!.id,
    confidence: CONFIDENCE.consequence,
    rule: 'demand.should',
  }
}

const isOfficial = ({ country, sector }: Mention) => country !== undefined && /^(?:GOV|MIL|LEG)$/.test(sector ?? 'GOV')

/** "The plan could work only if they gave up force, he said": a condition that somebody sets is a demand. */
export function conditionsIn(ground: Ground): Draught[] {
  const { stage, article, mentions } = ground
  const { scene } = stage
  const at = scene.lower.findIndex((word, i) => word === 'only' && scene.lower[i + 1] === 'if')
  const statement = at < 0 ? undefined : ground.holderAt(spanOf(scene, at, at + 2))
  const end = at < 0 ? 0 : clauseEnd(scene, at)
  if (!statement?.source || !isOfficial(statement.source) || end <= at + 3) return []
  const about = spanOf(scene, at + 2, end)
  const target = targetIn(mentions, about, [statement.source])
  if (!target.some(isOfficial)) return []
  return [
    {
      kind: 'demand',
      source: [statement.source],
      target,
      about,
      history: [{ status: 'open', evidence: spanOf(scene, at, at + 2), ...dated(article) }],
      statement: statement.id,
      confidence: CONFIDENCE.consequence,
      rule: 'demand.condition',
    },
  ]
}

/** "The plant must be destroyed by November 1", "a list is due by Friday": demanded with a date, whoever demands it. */
export function dueIn(ground: Ground): Draught[] {
  const { scene } = ground.stage
  const { lower } = scene
  const isDue = (word: string, i: number): boolean => {
    if (word === 'must') return scene.tokens[i]!.upos === 'AUX'
    if (word === 'due') return /^(?:is|are|was|were)$/.test(lower[i - 1] ?? '')
    if (word === 'until') return lower.slice(Math.max(0, i - 3), i).some((it) => /^(?:have|has|had)$/.test(it))
    return lower[i + 1] === 'to' && /^(?:is|are|was|were|has|have|had)$/.test(word)
  }
  return readWhere(lower, isDue, (at) => dueAt(ground, at))
}

function dueAt(ground: Ground, at: number): Draught | undefined {
  const { stage, article } = ground
  const { scene, parties } = stage
  const comma = scene.lower.findIndex(
    (word, i) => i > at && (word === ',' || (word === 'and' && /^(?:is|are|was|the)$/.test(scene.lower[i + 1] ?? ''))),
  )
  const end = comma > at ? Math.min(comma, clauseEnd(scene, at)) : clauseEnd(scene, at)
  if (end <= at + 1) return undefined
  const { deadline } = termsOf(article.text, spanOf(scene, at, end), article.published)
  if (!deadline) return undefined
  const tree = treeOf(scene)
  const verb = scene.tokens[at]!.upos === 'VERB' ? at : tree.heads[at]!
  const subject = verb >= 0 ? subjectOf(scene, verb) : undefined
  const first =
    subject === undefined ? at : Math.min(subject, ...childrenIn(tree, subject, /^(?:det|amod|compound|nmod:poss)/))
  const target = parties.filter((it) => it.from >= first && it.from < at).map(mentionOf)
  const from = Math.min(first, at)
  const statement = ground.holderAt(spanOf(scene, at, at + 1))
  return {
    kind: 'demand',
    source: statement?.source && statement.act === 'demand' ? [statement.source] : [],
    target: target.slice(0, 1),
    ...termsOf(article.text, spanOf(scene, from, end), article.published),
    history: [{ status: 'open', evidence: spanOf(scene, at, at + 1), ...dated(article) }],
    confidence: CONFIDENCE.due,
    rule: 'due',
  }
}
