/** Pages of a list that stay in place while rows are added: a page begins after the row that the last one ended with. */
import { OnrecordError } from '../errors.ts'
import { literal } from '../record/index.ts'

/** What a list is ordered by; together the keys tell every row. Values are text or numbers. */
export interface Key {
  readonly sql: string
  readonly descending?: boolean
}

export type KeyValue = string | number

export const orderBy = (keys: readonly Key[]): string =>
  keys.map(({ sql, descending }) => `${sql}${descending ? ' DESC' : ''}`).join(', ')

/** The condition on rows that come after one with these keys. */
export function comesAfter(keys: readonly Key[], values: readonly KeyValue[]): string {
  const cases = keys.map(({ sql, descending }, n) => {
    const same = keys.slice(0, n).map((key, i) => `${key.sql} = ${literalOf(values[i]!)}`)
    return [...same, `${sql} ${descending ? '<' : '>'} ${literalOf(values[n]!)}`].join(' AND ')
  })
  return `(${cases.map((it) => `(${it})`).join(' OR ')})`
}

const literalOf = (value: KeyValue): string => (typeof value === 'number' ? String(value) : literal(value))

export const cursorOf = (values: readonly KeyValue[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/**
 * The keys that a cursor holds.
 *
 * @throws OnrecordError E_PARAMETER when it is none of ours
 */
export function keysFrom(cursor: string, count: number): KeyValue[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const fits = Array.isArray(values) && values.length === count
    if (fits && values.every((it) => typeof it === 'string' || Number.isFinite(it))) return values
  } catch {
    // What is not JSON is no cursor either.
  }
  throw new OnrecordError('E_PARAMETER', 'cursor: it is not one that this list gave. Begin without it.')
}
