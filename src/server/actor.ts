/** Somebody on record: what they are called, what they are, how much they said and did, month by month, and with whom. */
import { registry } from '../actors/index.ts'
import { literal } from '../record/index.ts'
import type { Cells, Held } from './held.ts'

/** Names and others shown at most. */
const SHOWN = 20

/** Everybody on record whose name holds these words, those named in the most articles first. */
export const actorsSql = (words: string | undefined): string => {
  const pattern = literal(`%${(words ?? '').replace(/[\\%_]/g, '\\$&')}%`)
  return `SELECT id, any_value(name ORDER BY name) AS name, any_value(kind ORDER BY kind) AS kind, any_value(country ORDER BY country) AS country,
  any_value(sector ORDER BY sector) AS sector, any_value(qid ORDER BY qid) AS qid, count(DISTINCT document)::INTEGER AS documents
FROM actors${words ? ` WHERE name ILIKE ${pattern} ESCAPE '\\' OR lower(id) = lower(${literal(words)})` : ''}
GROUP BY id ORDER BY documents DESC, id`
}

/** What is on record of an actor; undefined where no document names them. */
export async function actorOf(held: Held, id: string): Promise<Cells | undefined> {
  const is = literal(id)
  const [actor] = await held.rows(`FROM (${actorsSql(undefined)}) WHERE id = ${is}`)
  if (!actor) return undefined
  const among = (column: string) => `list_contains([it.actor FOR it IN ${column}], ${is})`
  const months = await held.rows(`SELECT strftime(published, '%Y-%m') AS month,
  (count(*) FILTER (what = 'said'))::INTEGER AS said, (count(*) FILTER (what = 'did'))::INTEGER AS did,
  (count(*) FILTER (what = 'promised'))::INTEGER AS promised
FROM (SELECT published, 'said' AS what FROM statements WHERE source_actor = ${is}
  UNION ALL SELECT published, 'did' FROM events WHERE ${among('sources')}
  UNION ALL SELECT published, 'promised' FROM commitments WHERE ${among('sources')})
WHERE published IS NOT NULL GROUP BY ALL ORDER BY month`)
  const sum = (name: string) => months.reduce((total, it) => total + Number(it[name]), 0)
  return {
    ...actor,
    said: sum('said'),
    did: sum('did'),
    promised: sum('promised'),
    months,
    names:
      await held.rows(`SELECT text AS name, count(*)::INTEGER AS times FROM mentions WHERE actor = ${is} AND text SIMILAR TO '.*[A-Z].*'
GROUP BY ALL ORDER BY times DESC, name LIMIT ${SHOWN}`),
    sourcing:
      await held.rows(`SELECT sourcing, form, count(*)::INTEGER AS times FROM statements WHERE source_actor = ${is}
GROUP BY ALL ORDER BY times DESC, sourcing, form`),
    others:
      await held.rows(`SELECT other AS id, any_value(a.name ORDER BY a.name) AS name, count(*)::INTEGER AS events FROM (
  SELECT document, unnest([it.actor FOR it IN targets]) AS other FROM events WHERE ${among('sources')}
  UNION ALL SELECT document, unnest([it.actor FOR it IN sources]) FROM events WHERE ${among('targets')}
) o JOIN actors a ON a.document = o.document AND a.id = other
WHERE other <> ${is} GROUP BY other ORDER BY events DESC, other LIMIT ${SHOWN}`),
    offices: officesOf(id),
  }
}

/** Offices by the registry, with the days between which they were held. */
const officesOf = (id: string) => registry().people.find((it) => it.id === id)?.offices ?? []
