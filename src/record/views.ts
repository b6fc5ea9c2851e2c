/** Views that people need beside the tables, as data: what each is, what its columns mean, and its SQL. */
import { clusters } from './clusters/view.ts'
import type { Column } from './column.ts'

export interface View {
  readonly name: string
  readonly row: string
  readonly columns: readonly Pick<Column, 'name' | 'meaning'>[]
  readonly sql: string
}

const columns = (meanings: Record<string, string>) =>
  Object.entries(meanings).map(([name, meaning]) => ({ name, meaning }))

export const quotes: View = {
  name: 'quotes',
  row: 'A statement with its document: who said what, where, on whose word.',
  columns: columns({
    published: 'Day of the document.',
    outlet: 'Who published it.',
    title: 'Headline.',
    speaker: 'Name of who said it; null when the text names nobody.',
    actor: 'Id of who said it, in actors; null when not resolved.',
    country: 'Country of who said it, ISO 3166-1 alpha-3.',
    sector: 'PLOVER sector of who said it.',
    act: 'Kind of speech act.',
    quote: 'What was said, in the words of the text.',
    form: 'direct, indirect or mixed.',
    sourcing: 'On whose word.',
    confidence: 'From 0 to 1.',
    uri: 'Path or address of the document.',
    document: 'Id in documents.',
    id: 'Id in statements.',
  }),
  sql: `SELECT s.published, d.outlet, d.title, s.source_name AS speaker, s.source_actor AS actor,
  s.source_country AS country, s.source_sector AS sector, s.act, s.content_text AS quote, s.form, s.sourcing,
  s.confidence, d.uri, s.document, s.id
FROM statements s JOIN documents d ON d.id = s.document`,
}

export const dyads: View = {
  name: 'dyads',
  row: 'What one party did to another in one month: events told as done (asserted), every source with every target.',
  columns: columns({
    source: 'Country of who did it, ISO 3166-1 alpha-3; the id of the actor where no country is known.',
    target: 'Country or actor to whom, likewise.',
    month: "First day of the month of the event, or of its document where the event's day is not known.",
    events: 'How many events.',
    claims: 'How many of them stand in a statement: somebody says so.',
    verbal_cooperation: 'How many are of quad class 1.',
    material_cooperation: 'How many are of quad class 2.',
    verbal_conflict: 'How many are of quad class 3.',
    material_conflict: 'How many are of quad class 4.',
    goldstein: 'Mean of the Goldstein scale.',
  }),
  sql: `WITH sides AS (
  SELECT coalesce(s.country, s.actor) AS source, unnest(targets) AS t, coalesce(date, published) AS day, statement, quad,
    goldstein
  FROM (SELECT unnest(sources) AS s, targets, date, published, statement, quad, goldstein
    FROM events WHERE factuality = 'asserted')
), pairs AS (
  SELECT source, coalesce(t.country, t.actor) AS target, date_trunc('month', day)::DATE AS month, statement, quad, goldstein
  FROM sides
)
SELECT source, target, month, count(*) AS events, count(statement) AS claims,
  count(*) FILTER (quad = 1) AS verbal_cooperation, count(*) FILTER (quad = 2) AS material_cooperation,
  count(*) FILTER (quad = 3) AS verbal_conflict, count(*) FILTER (quad = 4) AS material_conflict,
  avg(goldstein) AS goldstein
FROM pairs
WHERE source IS NOT NULL AND target IS NOT NULL
GROUP BY ALL`,
}

export const views: readonly View[] = [clusters, quotes, dyads]
