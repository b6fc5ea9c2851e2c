/** The rows of a reading as the article page needs them: where each stands, and which words play which part in it. */
import type { Commitment, Event, Mention, Reading, Span, Statement } from '../../src/reading.ts'
import type { Stretch } from './lanes.ts'
import type { Kind } from './words.ts'

export interface Part extends Span {
  /** What the words are to the row: speaker, cue, source, target, … */
  readonly part: string
}

export type ReadingRow = {
  readonly id: string
  readonly start: number
  readonly parts: readonly Part[]
  readonly confidence: number
  readonly rule?: string
} & (
  | { readonly kind: 'statement'; readonly it: Statement }
  | { readonly kind: 'event'; readonly it: Event }
  | { readonly kind: 'commitment'; readonly it: Commitment }
)

const parts = (part: string, spans: readonly (Span | null | undefined)[]): Part[] =>
  spans.flatMap((it) => (it ? [{ part, start: it.start, end: it.end }] : []))

/** All rows in text order. */
export function rowsOf({ statements, events, commitments }: Reading): ReadingRow[] {
  const rows: ReadingRow[] = [
    ...statements.map((it) =>
      row('statement', it, [
        ...parts('content', it.content),
        ...parts('speaker', [it.source]),
        ...parts('cue', [it.cue]),
        ...parts('venue', [it.venue, it.via]),
      ]),
    ),
    ...events.map((it) =>
      row('event', it, [
        ...parts('trigger', it.trigger),
        ...parts('source', it.source),
        ...parts('target', it.target),
        ...parts('place', [it.place]),
      ]),
    ),
    ...commitments.map((it) =>
      row('commitment', it, [
        ...parts('about', [it.about]),
        ...parts('condition', [it.condition]),
        ...parts('deadline', [it.deadline]),
        ...parts('source', it.source),
        ...parts('target', it.target),
        ...parts(
          'evidence',
          it.history.map(({ evidence }) => evidence),
        ),
      ]),
    ),
  ]
  return rows.sort((a, b) => a.start - b.start || a.id.localeCompare(b.id))
}

const row = (kind: Kind, it: Statement | Event | Commitment, all: Part[]): ReadingRow =>
  ({ kind, it, id: it.id, parts: all, start: all[0]!.start, confidence: it.confidence, rule: it.rule }) as ReadingRow

/** Parts of a row that are underlined while it is not looked at. */
const underlined = new Set(['content', 'trigger', 'about', 'condition', 'deadline'])

/** The stretches of text that rows underline. */
export const stretchesOf = (rows: readonly ReadingRow[]): Stretch[] =>
  rows.flatMap(({ id, parts }) =>
    parts.filter(({ part }) => underlined.has(part)).map(({ start, end }) => ({ row: id, start, end })),
  )

/** Somebody as the reading names them: the words, and who they are. */
export function partyOf(
  reading: Reading,
  mention: Mention | null | undefined,
): { id?: string; name: string; words: string } | undefined {
  if (!mention) return undefined
  const words = reading.text.slice(mention.start, mention.end)
  const actor = reading.actors.find(({ id }) => id === mention.actor)
  return { id: mention.actor, name: actor?.name ?? words, words }
}
