/** Bytes of a page -> text, whatever character set it is in, declared well, wrongly or not at all. */
import type { Warning } from './reading.ts'

/** Text decoded from bytes, without its byte order mark. */
export interface Decoded {
  text: string
  /** WHATWG name of the encoding it was read as, such as `utf-8` or `windows-1252`. */
  charset: string
  warnings: Warning[]
}

/** What a page says of its own character set must stand in this many first bytes (the HTML standard asks for 1024; pages sin). */
const DECLARATION_BYTES = 4096

/** A text in UTF-16 has a zero in at least this share of its even or odd bytes when it is written mostly in Latin letters. */
const ZEROS = 0.4

/** Text is taken for broken UTF-8, not for another encoding, from this many sound letters beyond ASCII to a broken one. */
const SOUND_TO_BROKEN = 4

/**
 * What decodes bytes of one encoding piece by piece, with `more` to come or not. Throws for an unknown label; for bytes that are not of the
 * encoding only where it is `fatal`.
 */
export function pieceDecoder(label: string, fatal = false): (bytes: Uint8Array, more?: boolean) => string {
  const decoder = new TextDecoder(label, { fatal })
  return (bytes, more = false) => inWindows1252(decoder.decode(bytes, { stream: more }), decoder.encoding)
}

type Decoder = InstanceType<typeof TextDecoder>

const decoderOf = (label: string, fatal: boolean): Decoder | undefined => {
  try {
    return new TextDecoder(label, { fatal })
  } catch {
    return undefined
  }
}

/** The letters of windows-1252 at 0x80 to 0x9f, which Node 20 reads as the control characters of ISO 8859-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function read(decoder: Decoder, bytes: Uint8Array): { text: string; charset: string } {
  const text = decoder.decode(bytes)
  const charset = decoder.encoding
  return { text: inWindows1252(text, charset), charset }
}

const inWindows1252 = (text: string, charset: string): string =>
  charset === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/g, (letter: string) => WINDOWS_1252[letter.charCodeAt(0) - 0x80]!)
    : text

/** The text, when every byte is well-formed in this encoding; undefined for others and for unknown labels. */
function cleanly(bytes: Uint8Array, label: string): { text: string; charset: string } | undefined {
  const decoder = decoderOf(label, true)
  if (!decoder) return undefined
  try {
    return read(decoder, bytes)
  } catch {
    return undefined
  }
}

/** Whether broken letters are few beside sound ones that need several bytes. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes)
  const broken = text.split('\ufffd').length - 1
  const sound = (text.match(/[\u0080-\ufffc]/g) ?? []).length
  return sound > broken * SOUND_TO_BROKEN
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return undefined
}

/** UTF-16 without a byte order mark, known by its zeros. */
function utf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, DECLARATION_BYTES)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++
  })
  const [even, odd] = zeros.map((count) => count / Math.max(1, head.length / 2)) as [number, number]
  if (odd >= ZEROS && even < ZEROS / 4) return 'utf-16le'
  if (even >= ZEROS && odd < ZEROS / 4) return 'utf-16be'
  return undefined
}

/** What the page says of itself, in a meta element or an XML declaration. */
function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES))
  const label =
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1] ??
    /<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1]
  // The declaration was read as single bytes: were the page UTF-16, it could not have been (HTML standard, "prescan").
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label
}

const charsetOf = (contentType: string | undefined): string | undefined =>
  /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(contentType ?? '')?.[1]

/**
 * Decodes bytes: by byte order mark, then the `contentType` header, then (with `html`) what the page itself declares, else
 * UTF-8. A declaration that the bytes belie gives way to UTF-8 where that is clean, else to windows-1252, with W_CHARSET.
 */
export function decode(bytes: Uint8Array, options: { contentType?: string; html?: boolean } = {}): Decoded {
  const mark = byteOrderMark(bytes) ?? utf16(bytes)
  const labels = [mark, charsetOf(options.contentType), options.html ? declared(bytes) : undefined]
  const label = labels.find((name) => name && decoderOf(name, false)) ?? 'utf-8'
  // A multi-byte text that is clean UTF-8 is UTF-8, for by chance that does not happen; declarations are wrong more often.
  const multiByte = bytes.some((byte) => byte >= 0x80)
  const utf8 = mark || !multiByte ? undefined : cleanly(bytes, 'utf-8')
  const asDeclared = cleanly(bytes, label)
  if (asDeclared && (!utf8 || asDeclared.text === utf8.text)) return { ...asDeclared, warnings: [] }
  if (utf8) return { ...utf8, warnings: [belied(label, utf8.charset)] }
  // Nothing is clean. A mark is never chance, and much UTF-8 with a few broken letters is still UTF-8.
  const decoder = decoderOf(mark ?? (isMostlyUtf8(bytes) ? 'utf-8' : 'windows-1252'), false)!
  return { ...read(decoder, bytes), warnings: [belied(label, decoder.encoding)] }
}

const belied = (label: string, charset: string): Warning => ({
  code: 'W_CHARSET',
  message: `The text does not decode as ${label}, its character set as declared or assumed; it was read as ${charset}. Look for odd characters.`,
})
