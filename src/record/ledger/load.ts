/** The reports and deeds of a record that its ledger is made from. */
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Deed, Report, ReportedStep, Side } from './model.ts'
import { stemsOf } from './subject.ts'
import { keysOf } from './taken.ts'

/** A mention as the record keeps it, in JSON. */
interface Cell {
  text: string
  actor: string | null
  country: string | null
  sector: string | null
}

/** Sectors that act for their country. */
const official = /^(?:GOV|MIL|SPY)$/

/**
 * Who a mention stands for: a government and whoever speaks for it are their country; anybody else is who the registry says.
 * Actors known from one text only ("x-…") are not the same from one text to the next.
 */
export function sideOf({ text, actor, country, sector }: Cell): Side {
  const name = text.replace(/\s+/g, ' ')
  if (country && (official.test(sector ?? '') || actor === country.toLowerCase())) return { key: country, name }
  if (actor && !actor.startsWith('x-')) return { key: actor, name }
  return { name }
}

const reportsSql = `SELECT c.document, c.id, c.published::VARCHAR AS published, coalesce(k.cluster, c.document) AS cluster, c.kind,
  to_json(c.sources)::VARCHAR AS sources, to_json(c.targets)::VARCHAR AS targets, c.source_name, c.target_name, c.about_text, c.condition_text,
  c.deadline_date::VARCHAR AS deadline, c.strength, c.confidence
FROM commitments c LEFT JOIN clusters k ON k.document = c.document`

const stepsSql = `SELECT h.document, h.commitment, h.status, h.date::VARCHAR AS date, h.evidence_start, h.evidence_end, h.evidence_text,
  h.statement, h.rule, s.source_text, s.source_actor, s.source_country, s.source_sector, s.sourcing
FROM history h LEFT JOIN statements s ON s.document = h.document AND s.id = h.statement
ORDER BY h.document, h.commitment, h.n`

/** Every report of a record, in no order that counts. */
export async function reportsIn(connection: DuckDBConnection): Promise<Report[]> {
  const steps = new Map<string, ReportedStep[]>()
  for (const row of await rowsOf(connection, stepsSql)) {
    const key = `${row.document} ${row.commitment}`
    const own = steps.get(key)
    if (own) own.push(stepOf(row))
    else steps.set(key, [stepOf(row)])
  }
  const reports = (await rowsOf(connection, reportsSql)).map((row): Report => {
    // The first goes by its name in actors, which says more than "he".
    const sides = (cell: unknown, name: unknown): Side[] =>
      (JSON.parse(String(cell ?? '[]')) as Cell[]).map((it, n) =>
        sideOf(n === 0 && name != null ? { ...it, text: String(name) } : it),
      )
    return {
      document: String(row.document),
      commitment: String(row.id),
      ...textOr('published', row.published),
      cluster: String(row.cluster),
      kind: String(row.kind),
      source: sides(row.sources, row.source_name),
      target: sides(row.targets, row.target_name),
      about: String(row.about_text ?? ''),
      ...textOr('condition', row.condition_text),
      ...textOr('deadline', row.deadline),
      ...textOr('strength', row.strength),
      confidence: Number(row.confidence),
      steps: steps.get(`${row.document} ${row.id}`) ?? [],
    }
  })
  return reports
}

/** Days: what happened longer before it is told is background. */
const STALE = 30

/** Kinds of event that are words: what is promised, asked or refused is a commitment, and no deed. */
const words = "('AGREE', 'REQUEST', 'THREATEN', 'ACCUSE', 'REJECT', 'SUPPORT')"

const deedsSql = `SELECT e.document, e.id, coalesce(k.cluster, e.document) AS cluster, e.published::VARCHAR AS published, e.date::VARCHAR AS date,
  to_json(e.sources)::VARCHAR AS sources, to_json(e.targets)::VARCHAR AS targets, e.trigger[1].start_char AS trigger_start,
  e.trigger[-1].end_char AS trigger_end, e.trigger_text, n.text AS sentence, e.factuality, e.statement, e.confidence,
  s.source_text, s.source_actor, s.source_country, s.source_sector, s.sourcing
FROM events e LEFT JOIN clusters k ON k.document = e.document LEFT JOIN sentences n ON n.document = e.document AND n.n = e.sentence
  LEFT JOIN statements s ON s.document = e.document AND s.id = e.statement
WHERE e.factuality IN ('asserted', 'negated') AND e.published IS NOT NULL AND e.type NOT IN ${words}
  AND (e.source_country IS NOT NULL OR e.source_actor IS NOT NULL) AND (e.date IS NULL OR abs(e.date - e.published) < ${STALE})`

/** The deeds that events tell: done or not done, by somebody who is known, lately. */
export async function deedsIn(connection: DuckDBConnection): Promise<Deed[]> {
  const rows = await rowsOf(connection, deedsSql)
  return rows.flatMap((row): Deed[] => {
    const sides = (cell: unknown) => keysOf((JSON.parse(String(cell ?? '[]')) as Cell[]).map(sideOf))
    const by = sides(row.sources)
    const actions = stemsOf(String(row.trigger_text))
    if (by.length === 0 || actions.length === 0) return []
    return [
      {
        kind: row.factuality === 'negated' ? 'did-not' : 'did',
        document: String(row.document),
        cluster: String(row.cluster),
        day: String(row.published),
        by,
        to: sides(row.targets),
        actions,
        stems: stemsOf(String(row.sentence ?? row.trigger_text)),
        start: Number(row.trigger_start),
        end: Number(row.trigger_end),
        evidence: String(row.trigger_text).replaceAll(' … ', ' '),
        ...wordOf(row),
        sourcing: String(row.sourcing ?? 'none'),
        ...textOr('date', row.date),
        ...textOr('statement', row.statement),
        confidence: Number(row.confidence),
        event: String(row.id),
      },
    ]
  })
}

type Values = Record<string, unknown>

const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<Values[]> =>
  (await connection.runAndReadAll(sql)).getRowObjects()

const textOr = <Name extends string>(name: Name, value: unknown): { [K in Name]?: string } =>
  value == null ? {} : ({ [name]: String(value) } as { [K in Name]?: string })

function wordOf(row: Values): { word?: Side } {
  if (row.source_text == null) return {}
  return {
    word: sideOf({
      text: String(row.source_text),
      actor: row.source_actor as string | null,
      country: row.source_country as string | null,
      sector: row.source_sector as string | null,
    }),
  }
}

function stepOf(row: Values): ReportedStep {
  return {
    status: String(row.status),
    ...textOr('date', row.date),
    start: Number(row.evidence_start),
    end: Number(row.evidence_end),
    evidence: String(row.evidence_text),
    ...wordOf(row),
    sourcing: String(row.sourcing ?? 'none'),
    ...textOr('statement', row.statement),
    ...textOr('rule', row.rule),
  }
}
