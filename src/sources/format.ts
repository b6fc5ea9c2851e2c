import { OnrecordError } from '../errors.ts'
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
}

/** How many bytes of a file are looked at to tell what it is. */
export const SNIFF_BYTES = 4096

/** The format a file's name promises, its `.gz` aside. */
export function formatOfName(path: string): InputFormat | undefined {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase()
  return ending ? byEnding[ending] : undefined
}

/** The format that first bytes show beyond doubt, whatever the file is called. */
export function certainFormat(head: Buffer): InputFormat | undefined {
  return /^WARC\/\d/.test(head.toString('latin1', 0, 10)) ? 'warc' : undefined
}

/**
 * The format its first bytes show, for names that promise nothing.
 *
 * @throws OnrecordError E_BINARY for what is no text at all, E_FORMAT for a known format with no reader yet
 */
export function formatOfContent(head: Buffer, path: string): InputFormat {
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
export function refuseBinary(head: Uint8Array, path: string): void {
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
