/** What a request for a list asks, as SQL, and a page of the answer. */
import { z } from 'zod'
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
export const sqlOf = (list: List, { where }: Asked): string => {
  const rows = `${list.select}${conditions(where)}`
  return `${list.beside ? withBeside(list, rows) : rows}\nORDER BY ${orderBy(list.order)}`
}

const withBeside = ({ beside }: List, rows: string): string => `SELECT x.*,\n  ${beside}\nFROM (\n${rows}\n) x`

const conditions = (where: readonly string[]): string => (where.length === 0 ? '' : `\nWHERE ${where.join('\n  AND ')}`)

export interface Page {
  readonly total: number
  readonly rows: readonly Cells[]
  /** Where the next page begins; absent on the last. */
  readonly next?: string
}

/** A page of a list. */
export async function pageOf(held: Held, list: List, asked: Asked): Promise<Page> {
  const { select, order } = list
  const { where, limit, cursor } = asked
  const from = cursor === undefined ? [] : [comesAfter(order, keysFrom(cursor, order.length))]
  const keys = order.map(({ sql }, n) => `${sql} AS key_${n}`).join(', ')
  const rows = `${select.replace('SELECT', `SELECT ${keys}, `)}${conditions([...where, ...from])}\nORDER BY ${orderBy(order)} LIMIT ${limit + 1}`
  const found = await held.rows(list.beside ? `${withBeside(list, rows)}\nORDER BY ${orderBy(order)}` : rows)
  const total = await held.rows(`SELECT count(*)::INTEGER AS n FROM (${select}${conditions(where)})`)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    total: Number(total[0]!.n),
    rows: shown.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !/^key_\d$/.test(name)))),
    ...(found.length > limit && { next: cursorOf(order.map((_, n) => last![`key_${n}`] as KeyValue)) }),
  }
}
