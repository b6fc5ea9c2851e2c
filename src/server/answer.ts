/** Answers in JSON that the asker keeps for as long as the record stays as it is. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { keptAnswers } from './answers.ts'

const kept = keptAnswers()

/** Answers in JSON, or that nothing has changed since the asker had the answer; then nothing is asked of the record. */
export async function fresh(c: Context, revision: string, answer: () => Promise<unknown>): Promise<Response> {
  const tag = `W/"${createHash('sha256').update(`${revision} ${c.req.url}`).digest('base64url').slice(0, 22)}"`
  const known = (c.req.header('if-none-match') ?? '').split(',').map((it) => it.trim())
  // A fault has no tag: it is asked for anew.
  const body = known.includes(tag) ? undefined : await kept(tag, answer)
  c.header('etag', tag)
  c.header('cache-control', 'no-cache')
  if (body === undefined) return c.body(null, 304)
  c.header('content-type', 'application/json')
  return c.body(body)
}

/** The parameters of a request, without the token that lets in. */
export function queryOf(c: Context): Record<string, string> {
  const { token: _, ...asked } = c.req.query()
  return asked
}
