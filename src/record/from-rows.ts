/** Rows of the tables as the Reading that they were made from: the record loses nothing of it. */
import type { Mention, Reading, Span } from '../reading.ts'
import type { MentionCell, RowOf, SpanCell } from './column.ts'
import type { tables } from './tables.ts'
import type { RowsOfReading } from './to-rows.ts'

/** The Reading of one document; rows of a table stand in the order in which they were written. */
export function readingOf(rows: RowsOfReading): Reading {
  const { id, uri, outlet, format, retrieved, title, byline, published, language, text, captions, warnings } =
    rows.documents[0]!
  return {
    id: id!,
    source: { ...present({ uri, outlet }), format: format!, ...present({ retrieved }) },
    ...present({ title, byline, published }),
    language: language!,
    text: text!,
    captions: [...captions!],
    sentences: rows.sentences.map((it) => span(it.start_char, it.end_char)),
    actors: actorsOf(rows),
    statements: rows.statements.map(statementOf),
    events: rows.events.map(eventOf),
    commitments: commitmentsOf(rows),
    warnings: warnings!.map(({ code, message, start_char, end_char }) => ({
      code,
      message,
      ...present({ span: maybe(start_char, end_char) }),
    })),
  } as Reading
}

type Offset = number | null | undefined
const span = (start: Offset, end: Offset): Span => ({ start: start!, end: end! })
const maybe = (start: Offset, end: Offset): Span | undefined => (start == null ? undefined : span(start, end))
const spans = (cells: readonly SpanCell[] | null | undefined): Span[] =>
  (cells ?? []).map((it) => span(it.start_char, it.end_char))
const mentions = (cells: readonly MentionCell[] | null | undefined): Mention[] =>
  (cells ?? []).map(({ start_char, end_char, actor, country, sector }) => ({
    ...span(start_char, end_char),
    ...(present({ actor, country, sector }) as Partial<Mention>),
  }))

/** The fields that are there; null and undefined are both absence. */
const present = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null))

/** Rows by the value of a column, each list in the order of the rows. */
function groupBy<Row, Key>(rows: readonly Row[], key: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

function actorsOf({ actors, mentions }: RowsOfReading) {
  const places = groupBy(mentions, (it) => it.actor)
  return actors.map(({ id, name, kind, country, sector, qid }) => ({
    id,
    name,
    kind,
    ...present({ country, sector, qid }),
    mentions: (places.get(id) ?? []).map((it) => span(it.start_char, it.end_char)),
  }))
}

function statementOf(row: RowOf<typeof tables.statements>) {
  const { source_actor: actor, source_country: country, source_sector: sector } = row
  const source = maybe(row.source_start, row.source_end)
  const via = maybe(row.via_start, row.via_end)
  const outlet = { actor: row.via_actor, country: row.via_country, sector: row.via_sector }
  return {
    id: row.id,
    source: source ? { ...source, ...present({ actor, country, sector }) } : null,
    sourcing: row.sourcing,
    cue: maybe(row.cue_start, row.cue_end) ?? null,
    content: spans(row.content),
    form: row.form,
    act: row.act,
    ...present({ polarity: row.polarity, within: row.within }),
    ...present({ via: via && { ...via, ...present(outlet) }, venue: maybe(row.venue_start, row.venue_end) }),
    confidence: row.confidence,
    ...present({ rule: row.rule }),
  }
}

function eventOf(row: RowOf<typeof tables.events>) {
  const { id, type, mode, contexts, cameo, goldstein, quad, factuality, statement, date, main, confidence, rule } = row
  const place = maybe(row.place_start, row.place_end)
  return {
    id,
    type,
    ...present({ mode }),
    contexts: [...(contexts ?? [])],
    ...present({ cameo }),
    goldstein,
    quad,
    source: mentions(row.sources),
    target: mentions(row.targets),
    trigger: spans(row.trigger),
    factuality,
    ...present({ statement, date, place: place && { ...place, ...present({ country: row.place_country }) } }),
    primary: main,
    confidence,
    rule,
  }
}

function commitmentsOf(rows: RowsOfReading) {
  const steps = groupBy(rows.history, (it) => it.commitment)
  return rows.commitments.map((row) => {
    const deadline = maybe(row.deadline_start, row.deadline_end)
    return {
      id: row.id,
      kind: row.kind,
      source: mentions(row.sources),
      target: mentions(row.targets),
      about: span(row.about_start, row.about_end),
      ...present({
        condition: maybe(row.condition_start, row.condition_end),
        deadline: deadline && { ...deadline, ...present({ date: row.deadline_date }) },
        strength: row.strength,
      }),
      history: (steps.get(row.id) ?? []).map(({ status, date, evidence_start, evidence_end, statement, rule }) => ({
        status,
        ...present({ date }),
        evidence: span(evidence_start, evidence_end),
        ...present({ statement, rule }),
      })),
      ...present({ statement: row.statement, event: row.event }),
      confidence: row.confidence,
      ...present({ rule: row.rule }),
    }
  })
}
