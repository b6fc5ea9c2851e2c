/** What a request for a list asks, as SQL, and a page of the answer. */
import { z } from 'zod'
import { literal } from '../record/index.ts'
import type { Cells, Held } from './held.ts'
import { comesAfter, cursorOf, type KeyValue, keysFrom, orderBy } from './keyset.ts'
import type { List } from './lists.ts'
import { parametersOf } from './parameters.ts'

/** Rows a page has unless told otherwise, and at most. */
const USUAL = 50
const MOST = 500

export interface Asked {
  /** Conditions on the rows. */
  readonly where: readonly string[]
  readonly limit: number
  readonly cursor?: string
}

const paging = {
  limit: z.coerce.number().int().min(1).max(MOST).default(USUAL),
  cursor: z.string().max(4000).optional(),
}

/**
 * Reads the parameters of a list.
 *
 * @throws OnrecordError E_PARAMETER for one that there is not, or with a value that it cannot have
 */
export function askedOf(list: List, parameters: Readonly<Record<string, string>>): Asked {
  const schemas = Object.fromEntries(Object.entries(list.filters).map(([name, it]) => [name, it.schema.optional()]))
  const { limit, cursor, ...filters } = parametersOf({ ...schemas, ...paging }, parameters)
  const where = Object.entries(filters as Record<string, string | undefined>).flatMap(([name, value]) =>
    value === undefined ? [] : [list.filters[name]!.condition(value)],
  )
  return { where, limit, cursor }
}

/** The whole list as one question, in its order: what the SQL page shows and downloads run. */
export const sqlOf = (list: List, { where }: Asked): string =>
  `SELECT ${list.columns}\nFROM ${list.from} x${list.join ?? ''}${conditions(where)}\nORDER BY ${orderBy(list.order)}`

const conditions = (where: readonly string[]): string => (where.length === 0 ? '' : `\nWHERE ${where.join('\n  AND ')}`)

export interface Page {
  readonly total: number
  readonly rows: readonly Cells[]
  /** Where the next page begins; absent on the last. */
  readonly next?: string
}

/** A page of a list: first which rows it has, by their keys alone, then these rows. */
export async function pageOf(held: Held, list: List, { where, limit, cursor }: Asked): Promise<Page> {
  const { from, id, order } = list
  const keys = order.map(({ descending }, n) => ({ sql: `key_${n}`, descending }))
  const after = cursor === undefined ? [] : [comesAfter(keys, keysFrom(cursor, order.length))]
  const found = await held.rows(`WITH chosen AS MATERIALIZED (
  SELECT ${order.map(({ sql }, n) => `${sql} AS key_${n}`).join(', ')}, ${id.map((it) => `x.${it}`).join(', ')} FROM ${from} x${conditions(where)}
), shown AS (FROM chosen${conditions(after)} ORDER BY ${orderBy(keys)} LIMIT ${limit + 1})
SELECT * FROM (SELECT count(*)::INTEGER AS total FROM chosen) LEFT JOIN shown ON true ORDER BY ${orderBy(keys)}`)
  // Where no row is so, the total stands alone.
  const shown = found.filter((it) => it.id !== null).slice(0, limit)
  const last = shown.at(-1)
  return {
    total: Number(found[0]!.total),
    rows: last ? await held.rows(sqlOf(list, { where: those(id, shown), limit })) : [],
    ...(found.length > limit && { next: cursorOf(order.map((_, n) => last![`key_${n}`] as KeyValue)) }),
  }
}

/** Conditions that only these rows meet; the first alone spares the most of the files. */
function those(id: readonly string[], rows: readonly Cells[]): string[] {
  const among = (column: string, values: readonly string[]) =>
    `${column} IN (${[...new Set(values)].map(literal).join(', ')})`
  const first = among(
    `x.${id[0]}`,
    rows.map((row) => String(row[id[0]!])),
  )
  if (id.length === 1) return [first]
  const whole = rows.map((row) => id.map((it) => row[it]).join(' '))
  return [first, among(id.map((it) => `x.${it}`).join(" || ' ' || "), whole)]
}
