import type { OnrecordError } from '../errors.ts'
import type { Warning } from '../reading.ts'

/** Formats `--from` takes. */
export const inputFormats = [
  'text',
  'html',
  'ndjson',
  'warc',
  'csv',
  'xlsx',
  'rtf',
  'docx',
  'nexis',
  'factiva',
  'proquest',
  'newsml',
  'ninjs',
  'gqg',
] as const
export type InputFormat = (typeof inputFormats)[number]

/** One article as it came in, before anything is read from it. Exactly one of `body` and `error` is set. */
export interface Input {
  /**
   * Where it is from: the path as given, or "-" for standard input; with `:line` for a row of NDJSON or a table, with `:byte` for a
   * record of a WARC file, with `:number` for an article of an export.
   */
  uri: string
  format: InputFormat | 'feed'
  /** Undecoded bytes of a file, or the decoded string of an NDJSON row; `kind` says what they hold. */
  body?: { kind: 'text' | 'html'; data: Uint8Array | string }
  /** The body is finished text: nothing of a page or an export is left around it. */
  finished?: boolean
  /** What a server said that the bytes are, such as "text/html; charset=iso-8859-2": tells their character set. */
  contentType?: string
  /** When it was fetched, ISO 8601. */
  retrieved?: string
  error?: OnrecordError
  /** What its reading should warn of. */
  warnings?: readonly Warning[]
  /** What the input says of itself; wins over what is read from the page. */
  id?: string
  title?: string
  byline?: string
  published?: string
  outlet?: string
  url?: string
  /** When it was published, by those who list it: taken where the page itself gives no date. */
  dated?: string
}
