/**
 * Exports of databases: many articles a file, each with its number in it. A layout is told by its lines, whether they come as text, as
 * a page, in RTF or in a Word document; text and pages are read as streams, the others within a bound of their size.
 */
import { Readable } from 'node:stream'
import { decode } from '../../charset.ts'
import { OnrecordError } from '../../errors.ts'
import { gather, peek } from '../bytes.ts'
import type { Input, InputFormat } from '../input.ts'
import type { Bounded } from '../options.ts'
import { type Exported, inputOf, textOf } from './article.ts'
import { blocksOf } from './blocks.ts'
import { factivaArticles, isFactiva } from './factiva.ts'
import { gqgInputs } from './gqg.ts'
import type { Bound, Lines } from './groups.ts'
import { htmlLines } from './html-lines.ts'
import { newsmlArticles } from './newsml.ts'
import { isNexis, nexisArticles } from './nexis.ts'
import { ninjsArticles } from './ninjs.ts'
import { isProquest, proquestArticles } from './proquest.ts'
import { linesIn, textPieces } from './text-lines.ts'

/** A file that is unpacked whole (RTF, DOCX, XLSX) may be as large as this many articles of the largest size. */
const WHOLE = 8

/** A cover page with the headlines of all articles may come first. */
const LOOK_LINES = 3000
const LOOK_BYTES = 64 * 1024

type Layout = 'nexis' | 'factiva' | 'proquest'

const layouts: Record<
  Layout,
  { is(lines: readonly string[]): boolean; articles(lines: Lines, bound: Bound): AsyncGenerator<Exported> }
> = {
  nexis: { is: isNexis, articles: nexisArticles },
  proquest: { is: isProquest, articles: proquestArticles },
  factiva: { is: isFactiva, articles: factivaArticles },
}

/** The layout of lines; undefined where they are of none. */
const layoutOf = (lines: readonly string[]): Layout | undefined =>
  (Object.keys(layouts) as Layout[]).find((name) => layouts[name].is(lines))

/** The layout that the first bytes of a text or a page show. */
export async function layoutOfHead(head: Buffer): Promise<Layout | undefined> {
  const found: string[] = []
  for await (const line of linesOf(Readable.from([head]), head, Number.MAX_SAFE_INTEGER, '')) found.push(line)
  return layoutOf(found)
}

const PAGE = /^\s*(?:ï»¿)?\s*<(?:!doctype|html|head|body|!--|\?xml|div|meta)/i

const linesOf = (
  stream: AsyncIterable<Buffer>,
  head: Buffer,
  maxBytes: number,
  path: string,
): AsyncGenerator<string> => {
  const pieces = textPieces(stream, maxBytes, path)
  return PAGE.test(head.toString('latin1', 0, 1000).replaceAll('\0', '')) ? htmlLines(pieces) : linesIn(pieces)
}

/** The articles of a stream in the format of a database. */
export async function* databaseInputs(
  stream: AsyncIterable<Buffer>,
  path: string,
  format: Exclude<InputFormat, 'text' | 'html' | 'ndjson' | 'warc'>,
  options: Bounded,
): AsyncGenerator<Input> {
  const { maxBytes } = options
  const whole = () => gather(stream, maxBytes * WHOLE, path)
  if (format === 'csv') {
    const { delimitedInputs } = await import('./delimited.ts')
    yield* delimitedInputs(stream, path, options)
  } else if (format === 'gqg') {
    yield* gqgInputs(stream, path, maxBytes)
  } else if (format === 'newsml') {
    yield* inputsIn(newsmlArticles(textPieces(stream, maxBytes, path)), path, format)
  } else if (format === 'ninjs') {
    yield* inputsIn(ninjsArticles(decode(await whole()).text, path), path, format)
  } else if (format === 'rtf') {
    const { rtfLines } = await import('./rtf.ts')
    yield* documentInputs(rtfLines((await whole()).toString('latin1')), path, format, maxBytes)
  } else if (format === 'docx' || format === 'xlsx') {
    yield* archiveInputs(await whole(), path, options)
  } else {
    const { head, rest } = await peek(stream, LOOK_BYTES)
    yield* inputsIn(layouts[format].articles(linesOf(rest, head, maxBytes, path), { maxBytes, path }), path, format)
  }
}

/** The articles of a Word document or a spreadsheet, told by what the archive holds. */
async function* archiveInputs(bytes: Buffer, path: string, options: Bounded): AsyncGenerator<Input> {
  const { checkedZip } = await import('./unzip.ts')
  const names = checkedZip(bytes, options.maxBytes * WHOLE, path)
  if (names.includes('word/document.xml')) {
    const { docxLines } = await import('./docx.ts')
    yield* documentInputs(await docxLines(bytes, path), path, 'docx', options.maxBytes)
  } else if (names.includes('xl/workbook.xml')) {
    const { spreadsheetInputs } = await import('./spreadsheet.ts')
    yield* spreadsheetInputs(bytes, path, options)
  } else {
    throw new OnrecordError(
      'E_BINARY',
      `${path} is an archive, but no DOCX and no XLSX. Unpack it and give what it holds.`,
    )
  }
}

/** The articles of an RTF or Word document: of an export, or the one article that it is. */
async function* documentInputs(
  lines: readonly string[],
  path: string,
  format: 'rtf' | 'docx',
  maxBytes: number,
): AsyncGenerator<Input> {
  const layout = layoutOf(lines.slice(0, LOOK_LINES))
  if (layout) {
    yield* inputsIn(layouts[layout].articles(lines, { maxBytes, path }), path, layout)
    return
  }
  const text = textOf(blocksOf(lines).map((block) => block.text))
  if (text === '') throw new OnrecordError('E_EMPTY', `${path} has no text. Give it some.`)
  yield { uri: path, format, body: { kind: 'text', data: text } }
}

/** Articles with their number in the file. */
async function* inputsIn(articles: AsyncIterable<Exported>, path: string, format: InputFormat): AsyncGenerator<Input> {
  let number = 0
  for await (const article of articles) {
    number += 1
    yield inputOf(article, `${path}:${number}`, format)
  }
  if (number === 0)
    throw new OnrecordError(
      'E_EMPTY',
      `${path} is read as ${format}, and holds no article. Export it again, with the full text.`,
    )
}
