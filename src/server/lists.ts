/** The lists of the API as data: what a row is, what it may be filtered by, and in which order it comes. */
import { z } from 'zod'
import { ledgerParty, literal } from '../record/index.ts'
import type { Key } from './keyset.ts'

/** A parameter that narrows a list. */
export interface Filter {
  readonly meaning: string
  readonly schema: z.ZodType<string>
  /** The SQL condition for a value. */
  condition(value: string): string
}

export interface List {
  readonly row: string
  /** What a row `x` comes from. */
  readonly from: string
  readonly columns: string
  /** Further tables that columns come from; filters and order know `x` alone. */
  readonly join?: string
  /** What tells its rows apart. */
  readonly id: readonly ['id'] | readonly ['document', 'id']
  /** It is made of the ledger's views. */
  readonly ledger?: true
  readonly filters: Readonly<Record<string, Filter>>
  readonly order: readonly Key[]
}

const text = z.string().trim().min(1).max(500)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'it is no day. Write YYYY-MM-DD')
const flag = z.enum(['true', 'false'])

/** A condition that holds for one of several values, parted by commas. */
const oneOf = (column: string, meaning: string): Filter => ({
  meaning: `${meaning} Several, parted by commas, mean any of them.`,
  schema: text,
  condition: (value) =>
    `${column} IN (${value
      .split(',')
      .map((it) => literal(it.trim()))
      .join(', ')})`,
})

const same = (column: string, meaning: string): Filter => ({
  meaning,
  schema: text,
  condition: (value) => `${column} = ${literal(value)}`,
})

const holds = (columns: readonly string[], meaning: string): Filter => ({
  meaning,
  schema: text,
  condition: (value) => {
    // Less than half the work of ILIKE.
    const words = literal(value.toLowerCase())
    return `(${columns.map((column) => `coalesce(contains(lower(${column}), ${words}), false)`).join(' OR ')})`
  },
})

const since: Filter = {
  meaning: 'Published on this day or later.',
  schema: day,
  condition: (it) => `x.published >= ${literal(it)}`,
}
const until: Filter = {
  meaning: 'Published on this day or before.',
  schema: day,
  condition: (it) => `x.published <= ${literal(it)}`,
}
const outlet: Filter = {
  meaning: 'Published by.',
  schema: text,
  condition: (value) => `x.document IN (SELECT id FROM documents WHERE outlet = ${literal(value)})`,
}
const document = same('x.document', 'Id of a document.')

/** Whether an actor, or a country by its code, is among the mentions of a column. */
const among = (column: string, value: string): string =>
  `(list_contains([it.actor FOR it IN x.${column}], ${literal(value)}) OR list_contains([it.country FOR it IN x.${column}], ${literal(value)}))`
const party = (column: string, meaning: string): Filter => ({
  meaning: `${meaning}: id of an actor, or a country (ISO 3166-1 alpha-3).`,
  schema: text,
  condition: (value) => among(column, value),
})
const anyParty: Filter = {
  meaning: 'Who did it or to whom: id of an actor, or a country (ISO 3166-1 alpha-3).',
  schema: text,
  condition: (value) => `(${among('sources', value)} OR ${among('targets', value)})`,
}

const bySide = (side: 'source' | 'target') => ({
  schema: text,
  condition: (value: string) => ledgerParty(side, value),
})

const numberOf = 'coalesce(try_cast(substr(x.id, 2) AS INTEGER), 0)'
/** Newest first; what has no day last. */
const newest: readonly Key[] = [
  { sql: "coalesce(x.published, DATE '0001-01-01')", descending: true },
  { sql: 'x.document' },
  { sql: numberOf },
]

const withDocument = (table: string) =>
  ({
    from: table,
    columns: 'd.title, d.outlet, d.uri, x.*',
    join: ' JOIN documents d ON d.id = x.document',
    id: ['document', 'id'],
  }) as const

export const lists = {
  documents: {
    row: 'An article, without its text.',
    from: '(SELECT id, day AS published, title, outlet, byline, uri, language, added FROM documents)',
    columns: `x.*,
  (SELECT count(*)::INTEGER FROM statements s WHERE s.document = x.id) AS statements,
  (SELECT count(*)::INTEGER FROM events e WHERE e.document = x.id) AS events,
  (SELECT count(*)::INTEGER FROM commitments c WHERE c.document = x.id) AS commitments`,
    id: ['id'],
    filters: {
      q: holds(['x.title', 'x.outlet', 'x.byline'], 'Words in its title, outlet or byline.'),
      outlet: same('x.outlet', 'Published by.'),
      language: oneOf('x.language', 'BCP 47.'),
      since,
      until,
    },
    order: [{ sql: "coalesce(x.published, DATE '0001-01-01')", descending: true }, { sql: 'x.id' }],
  },
  statements: {
    row: 'Somebody says something.',
    ...withDocument('statements'),
    filters: {
      q: holds(['x.content_text', 'x.source_name', 'x.cue_text'], 'Words in what was said, or in who said it.'),
      document,
      speaker: {
        meaning: 'Who said it: id of an actor, or a country (ISO 3166-1 alpha-3).',
        schema: text,
        condition: (value: string) => `(x.source_actor = ${literal(value)} OR x.source_country = ${literal(value)})`,
      },
      about: {
        meaning: 'Whom what was said names: id of an actor.',
        schema: text,
        condition: (
          value: string,
        ) => `EXISTS (SELECT 1 FROM mentions m WHERE m.document = x.document AND m.actor = ${literal(value)}
    AND list_bool_or([m.start_char >= it.start_char AND m.end_char <= it.end_char FOR it IN x.content]))`,
      },
      act: oneOf('x.act', 'Kind of speech act.'),
      form: oneOf('x.form', 'direct, indirect or mixed.'),
      sourcing: oneOf('x.sourcing', 'On whose word.'),
      sector: oneOf('x.source_sector', 'PLOVER sector of who said it.'),
      outlet,
      since,
      until,
    },
    order: newest,
  },
  events: {
    row: 'Somebody does something to somebody.',
    ...withDocument('events'),
    filters: {
      q: holds(
        ['x.trigger_text', 'x.source_name', 'x.target_name', 'x.place_text'],
        'Words of the deed, who, to whom or where.',
      ),
      document,
      actor: anyParty,
      source: party('sources', 'Who did it'),
      target: party('targets', 'To whom'),
      type: oneOf('x.type', 'PLOVER type.'),
      quad: oneOf('x.quad::VARCHAR', 'Quad class, 1 to 4.'),
      factuality: oneOf('x.factuality', 'asserted, future, hypothetical, negated or historical.'),
      claim: {
        meaning: 'true: it stands in a statement, somebody says so; false: the article itself tells it.',
        schema: flag,
        condition: (value: string) => `x.statement IS ${value === 'true' ? 'NOT ' : ''}NULL`,
      },
      month: {
        meaning: 'Month of the event, or of its document where the event has no day: YYYY-MM.',
        schema: z.string().regex(/^\d{4}-\d{2}$/, 'it is no month. Write YYYY-MM'),
        condition: (value: string) => `strftime(coalesce(x.date, x.published), '%Y-%m') = ${literal(value)}`,
      },
      outlet,
      since,
      until,
    },
    order: newest,
  },
  commitments: {
    row: 'Somebody offers, promises, threatens or demands something.',
    ...withDocument('commitments'),
    columns: `d.title, d.outlet, d.uri, x.*,
  (SELECT list({status: h.status, date: h.date, evidence: h.evidence_text, start_char: h.evidence_start, end_char: h.evidence_end, statement: h.statement} ORDER BY h.n)
    FROM history h WHERE h.document = x.document AND h.commitment = x.id) AS history`,
    filters: {
      q: holds(
        ['x.about_text', 'x.condition_text', 'x.source_name', 'x.target_name'],
        'Words of what it is about, its condition, by whom or to whom.',
      ),
      document,
      actor: { ...anyParty, meaning: 'By whom or to whom: id of an actor, or a country (ISO 3166-1 alpha-3).' },
      source: party('sources', 'By whom'),
      target: party('targets', 'To whom'),
      kind: oneOf('x.kind', 'offer, promise, threat, red-line, demand, ultimatum, refusal or agreement.'),
      status: oneOf('x.status', 'What became of it.'),
      overdue: {
        meaning: 'true: its deadline is past and its document does not tell what became of it.',
        schema: flag,
        condition: (value: string) =>
          `coalesce(x.status = 'open' AND x.deadline_date < current_date, false) = ${value}`,
      },
      outlet,
      since,
      until,
    },
    order: newest,
  },
  ledger: {
    row: 'A commitment as the whole record tells of it, with every report and every step.',
    ledger: true,
    from: 'ledger',
    id: ['id'],
    columns: `x.*,
  (SELECT list({document: r.document, row: r.commitment, published: d.day, outlet: d.outlet, title: d.title, about: r.about, cluster: r.cluster, tied: r.tied} ORDER BY d.day NULLS LAST, r.document, r.commitment)
    FROM ledger_reports r JOIN documents d ON d.id = r.document WHERE r.ledger = x.id) AS told_in,
  (SELECT list({date: h.date, status: h.status, word: h.word, sourcing: h.sourcing, evidence: h.evidence, document: h.document, start_char: h.evidence_start, end_char: h.evidence_end, outlet: d.outlet} ORDER BY h.date NULLS LAST, h.document, h.evidence_start)
    FROM ledger_history h LEFT JOIN documents d ON d.id = h.document WHERE h.ledger = x.id) AS history`,
    filters: {
      q: holds(
        ['x.about', 'x.condition', 'x.source_name', 'x.target_name'],
        'Words of what it is about, its condition, by whom or to whom.',
      ),
      id: same('x.id', 'Id in the ledger.'),
      actor: {
        meaning: 'Who is committed, or to whom: country (ISO 3166-1 alpha-3), id of an actor, or a name.',
        schema: text,
        condition: (value: string) => `(${ledgerParty('source', value)} OR ${ledgerParty('target', value)})`,
      },
      source: { ...bySide('source'), meaning: 'Who is committed, likewise.' },
      target: { ...bySide('target'), meaning: 'To whom, likewise.' },
      kind: oneOf('x.kind', 'offer, promise, threat, red-line, demand, ultimatum, refusal or agreement.'),
      status: oneOf('x.status', 'What became of it.'),
      overdue: {
        meaning: "true: its deadline is before the record's last day and nobody tells of any outcome.",
        schema: flag,
        condition: (value: string) => `(x.status ${value === 'true' ? '=' : '<>'} 'lapsed')`,
      },
      disputed: {
        meaning: 'true: some say that it was kept, accepted or carried out, and others that it was not.',
        schema: flag,
        condition: (value: string) => `coalesce(x.disputed, false) = ${value}`,
      },
      since: {
        meaning: 'Reported on this day or later.',
        schema: day,
        condition: (it: string) => `x.last_reported >= ${literal(it)}`,
      },
      until: {
        meaning: 'First reported on this day or before.',
        schema: day,
        condition: (it: string) => `x.first_reported <= ${literal(it)}`,
      },
    },
    order: [{ sql: "coalesce(x.last_reported, DATE '0001-01-01')", descending: true }, { sql: 'x.id' }],
  },
} satisfies Record<string, List>
