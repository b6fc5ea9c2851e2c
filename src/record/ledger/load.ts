/** The reports of a record that its ledger is made from. */
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Report, ReportedStep, Side } from './model.ts'

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

type Values = Record<string, unknown>

const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<Values[]> =>
  (await connection.runAndReadAll(sql)).getRowObjects()

const textOr = <Name extends string>(name: Name, value: unknown): { [K in Name]?: string } =>
  value == null ? {} : ({ [name]: String(value) } as { [K in Name]?: string })

function stepOf(row: Values): ReportedStep {
  const word =
    row.source_text == null
      ? undefined
      : sideOf({
          text: String(row.source_text),
          actor: row.source_actor as string | null,
          country: row.source_country as string | null,
          sector: row.source_sector as string | null,
        })
  return {
    status: String(row.status),
    ...textOr('date', row.date),
    start: Number(row.evidence_start),
    end: Number(row.evidence_end),
    evidence: String(row.evidence_text),
    ...(word && { word }),
    sourcing: String(row.sourcing ?? 'none'),
    ...textOr('statement', row.statement),
    ...textOr('rule', row.rule),
  }
}
