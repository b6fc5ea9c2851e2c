/** A Reading as what can be searched: one entry a statement, event, commitment and sentence, each with its words and names. */
import type { Mention, Reading, Span, Statement } from '../../reading.ts'
import { firstEndingAfter, firstWhere, spanIndex } from '../../spans.ts'
import { eachWord, folded, wordsOf } from '../words.ts'
import type { Kind } from './fields.ts'

/** How somebody whom an entry names may stand to it. */
export const nameFields = ['speaker', 'source', 'target', 'about'] as const
export type NameField = (typeof nameFields)[number]

/** What a word of a name is found by. */
export const nameStem = (field: NameField, form: string): string => `${field}:${form}`

/** Somebody named. Positions count the words of all names of the field; two names are more than one apart. */
export interface Named {
  readonly field: NameField
  /** The words of the name, folded. */
  readonly forms: readonly string[]
  /** Position of its first word. */
  readonly position: number
}

/** What can be searched of one reading. */
export interface Searchable {
  /** The words of its text, folded. */
  readonly forms: readonly string[]
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
  readonly names: readonly Named[]
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
  return { forms: view.forms, entries }
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
  // Columns: objects for hundreds of words would be most of what is thrown away again.
  const forms: string[] = []
  const [starts, ends]: [number[], number[]] = [[], []]
  eachWord(text, (form, start, end) => {
    forms.push(form)
    starts.push(start)
    ends.push(end)
  })
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const mentions = actors
    .flatMap(({ id: actor, country, mentions }) => mentions.map(({ start, end }) => ({ start, end, actor, country })))
    .sort((a, b) => a.start - b.start)
  const inSentences = spanIndex(sentences, (it) => [it])
  const nameOf = (mention: Mention) => byId.get(mention.actor ?? '')?.name ?? text.slice(mention.start, mention.end)

  function entry({ kind, id, spans, aside, who, facts, names = {} }: Draft): Entry {
    const covered = merged(spans)
    const about: Mention[] = []
    for (const span of covered) {
      for (const mention of within(mentions, span)) {
        if (!aside.some(({ actor }) => actor === mention.actor)) about.push(mention)
      }
    }
    const first = sentenceNumber(covered[0]!.start)
    const named: Named[] = []
    for (const field of nameFields) put(named, field, field === 'about' ? about : names[field])
    return {
      kind,
      id,
      first,
      last: Math.max(first, sentenceNumber(covered.at(-1)!.end - 1)),
      speaker: facts?.speaker,
      country: who?.country,
      sector: who?.sector,
      sourcing: facts?.sourcing,
      form: facts?.form,
      act: facts?.act,
      type: facts?.type,
      runs: covered.map(({ start, end }) => [
        firstWhere(starts, (place) => place >= start),
        firstWhere(ends, (place) => place > end),
      ]),
      names: named,
    }
  }

  /** Adds the names of those mentioned to the names of an entry, each once. */
  function put(named: Named[], field: NameField, some: readonly Mention[] = []): void {
    const put: (readonly string[])[] = []
    let position = 0
    for (const mention of some) {
      for (const forms of namesFor(mention)) {
        if (put.includes(forms)) continue
        put.push(forms)
        named.push({ field, forms, position })
        position += forms.length + BETWEEN_NAMES
      }
    }
  }

  const known = new Map<string, (readonly string[])[]>()
  const one = new Map<string, readonly string[]>()
  /** What somebody can be asked for by, as folded words: the name, the country, the id in the registry. The same words are one list. */
  function namesFor(mention: Mention): readonly (readonly string[])[] {
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
    const lists = names.map((forms) => {
      const words = forms.join(' ')
      const same = one.get(words) ?? forms
      one.set(words, same)
      return same
    })
    known.set(key, lists)
    return lists
  }

  const sentenceNumber = (place: number): number =>
    Math.max(0, Math.min(firstEndingAfter(sentences, place), sentences.length - 1))
  return {
    forms,
    entry,
    nameOf,
    sentenceOf: (span: Span): Span => inSentences.covering({ start: span.start, end: span.start })[0] ?? span,
  }
}

/** Spans in order, those that touch made one. */
function merged(spans: readonly Span[]): readonly Span[] {
  if (spans.length === 1) return spans
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
