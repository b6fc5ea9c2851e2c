/**
 * GDELT's Global Quotation Graph: one line of JSON an article, with its quotations and the words around each, never the whole text. They
 * are read as what they are: a paragraph a quotation, with a warning.
 */
import { z } from 'zod'
import { OnrecordError } from '../../errors.ts'
import type { Input } from '../input.ts'
import { linesOf } from '../lines.ts'
import { textOf } from './article.ts'

const text = z
  .string()
  .nullish()
  .transform((it) => it ?? '')
const Row = z.object({
  date: text,
  url: text,
  title: text,
  quotes: z.array(z.object({ pre: text, quote: text, post: text })),
})

/** The articles of a stream; a bad line comes out as an error, a line without quotations is passed over. */
export async function* gqgInputs(stream: AsyncIterable<Buffer>, path: string, maxBytes: number): AsyncGenerator<Input> {
  for await (const { number, bytes, error } of linesOf(stream, maxBytes, path)) {
    const uri = `${path}:${number}`
    const line = bytes.toString('utf8').trim()
    if (!error && line === '') continue
    const row = error ? undefined : rowIn(line)
    if (!row) {
      yield {
        uri,
        format: 'gqg',
        error: error ?? new OnrecordError('E_JSON', `${uri} is no line of GQG. Export it again.`),
      }
      continue
    }
    const paragraphs = row.quotes.filter(({ quote }) => quote !== '').map(paragraphOf)
    if (paragraphs.length === 0) continue
    const message = `${uri} holds ${paragraphs.length} quotations with the words around them, not a whole article.`
    yield {
      uri,
      format: 'gqg',
      finished: true,
      ...(row.title && { title: row.title }),
      ...(row.date && { published: row.date }),
      ...(row.url && { url: row.url }),
      warnings: [{ code: 'W_EXCERPTS', message }],
      body: { kind: 'text', data: textOf(paragraphs) },
    }
  }
}

function rowIn(line: string): z.infer<typeof Row> | undefined {
  try {
    return Row.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

/** The quotation in its marks, which the words around it hold or not. */
function paragraphOf({ pre, quote, post }: z.infer<typeof Row>['quotes'][number]): string {
  const isMarked = /["“”«]$/.test(pre) || /^["”“»]/.test(quote)
  const quoted = isMarked ? quote : `“${quote}”`
  const joint = (a: string, b: string) =>
    a === '' || b === '' || /["“«\s]$/.test(a) || /^["”»\s.,;:!?]/.test(b) ? '' : ' '
  const all = `${pre}${joint(pre, quoted)}${quoted}${joint(quoted, post)}${post}`
  return all.replace(/\s+/g, ' ').trim()
}
