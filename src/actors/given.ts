/** What the room's readers of noun phrases are given: an article, its analysis, and the actors linked in it. */
import type { Article } from '../article/index.ts'
import type { Analysis } from '../language/index.ts'
import type { Actor, Span } from '../reading.ts'

export interface Given {
  readonly article: Article
  readonly analysis: Analysis
  readonly actors: readonly Actor[]
}

export interface Named extends Span {
  readonly actor: Actor
}

export interface MentionIndex {
  /** All mentions by start. */
  readonly all: readonly Named[]
  /** The longest mention that starts, and that ends, at a place. */
  readonly byStart: ReadonlyMap<number, Named>
  readonly byEnd: ReadonlyMap<number, Named>
}

const indexes = new WeakMap<readonly Actor[], MentionIndex>()

/** Every mention of the actors by place; kept as long as the actors live, which no later step changes. */
export function mentionsOf(actors: readonly Actor[]): MentionIndex {
  const known = indexes.get(actors)
  if (known) return known
  const all = actors
    .flatMap((actor) => actor.mentions.map(({ start, end }) => ({ start, end, actor })))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const byStart = new Map<number, Named>()
  const byEnd = new Map<number, Named>()
  for (const it of all) {
    byStart.set(it.start, it)
    if (!byEnd.has(it.end)) byEnd.set(it.end, it)
  }
  const index = { all, byStart, byEnd }
  indexes.set(actors, index)
  return index
}
