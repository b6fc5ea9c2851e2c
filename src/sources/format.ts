import { OnrecordError } from '../errors.ts'
import { isHeading } from './databases/heading.ts'
import type { InputFormat } from './input.ts'

const byEnding: Record<string, InputFormat> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'text',
  text: 'text',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  warc: 'warc',
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  xlsx: 'xlsx',
  docx: 'docx',
  rtf: 'rtf',
}

/** How many bytes of a file are looked at to tell what it is: exports of databases may begin with a list of what they hold. */
export const SNIFF_BYTES = 64 * 1024

/** How many of them are looked at to tell whether it is a text. */
const BINARY_SNIFF_BYTES = 4096

/** The format a file's name promises, its `.gz` aside. */
export function formatOfName(path: string): InputFormat | undefined {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase()
  return ending ? byEnding[ending] : undefined
}

/** Endings that news and much else may have: of a folder, such files are articles where their content says so. */
export const mayHoldNews = (path: string): boolean => /\.(?:xml|json)(?:\.gz)?$/i.test(path)

/** The format that first bytes show beyond doubt, whatever the file is called. A Word document and a table are both archives. */
export async function certainFormat(head: Buffer): Promise<InputFormat | undefined> {
  const start = head
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .trimStart()
  if (/^WARC\/\d/.test(start)) return 'warc'
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (start.startsWith('PK\x03\x04')) return /xl\/(?:workbook|worksheets)/.test(start) ? 'xlsx' : 'docx'
  if (/^[[{]/.test(start)) return jsonFormat(start)
  if (/^<(?:\?xml|!--|\w)/.test(start) && NEWSML.test(start)) return 'newsml'
  if (EXPORT.test(start)) {
    const { layoutOfHead } = await import('./databases/index.ts')
    const layout = await layoutOfHead(head)
    if (layout) return layout
  }
  return isHeading(start.split(/[\r\n]/, 1)[0]!) ? 'csv' : undefined
}

/** The outermost element of NewsML-G2, and NITF by itself. */
const NEWSML =
  /^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:\w+:)?(?:newsMessage|newsItem|nitf)\b/

/** Words without which a text is no export of a database; whether it is one is looked at closely. */
const EXPORT =
  /of \d+ DOCUMENT|End of Document|LOAD-DATE:|LENGTH:|Load-Date:|Length:|ProQuest|Full text:|\d\s*(?:words|W.{1,2}rter|mots|palabras)\b|\bHD\b/

function jsonFormat(start: string): InputFormat | undefined {
  if (/^\{[^\n]*"quotes":\s*\[\s*(?:\]|\{[^}]*"(?:pre|quote)")/.test(start)) return 'gqg'
  const isNinjs =
    /"(?:body_?(?:html|text|xhtml)|bodies)"\s*:/i.test(start) &&
    /"(?:version_?created|headlines?|uri)"\s*:/i.test(start)
  return isNinjs ? 'ninjs' : undefined
}

/**
 * The format its first bytes show, for names that promise nothing.
 *
 * @throws OnrecordError E_BINARY for what is no text at all, E_FORMAT for a known format with no reader yet
 */
export function formatOfContent(head: Buffer, path: string): 'text' | 'html' | 'ndjson' {
  refuseBinary(head, path)
  const start = head
    .toString('latin1')
    .replace(/^ï»¿|^ÿþ|^þÿ/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (/^<\?xml[^>]*>\s*<(?:rss|feed|rdf:RDF)\b|^<(?:rss|feed)\b/.test(start)) {
    throw new OnrecordError('E_FORMAT', `${path} is a feed; these are not read yet. Give its pages as HTML.`)
  }
  if (/^\{\s*"/.test(start)) return 'ndjson'
  return /^<(?:!doctype html|html|head|body|article|div|p|\?xml|!--)/i.test(start) ? 'html' : 'text'
}

const magic = [
  '%PDF-',
  'PK\x03\x04',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\x7fELF',
  'BZh',
  '\xfd7zXZ',
  '\x28\xb5\x2f\xfd',
  '{\\rtf',
]

/** A share of control characters above this is no text in any encoding that news comes in. */
const MAX_CONTROL_SHARE = 0.1

/** @throws OnrecordError E_BINARY */
export function refuseBinary(bytes: Uint8Array, path: string): void {
  const head = bytes.subarray(0, BINARY_SNIFF_BYTES)
  const start = Buffer.from(head).toString('latin1')
  const utf16 = /^(?:ÿþ|þÿ)/.test(start) || looksUtf16(head)
  const control = head.reduce((n, byte) => n + Number(byte < 9 || (byte > 13 && byte < 32 && byte !== 27)), 0)
  const binary = magic.some((m) => start.startsWith(m)) || (!utf16 && control > head.length * MAX_CONTROL_SHARE)
  if (binary) {
    throw new OnrecordError('E_BINARY', `${path} is not text. Convert it to HTML or plain text first (PDF: pdftotext).`)
  }
}

/** Latin text in UTF-16 has a zero in every second byte. */
function looksUtf16(head: Uint8Array): boolean {
  const zeros = [0, 0]
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2]! += 1
  const half = head.length / 2
  return Math.max(...zeros) > half * 0.7 && Math.min(...zeros) < half * 0.05
}
