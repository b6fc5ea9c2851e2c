/** The key of an input: what makes the same input twice the same. */
import { createHash } from 'node:crypto'
import type { Input } from '../sources/index.ts'

/**
 * The sha-256 (32 hexadecimal digits) of an input's bytes and of what it says of itself; where it lies does not count. For one
 * that could not be opened: of its place and fault.
 *
 * @param how what else decides what is read from it, such as that it is plain text
 */
export function keyOf(
  { body, error, uri, format, id, title, byline, published, outlet, url }: Input,
  how = '',
): string {
  const hash = createHash('sha256')
  const said = body ? [body.kind, id, title, published, outlet, url, ...(byline ? [byline] : [])] : [uri, error?.code]
  hash.update(JSON.stringify([how, format, ...said.map((it) => it ?? null)]))
  if (body) hash.update(body.data)
  return hash.digest('hex').slice(0, 32)
}
