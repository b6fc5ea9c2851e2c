/** What two parties did to each other, month by month, with the number of articles it is to be measured by. */
import { literal } from '../record/index.ts'
import type { Cells, Held } from './held.ts'

/** A party is an actor by id, or a country by its code: then everybody of that country. */
const among = (column: string, party: string): string =>
  `(list_contains([it.actor FOR it IN ${column}], ${literal(party)}) OR list_contains([it.country FOR it IN ${column}], ${literal(party)}))`

const month = "strftime(coalesce(date, published), '%Y-%m')"

/** Months of a pair as a question; each direction has its own rows. */
export const pairSql = (a: string, b: string): string => `WITH between AS (
  SELECT ${literal(a)} AS source, ${literal(b)} AS target, * FROM events WHERE ${among('sources', a)} AND ${among('targets', b)}
  UNION ALL
  SELECT ${literal(b)}, ${literal(a)}, * FROM events WHERE ${among('sources', b)} AND ${among('targets', a)}
), articles AS (SELECT strftime(day, '%Y-%m') AS month, count(*)::INTEGER AS articles FROM documents GROUP BY ALL)
SELECT ${month} AS month, source, target, count(*)::INTEGER AS events, count(statement)::INTEGER AS claims,
  (count(*) FILTER (quad = 1))::INTEGER AS verbal_cooperation, (count(*) FILTER (quad = 2))::INTEGER AS material_cooperation,
  (count(*) FILTER (quad = 3))::INTEGER AS verbal_conflict, (count(*) FILTER (quad = 4))::INTEGER AS material_conflict,
  round(avg(goldstein), 3) AS goldstein, any_value(articles) AS articles
FROM between LEFT JOIN articles ON articles.month = ${month}
WHERE factuality = 'asserted' AND ${month} IS NOT NULL
GROUP BY 1, 2, 3 ORDER BY 1, 2`

/** The months of two parties, and every month of the record between the first and the last with its number of articles. */
export async function pairOf(held: Held, a: string, b: string): Promise<Cells> {
  return {
    a: await named(held, a),
    b: await named(held, b),
    months: await held.rows(pairSql(a, b)),
    articles: await held.rows(
      "SELECT strftime(day, '%Y-%m') AS month, count(*)::INTEGER AS articles FROM documents WHERE day IS NOT NULL GROUP BY ALL ORDER BY 1",
    ),
  }
}

async function named(held: Held, party: string): Promise<Cells> {
  const [row] = await held.rows(`SELECT name FROM actors WHERE id = ${literal(party)}
  OR (country = ${literal(party)} AND kind = 'state') GROUP BY ALL ORDER BY count(*) DESC, name LIMIT 1`)
  return { id: party, name: row?.name ?? party }
}
