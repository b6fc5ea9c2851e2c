/** A Reading as rows of the tables. Pure; `from-rows.ts` is its inverse. */
import type { Commitment, Event, Mention, Reading, Span, Statement } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'
import type { MentionCell, RowOf, SpanCell } from './column.ts'
import type { tables } from './tables.ts'

/** What the record knows of a document beside its Reading. */
export interface Provenance {
  /** Key of the input it was read from. */
  input: string
  /** Version of the reader. */
  reader: string
  /** ISO 8601 instant, UTC. */
  added: string
}

/** The tables that a Reading makes rows of. */
export type ReadingTable =
  | 'documents'
  | 'sentences'
  | 'actors'
  | 'mentions'
  | 'statements'
  | 'events'
  | 'commitments'
  | 'history'
export type RowsOfReading = { [Name in ReadingTable]: RowOf<(typeof tables)[Name]>[] }

/** The rows of one Reading, a list a table. */
export function rowsOf(reading: Reading, provenance: Provenance): RowsOfReading {
  const view = viewOf(reading)
  return {
    documents: [documentRow(reading, provenance)],
    sentences: reading.sentences.map((it, n) => ({ document: reading.id, n, ...cell(it), text: view.words(it) })),
    actors: reading.actors.map(({ mentions: _, ...actor }, n) => ({ document: reading.id, n, ...actor })),
    mentions: reading.actors.flatMap((actor) =>
      actor.mentions.map((it, n) => ({
        document: reading.id,
        actor: actor.id,
        n,
        sentence: view.sentenceAt(it),
        ...cell(it),
        text: view.words(it),
      })),
    ),
    statements: reading.statements.map((it) => statementRow(it, view)),
    events: reading.events.map((it) => eventRow(it, view)),
    commitments: reading.commitments.map((it) => commitmentRow(it, view)),
    history: reading.commitments.flatMap((it) => historyRows(it, view)),
  }
}

/** The day of an ISO 8601 day or instant where it is one of the calendar; else undefined. */
export function dayOf(date: string | undefined): string | undefined {
  const day = /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0]
  const time = day ? Date.parse(day) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day!) ? day : undefined
}

function viewOf({ id, text, published, sentences, actors }: Reading) {
  const names = new Map(actors.map((actor) => [actor.id, actor.name]))
  const words = ({ start, end }: Span): string => text.slice(start, end)
  return {
    document: id,
    published: dayOf(published),
    words,
    nameOf: (mention: Mention): string => (mention.actor && names.get(mention.actor)) || words(mention),
    /** Number of the sentence that holds a place's first character. */
    sentenceAt({ start }: Span): number | null {
      const n = firstEndingAfter(sentences, start)
      return n < sentences.length && sentences[n]!.start <= start ? n : null
    },
  }
}
type View = ReturnType<typeof viewOf>

const cell = ({ start, end }: Span): SpanCell => ({ start_char: start, end_char: end })
const fragments = (spans: readonly Span[], { words }: View): string => spans.map(words).join(' … ')

const place = <Name extends string>(name: Name, span: Span | null | undefined, { words }: View) =>
  ({
    [`${name}_start`]: span?.start,
    [`${name}_end`]: span?.end,
    [`${name}_text`]: span ? words(span) : undefined,
  }) as { [K in `${Name}_start` | `${Name}_end`]?: number } & { [K in `${Name}_text`]?: string }

const party = <Name extends string>(name: Name, mention: Mention | null | undefined, { nameOf }: View) =>
  ({
    [`${name}_actor`]: mention?.actor,
    [`${name}_name`]: mention ? nameOf(mention) : undefined,
    [`${name}_country`]: mention?.country,
    [`${name}_sector`]: mention?.sector,
  }) as { [K in `${Name}_${'actor' | 'name' | 'country' | 'sector'}`]?: string }

const mentionCell = (mention: Mention, { words }: View): MentionCell => ({
  ...cell(mention),
  text: words(mention),
  actor: mention.actor ?? null,
  country: mention.country ?? null,
  sector: mention.sector ?? null,
})

function documentRow(reading: Reading, provenance: Provenance): RowOf<typeof tables.documents> {
  const { id, source, title, byline, published, language, text, captions, warnings } = reading
  return {
    id,
    ...source,
    title,
    byline,
    published,
    day: dayOf(published),
    language,
    text,
    captions,
    warnings: warnings.map(({ code, message, span }) => ({
      code,
      message,
      start_char: span?.start ?? null,
      end_char: span?.end ?? null,
    })),
    ...provenance,
  }
}

function statementRow(statement: Statement, view: View): RowOf<typeof tables.statements> {
  const { id, source, cue, content, form, act, sourcing, polarity, within, via, venue, confidence, rule } = statement
  return {
    document: view.document,
    id,
    published: view.published,
    sentence: view.sentenceAt(cue ?? content[0]!),
    ...party('source', source, view),
    ...place('source', source, view),
    ...place('cue', cue, view),
    content: content.map(cell),
    content_text: fragments(content, view),
    form,
    act,
    sourcing,
    polarity,
    within,
    ...party('via', via, view),
    ...place('via', via, view),
    ...place('venue', venue, view),
    confidence,
    rule,
  }
}

function eventRow(event: Event, view: View): RowOf<typeof tables.events> {
  const { source, target, trigger, place: where, date, primary, ...rest } = event
  return {
    ...rest,
    document: view.document,
    published: view.published,
    date: dayOf(date),
    sentence: view.sentenceAt(trigger[0]!),
    ...party('source', source[0], view),
    ...party('target', target[0], view),
    sources: source.map((it) => mentionCell(it, view)),
    targets: target.map((it) => mentionCell(it, view)),
    trigger: trigger.map(cell),
    trigger_text: fragments(trigger, view),
    main: primary,
    ...place('place', where, view),
    place_country: where?.country,
  }
}

function commitmentRow(commitment: Commitment, view: View): RowOf<typeof tables.commitments> {
  const { source, target, about, condition, deadline, history, ...rest } = commitment
  return {
    ...rest,
    document: view.document,
    published: view.published,
    sentence: view.sentenceAt(about),
    status: history.at(-1)?.status ?? 'open',
    ...party('source', source[0], view),
    ...party('target', target[0], view),
    sources: source.map((it) => mentionCell(it, view)),
    targets: target.map((it) => mentionCell(it, view)),
    ...place('about', about, view),
    ...place('condition', condition, view),
    ...place('deadline', deadline, view),
    deadline_date: dayOf(deadline?.date),
  }
}

const historyRows = ({ id, history }: Commitment, view: View): RowOf<typeof tables.history>[] =>
  history.map(({ status, date, evidence, statement, rule }, n) => ({
    document: view.document,
    commitment: id,
    n,
    published: view.published,
    status,
    date: dayOf(date),
    ...place('evidence', evidence, view),
    statement,
    rule,
  }))
