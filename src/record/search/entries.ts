/** A Reading as what can be searched: one entry a statement, event, commitment and sentence, each with its words and names. */
import type { Mention, Reading, Span, Statement } from '../../reading.ts'
import { firstEndingAfter, firstWhere, spanIndex } from '../../spans.ts'
import { folded, type Word, wordsOf } from '../words.ts'
import type { Kind } from './fields.ts'

/** How somebody whom an entry names may stand to it. */
export const nameFields = ['speaker', 'source', 'target', 'about'] as const
export type NameField = (typeof nameFields)[number]

/** What a word of a name is found by. */
export const nameStem = (field: NameField, form: string): string => `${field}:${form}`

/** A word of a name. Positions count the words of all names of the field; two names are more than one apart. */
export interface NameWord {
  readonly field: NameField
  readonly form: string
  readonly position: number
}

/** What can be searched of one reading. */
export interface Searchable {
  /** The words of its text. */
  readonly words: readonly Word[]
  /** Its sentences in order, then its statements, events and commitments. */
  readonly entries: readonly Entry[]
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
  /** Numbers of the words it holds, from and past: several runs when it is split. */
  readonly runs: readonly (readonly [from: number, past: number])[]
  readonly names: readonly NameWord[]
}

/** Distance between the positions of two names, so that no phrase runs from one into the other. */
const BETWEEN_NAMES = 2

/**
 * What can be searched of a reading.
 * A statement is searched in its source, cue and content; an event and a commitment in the sentences they stand in.
 */
export function searchableOf(reading: Reading): Searchable {
  const { sentences, statements, events, commitments } = reading
  const view = viewOf(reading)
  const sayers = (id: string | undefined) => {
    const statement = statements.find((it) => it.id === id)
    return statement?.source
      ? { speaker: view.nameOf(statement.source), speakers: [statement.source] }
      : { speakers: [] }
  }
  const entries = [
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
  return { words: view.words, entries }
}

interface Draft {
  kind: Kind
  id: string
  spans: readonly Span[]
  /** Whoever it is by: they are not what it is about. */
  aside: readonly Mention[]
  who?: Mention
  facts?: { speaker?: string } & Partial<Pick<Statement, 'sourcing' | 'form' | 'act'>> & { type?: string }
  names?: Partial<Record<NameField, readonly Mention[]>>
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
    const by = new Set(aside.map(({ actor }) => actor))
    const about = covered.flatMap((span) => within(mentions, span)).filter(({ actor }) => !by.has(actor))
    const first = sentenceNumber(covered[0]!.start)
    return {
      kind,
      id,
      first,
      last: Math.max(first, sentenceNumber(covered.at(-1)!.end - 1)),
      ...facts,
      ...(who?.country && { country: who.country }),
      ...(who?.sector && { sector: who.sector }),
      runs: covered.map(({ start, end }) => [
        firstWhere(words, (word) => word.start >= start),
        firstWhere(words, (word) => word.end > end),
      ]),
      names: nameFields.flatMap((field) => wordsOfNames(field, field === 'about' ? about : (names[field] ?? []))),
    }
  }

  /** The words of some names, each name once. */
  function wordsOfNames(field: NameField, some: readonly Mention[]): NameWord[] {
    if (some.length === 0) return []
    const names = new Map(some.flatMap((mention) => namesFor(mention)).map((forms) => [forms.join(' '), forms]))
    let position = 0
    return [...names.values()].flatMap((forms) => {
      const from = position
      position += forms.length + BETWEEN_NAMES
      return forms.map((form, n) => ({ field, form, position: from + n }))
    })
  }

  const known = new Map<string, string[][]>()
  /** What somebody can be asked for by, as folded words: the name, the country, the id in the registry. */
  function namesFor(mention: Mention): string[][] {
    const name = nameOf(mention)
    const key = `${name}\t${mention.actor}\t${mention.country}`
    const before = known.get(key)
    if (before) return before
    const actor = byId.get(mention.actor ?? '')
    const country = mention.country ?? actor?.country
    const names = [
      wordsOf(name).map(({ form }) => form),
      ...(country ? [[folded(country)]] : []),
      ...(actor && !actor.id.startsWith('x-') ? [[actor.id]] : []),
    ].filter(({ length }) => length > 0)
    known.set(key, names)
    return names
  }

  const sentenceNumber = (place: number): number =>
    Math.max(0, Math.min(firstEndingAfter(sentences, place), sentences.length - 1))
  return {
    words,
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

/** Those of some spans in order that a span holds wholly. */
function within<T extends Span>(sorted: readonly T[], { start, end }: Span): T[] {
  const found: T[] = []
  for (let n = firstWhere(sorted, (it) => it.start >= start); n < sorted.length && sorted[n]!.start < end; n++) {
    if (sorted[n]!.end <= end) found.push(sorted[n]!)
  }
  return found
}
