/** A Reading as what can be searched: one entry a statement, event, commitment and sentence, each with its words and names. */
import type { Actor, Mention, Reading, Span, Statement } from '../../reading.ts'
import { firstEndingAfter, firstWhere, spanIndex } from '../../spans.ts'
import { folded, type Word, wordsOf } from '../words.ts'
import type { Kind } from './fields.ts'

/** Where a term was met: in the text of an entry, or in the name of somebody who stands to it so. */
export const termFields = ['text', 'speaker', 'source', 'target', 'about'] as const
export type TermField = (typeof termFields)[number]

/** A term at its place: the number of the word in the document, or of the word among the names; neighbours are one apart. */
export interface Term {
  readonly field: TermField
  readonly form: string
  readonly position: number
}

export interface Entry {
  readonly kind: Kind
  /** Id of the row in its table; the number of the sentence for text. */
  readonly id: string
  /** Numbers of the first and last sentence in which it stands. */
  readonly first: number
  readonly last: number
  /** Who says it, or says so. */
  readonly speaker?: string
  /** Country and sector of who speaks or acts. */
  readonly country?: string
  readonly sector?: string
  readonly sourcing?: string
  readonly form?: string
  readonly act?: string
  readonly type?: string
  /** How many words of the text it holds. */
  readonly words: number
  readonly terms: readonly Term[]
}

/** Distance between the positions of two names, so that no phrase runs from one into the other. */
const BETWEEN_NAMES = 2

/**
 * The entries of a reading: its sentences in order, then statements, events, commitments.
 * A statement is searched in its source, cue and content; an event and a commitment in the sentences they stand in.
 */
export function entriesOf(reading: Reading): Entry[] {
  const { sentences, statements, events, commitments } = reading
  const view = viewOf(reading)
  const sayers = (id: string | undefined) => {
    const statement = statements.find((it) => it.id === id)
    return statement?.source
      ? { speaker: view.nameOf(statement.source), speakers: [statement.source] }
      : { speakers: [] }
  }
  return [
    ...sentences.map((sentence, n) => view.entry({ kind: 'text', id: String(n), spans: [sentence], aside: [] })),
    ...statements.map((it) =>
      view.entry({
        kind: 'statement',
        id: it.id,
        spans: [...it.content, ...[it.source, it.cue].filter((span) => span !== null)],
        aside: it.source ? [it.source] : [],
        who: it.source ?? undefined,
        facts: {
          ...(it.source && { speaker: view.nameOf(it.source) }),
          sourcing: it.sourcing,
          form: it.form,
          act: it.act,
        },
        names: { speaker: it.source ? [it.source] : [] },
      }),
    ),
    ...events.map((it) => {
      const { speaker, speakers } = sayers(it.statement)
      return view.entry({
        kind: 'event',
        id: it.id,
        spans: [view.sentenceOf(it.trigger[0]!)],
        aside: [...it.source, ...speakers],
        who: it.source[0],
        facts: { speaker, type: it.type },
        names: { speaker: speakers, source: it.source, target: it.target },
      })
    }),
    ...commitments.map((it) => {
      const { speaker, speakers } = sayers(it.statement)
      return view.entry({
        kind: 'commitment',
        id: it.id,
        spans: [view.sentenceOf(it.about), ...[it.condition, it.deadline].filter((span) => span !== undefined)],
        aside: [...it.source, ...speakers],
        who: it.source[0],
        facts: { speaker, type: it.kind },
        names: { speaker: speakers, source: it.source, target: it.target },
      })
    }),
  ]
}

interface Draft {
  kind: Kind
  id: string
  spans: readonly Span[]
  /** Whoever it is by: they are not what it is about. */
  aside: readonly Mention[]
  who?: Mention
  facts?: { speaker?: string } & Partial<Pick<Statement, 'sourcing' | 'form' | 'act'>> & { type?: string }
  names?: Partial<Record<TermField, readonly Mention[]>>
}

/** What the entries of one reading share: its words, and who is mentioned where. */
function viewOf({ text, sentences, actors }: Reading) {
  const words = wordsOf(text)
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const mentions = actors
    .flatMap((actor) => actor.mentions.map((span) => ({ ...span, actor: actor.id, country: actor.country })))
    .sort((a, b) => a.start - b.start)
  const inSentences = spanIndex(sentences, (it) => [it])
  const nameOf = (mention: Mention) => byId.get(mention.actor ?? '')?.name ?? text.slice(mention.start, mention.end)

  function entry({ kind, id, spans, aside, who, facts, names = {} }: Draft): Entry {
    const covered = merged(spans)
    const terms = covered.flatMap(({ start, end }) => wordsIn(words, start, end))
    const by = new Set(aside.map(({ actor }) => actor))
    const about = covered.flatMap(({ start, end }) => spansIn(mentions, start, end)).filter((it) => !by.has(it.actor))
    const [first, last] = [sentenceNumber(covered[0]!.start), sentenceNumber(covered.at(-1)!.end - 1)]
    return {
      kind,
      id,
      first,
      last: Math.max(first, last),
      ...facts,
      ...(who?.country && { country: who.country }),
      ...(who?.sector && { sector: who.sector }),
      words: terms.length,
      terms: [
        ...terms,
        ...Object.entries({ ...names, about }).flatMap(([field, some]) => namesOf(field as TermField, some ?? [])),
      ],
    }
  }

  /** The words of some names, each name once; of every actor its name, its country and, in the registry, its id. */
  function namesOf(field: TermField, some: readonly Mention[]): Term[] {
    const seen = new Set<string>()
    const terms: Term[] = []
    let position = 0
    const add = (forms: readonly string[]) => {
      const key = forms.join(' ')
      if (key === '' || seen.has(key)) return
      seen.add(key)
      for (const form of forms) terms.push({ field, form, position: position++ })
      position += BETWEEN_NAMES
    }
    for (const mention of some) {
      const actor: Actor | undefined = byId.get(mention.actor ?? '')
      add(wordsOf(nameOf(mention)).map(({ form }) => form))
      const country = mention.country ?? actor?.country
      if (country) add([folded(country)])
      if (actor && !actor.id.startsWith('x-')) add([actor.id])
    }
    return terms
  }

  const sentenceNumber = (place: number): number =>
    Math.max(0, Math.min(firstEndingAfter(sentences, place), sentences.length - 1))
  return {
    entry,
    nameOf,
    sentenceOf: (span: Span): Span => inSentences.covering({ start: span.start, end: span.start })[0] ?? span,
  }
}

/** Spans in order, those that touch made one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

function wordsIn(words: readonly Word[], start: number, end: number): Term[] {
  const terms: Term[] = []
  for (let n = firstWhere(words, (it) => it.start >= start); n < words.length && words[n]!.end <= end; n++) {
    terms.push({ field: 'text', form: words[n]!.form, position: n })
  }
  return terms
}

const spansIn = <T extends Span>(sorted: readonly T[], start: number, end: number): T[] => {
  const found: T[] = []
  for (let n = firstWhere(sorted, (it) => it.start >= start); n < sorted.length && sorted[n]!.start < end; n++) {
    if (sorted[n]!.end <= end) found.push(sorted[n]!)
  }
  return found
}
