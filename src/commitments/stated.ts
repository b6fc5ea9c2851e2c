/** Commitments that a statement makes or reports: vows, offers, threats, demands, refusals. */

import type { Article } from '../article/index.ts'
import { firstFrom } from '../events/index.ts'
import { readTable } from '../lexicon.ts'
import type { Commitment, CommitmentKind, Mention, Span, Statement } from '../reading.ts'
import { type Scene, spanOf } from '../statements/index.ts'
import { outcomeBefore } from './outcome.ts'
import { termsOf } from './terms.ts'

export type Draught = Omit<Commitment, 'id'>

let kinds: Map<string, { id: string; kind: CommitmentKind }> | undefined

function kindOf(act: string) {
  kinds ??= new Map(
    readTable('commitments/acts.tsv', ['id', 'act', 'kind']).map((row) => [
      row.act,
      { id: row.id, kind: row.kind as CommitmentKind },
    ]),
  )
  return kinds.get(act)
}

const RED_LINE = { id: 'act.red-line', kind: 'red-line' } as const

/** "… would be a red line", said by whoever draws it; or a vow in a sentence that calls it one. */
function drawnIn({ content, act }: Statement, { lower, tokens }: Scene): boolean {
  const at = lower.findIndex((word, i) => word === 'red' && /^lines?$/.test(lower[i + 1] ?? ''))
  if (at < 0) return false
  if (kindOf(act)) return true
  const inside = content.some(({ start, end }) => start <= tokens[at]!.start && tokens[at]!.end <= end)
  return (
    inside && lower.slice(Math.max(0, at - 5), at).some((word) => /^(?:be|is|was|are|draw|drew|drawn|set)$/.test(word))
  )
}

/** How sure a commitment is that rests on the act of its cue alone. */
const CONFIDENCE = 0.6

/** The commitment of a statement whose cue stands in the scene, if its act commits. */
export function statedBy(
  statement: Statement,
  scene: Scene,
  mentions: readonly Mention[],
  article: Article,
): Draught | undefined {
  const drawn = drawnIn(statement, scene)
  const act = kindOf(statement.act) ?? (drawn ? RED_LINE : undefined)
  if (!act || !statement.source || !statement.cue) return undefined
  const content = { start: statement.content[0]!.start, end: statement.content.at(-1)!.end }
  const target = targetIn(content, mentions, statement.source)
  const terms = termsOf(article.text, offered(article.text, content, target[0], act.kind), article.published)
  const cue = scene.tokens.findIndex((token) => token.end > statement.cue!.start)
  const outcome = outcomeBefore(scene, cue)
  const pledged = act.kind === 'promise' || act.kind === 'threat'
  return {
    kind: drawn && (!pledged || terms.condition) ? 'red-line' : act.kind,
    source: [statement.source],
    target,
    ...terms,
    history: [
      outcome
        ? { status: outcome.status, evidence: spanOf(scene, outcome.token, outcome.token + 1), ...dated(article) }
        : { status: 'open', evidence: statement.cue, ...dated(article) },
    ],
    statement: statement.id,
    confidence: Math.min(CONFIDENCE, statement.confidence),
    rule: act.id,
  }
}

/** "offered Russia a pact", "threatened Syria with war": what is offered stands after the one it is offered to. */
function offered(text: string, content: Span, target: Mention | undefined, kind: CommitmentKind): Span {
  if (target?.start !== content.start || kind === 'demand') return content
  const gap = /^\s+(?:with\s+)?(?=(?:an?|the|its|his|her|their|more|new|\d+|[\p{L}]+)\s)/u.exec(
    text.slice(target.end, content.end),
  )
  return gap ? { start: target.end + gap[0].length, end: content.end } : content
}

export const dated = ({ published }: Article) => (published ? { date: published.slice(0, 10) } : {})

/** The first actor in what is promised, offered or demanded, other than who does it. */
function targetIn(content: { start: number; end: number }, mentions: readonly Mention[], source: Mention): Mention[] {
  for (let i = firstFrom(mentions, content.start); i < mentions.length && mentions[i]!.end <= content.end; i++) {
    const target = mentions[i]!
    if (!target.actor || target.actor !== source.actor) return [target]
  }
  return []
}
