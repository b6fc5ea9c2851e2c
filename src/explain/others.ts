/** Why a statement, a commitment or an actor is one. */
import type { Actor, Commitment, Reading, Statement } from '../reading.ts'
import { type RuleRow, ruleRow } from './rule-row.ts'
import { sentenceOf, type Who, whoIs, wordsOf } from './who.ts'

export interface StatementExplained {
  statement: Statement
  sentence: string
  source?: Who
  cue?: string
  content: string
  /** The row that read it; absent where the model did, or a rule without a row. */
  row?: RuleRow
  /** The statements it is reported in, outermost first. */
  within: string[]
}

export function explainStatement(reading: Reading, statement: Statement): StatementExplained {
  const { source, cue, content, rule } = statement
  const row = rule === undefined ? undefined : ruleRow(rule, 'statements')
  return {
    statement,
    sentence: wordsOf(reading, sentenceOf(reading, cue ?? content[0]!) ?? content[0]!),
    ...(source && { source: whoIs(source, reading) }),
    ...(cue && { cue: wordsOf(reading, cue) }),
    content: content.map((span) => wordsOf(reading, span)).join(' … '),
    ...(row && { row }),
    within: outerOf(statement, reading),
  }
}

function outerOf({ within }: Statement, reading: Reading): string[] {
  const outer = reading.statements.find(({ id }) => id === within)
  return outer ? [...outerOf(outer, reading), outer.id] : []
}

export interface CommitmentExplained {
  commitment: Commitment
  sentence: string
  sources: Who[]
  targets: Who[]
  about: string
  condition?: string
  deadline?: string
  row?: RuleRow
  history: { status: string; words: string; date?: string; statement?: string }[]
}

export function explainCommitment(reading: Reading, commitment: Commitment): CommitmentExplained {
  const { source, target, about, condition, deadline, rule, history } = commitment
  const row = rule === undefined ? undefined : ruleRow(rule, 'commitments')
  return {
    commitment,
    sentence: wordsOf(reading, sentenceOf(reading, about) ?? about),
    sources: source.map((it) => whoIs(it, reading)),
    targets: target.map((it) => whoIs(it, reading)),
    about: wordsOf(reading, about),
    ...(condition && { condition: wordsOf(reading, condition) }),
    ...(deadline && { deadline: wordsOf(reading, deadline) }),
    ...(row && { row }),
    history: history.map(({ status, evidence, date, statement }) => ({
      status,
      words: wordsOf(reading, evidence),
      ...(date && { date }),
      ...(statement && { statement }),
    })),
  }
}

export interface ActorExplained {
  actor: Actor
  known: Who['known']
  /** Each place that names the actor, with its sentence. */
  mentions: { words: string; sentence: string }[]
  /** Ids of the rows the actor takes part in. */
  statements: string[]
  events: string[]
  commitments: string[]
}

export function explainActor(reading: Reading, actor: Actor): ActorExplained {
  const isIn = (mentions: readonly { actor?: string }[]) => mentions.some((it) => it.actor === actor.id)
  return {
    actor,
    known: actor.id.startsWith('x-') ? 'article' : 'registry',
    mentions: actor.mentions.map((span) => ({
      words: wordsOf(reading, span),
      sentence: wordsOf(reading, sentenceOf(reading, span) ?? span),
    })),
    statements: reading.statements.filter(({ source }) => source?.actor === actor.id).map(({ id }) => id),
    events: reading.events.filter((it) => isIn([...it.source, ...it.target])).map(({ id }) => id),
    commitments: reading.commitments.filter((it) => isIn([...it.source, ...it.target])).map(({ id }) => id),
  }
}
