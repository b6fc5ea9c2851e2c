/** The pages in a WARC file: responses that came with status 200 and are HTML, resources, conversions, revisits of either. */
import { gather, rawBytesOf, STDIN } from '../bytes.ts'
import type { Input } from '../input.ts'
import type { Bounded } from '../options.ts'
import { contentOf, responseOf } from './http.ts'
import { recordsOf, type WarcRecord } from './records.ts'
import { type Originals, originals } from './revisits.ts'
import { digits, selector } from './selection.ts'

/** The pages of a stream in order, each with its place `path:offset`; what is no page is passed over. */
export async function* warcInputs(raw: AsyncIterable<Buffer>, path: string, options: Bounded): AsyncGenerator<Input> {
  const seen = originals()
  const wanted = selector(options.select ?? {})
  let [missing, first] = [0, '']
  for await (const record of recordsOf(raw, path)) {
    const isWanted = wanted({ url: addressOf(record) ?? '', timestamp: digits(record.header('WARC-Date')) })
    if (record.type !== 'revisit') {
      const input = await pageOf(record, path, options)
      if (input) seen.add(record, { path, offset: record.offset })
      if (input && isWanted) yield input
      continue
    }
    if (!isWanted) continue
    const input = path === STDIN ? undefined : await revisited(record, seen, options)
    if (input) yield { ...input, uri: `${path}:${record.offset}` }
    else if (missing++ === 0) first = `${path}:${record.offset} (${addressOf(record)})`
  }
  if (missing > 0) {
    const message = `${path}: ${missing} of its records are revisits of pages that it does not hold, and were passed over; the first is ${first}.`
    options.notice?.({ code: 'W_REVISIT', message })
  }
}

/** The page that a revisit found unchanged, under the revisit's address and time; undefined where it is not at hand. */
export async function revisited(revisit: WarcRecord, seen: Originals, options: Bounded): Promise<Input | undefined> {
  const original = seen.of(revisit)
  const input = original && (await pageAt(original.path, original.offset, options))
  return input && { ...input, ...whereAndWhen(revisit) }
}

/** The page whose record begins at a byte of a file; undefined where that is none. */
export async function pageAt(
  path: string,
  offset: number,
  options: Bounded,
  use: (record: WarcRecord) => Promise<Input | undefined> = (record) => pageOf(record, path, options),
): Promise<Input | undefined> {
  for await (const record of recordsOf(rawBytesOf(path, offset), path, offset)) return use(record)
  return undefined
}

/** The page in a record; undefined where it is none. A page that cannot be taken out is an input with an error. */
export async function pageOf(record: WarcRecord, path: string, options: Bounded): Promise<Input | undefined> {
  const place = `${path}:${record.offset}`
  const known = { uri: place, format: 'warc' as const, ...whereAndWhen(record) }
  try {
    const page = await contentIn(record, place, options.maxBytes)
    if (!page) return undefined
    const cut = record.header('WARC-Truncated')
    const message = `${place} was cut off when it was fetched (${cut}): its end is missing.`
    return { ...known, ...page, ...(cut && { warnings: [{ code: 'W_PAGE_CUT', message }] }) }
  } catch (error) {
    const { code } = error as { code?: string }
    // Faults of the file end it; those of one page do not take its neighbours with it.
    if (code === 'E_TOO_LARGE' || code === 'E_PACKING') return { ...known, error: error as Input['error'] }
    throw error
  }
}

const addressOf = (record: WarcRecord): string | undefined => record.header('WARC-Target-URI')?.replace(/^<|>$/g, '')

function whereAndWhen(record: WarcRecord): Pick<Input, 'url' | 'retrieved'> {
  const [url, retrieved] = [addressOf(record), record.header('WARC-Date')]
  return { ...(url && { url }), ...(retrieved && { retrieved }) }
}

type Content = Pick<Input, 'body' | 'contentType'>

async function contentIn(record: WarcRecord, place: string, maxBytes: number): Promise<Content | undefined> {
  const said = record.header('Content-Type') ?? ''
  if (record.type === 'response' && /^application\/http\b/i.test(said)) {
    const response = await responseOf(record.block)
    if (response?.status !== 200) return undefined
    const contentType = response.headers.get('content-type')
    const kind = kindOf(contentType, false)
    if (!kind) return undefined
    const sent = await gather(response.body, maxBytes, place)
    return contentAs(kind, contentType, contentOf(sent, response.headers, { maxBytes, place }))
  }
  // Text as it was taken from a page, as in the WET files of Common Crawl, is a conversion; other plain text is robots.txt and the like.
  const kind = /^(?:resource|conversion)$/.test(record.type) && kindOf(said, record.type === 'conversion')
  return kind ? contentAs(kind, said, await gather(record.block, maxBytes, place)) : undefined
}

type Kind = 'html' | 'text' | 'unsaid'

/** What a content type promises; undefined for what is no page. */
function kindOf(contentType: string | undefined, text: boolean): Kind | undefined {
  if (!contentType?.trim()) return 'unsaid'
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return 'html'
  return text && /^\s*text\/plain\b/i.test(contentType) ? 'text' : undefined
}

const LOOKS_HTML = /^\s*(?:\ufeff|ï»¿)?\s*<(?:!doctype html|html|head|body|!--|\?xml)/i

function contentAs(kind: Kind, contentType: string | undefined, bytes: Buffer): Content | undefined {
  if (kind === 'unsaid' && !LOOKS_HTML.test(bytes.toString('latin1', 0, 200))) return undefined
  return {
    // A copy of its own: what goes to a thread takes the whole memory behind it along.
    body: { kind: kind === 'text' ? 'text' : 'html', data: new Uint8Array(bytes) },
    ...(contentType && { contentType }),
  }
}
