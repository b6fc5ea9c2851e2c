import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import type { Input } from './input.ts'
import { type Line, linesOf } from './lines.ts'

/** One row of NDJSON input: text or html, and whatever is known of it. Unknown fields are passed over. */
const Row = z
  .object({
    id: z.union([z.string(), z.number()]).transform(String).nullish(),
    text: z.string().nullish(),
    html: z.string().nullish(),
    title: z.string().nullish(),
    published: z.string().nullish(),
    outlet: z.string().nullish(),
    url: z.string().nullish(),
  })
  .refine((row) => row.text != null || row.html != null, { message: 'has neither "text" nor "html"' })

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The articles of an NDJSON stream, one a line; empty lines are passed over, a bad line comes out as an error. */
export async function* ndjsonInputs(
  stream: AsyncIterable<Buffer>,
  maxBytes: number,
  path: string,
): AsyncGenerator<Input> {
  for await (const line of linesOf(stream, maxBytes, path)) {
    const input = inputOf(line, path)
    if (input) yield input
  }
}

function inputOf(line: Line, path: string): Input | undefined {
  const place = `${path}:${line.number}`
  const failed = (error: OnrecordError): Input => ({ uri: place, format: 'ndjson', error })
  if (line.error) return failed(line.error)
  try {
    const text = utf8.decode(line.bytes)
    if (text.trim() === '') return undefined
    return { uri: place, format: 'ndjson', ...fieldsOf(Row.parse(JSON.parse(text))) }
  } catch (error) {
    return failed(
      new OnrecordError(
        'E_NDJSON',
        `${place} ${reasonOf(error)}. Each line must be a JSON object with "text" or "html".`,
      ),
    )
  }
}

function fieldsOf({ text, html, ...given }: z.infer<typeof Row>): Pick<Input, 'body'> & Partial<Input> {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value != null && value !== ''))
  return { ...known, body: html != null ? { kind: 'html', data: html } : { kind: 'text', data: text! } }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const issue = error.issues[0]!
    return issue.path.length > 0 ? `has a bad "${issue.path.join('.')}": ${issue.message}` : issue.message
  }
  if (error instanceof SyntaxError) return `is not JSON (${error.message})`
  return 'is not UTF-8'
}
