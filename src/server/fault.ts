/** The one shape in which the API says what went wrong. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { coded, type OnrecordError } from '../errors.ts'

/** HTTP statuses of errors; any other code is the asker's fault, as the record's errors on questions are. */
const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  E_NO_PAGE: 404,
  E_NO_RECORD: 404,
  E_TOKEN: 401,
  E_HOST: 403,
  E_ORIGIN: 403,
  E_BODY: 413,
  E_SQL_TIME: 503,
  E_SEGMENT: 500,
  E_MANIFEST: 500,
  E_WRITE: 500,
  E_INTERNAL: 500,
}

/** `{ "error": { "code": "E_…", "message": "where, and what to do" } }`. */
export function answerFault(c: Context, error: unknown): Response {
  const { code, message }: OnrecordError = coded(error)
  // Others need not know what our insides look like; the terminal does.
  if (code === 'E_INTERNAL') process.stderr.write(`error ${code}: ${message}\n`)
  return c.json({ error: { code, message } }, statuses[code] ?? 400, { 'cache-control': 'no-store' })
}
