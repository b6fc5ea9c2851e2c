/** Bytes of a text in whatever encoding, as lines: a stream in constant memory. */
import { decode, pieceDecoder } from '../../charset.ts'
import { peek, tooLarge } from '../bytes.ts'

/** So much is looked at to tell the encoding. */
const HEAD_BYTES = 64 * 1024

/**
 * The text of a stream, in pieces that end with a line: UTF-16 by its mark or its zeros; UTF-8, and windows-1252 from the first line that
 * is not.
 *
 * @throws OnrecordError E_TOO_LARGE for a line longer than `maxBytes`
 */
export async function* textPieces(
  stream: AsyncIterable<Buffer>,
  maxBytes: number,
  path: string,
): AsyncGenerator<string> {
  const { head, rest } = await peek(stream, HEAD_BYTES)
  const { charset } = decode(head.subarray(0, HEAD_BYTES))
  if (charset.startsWith('utf-16')) {
    const read = pieceDecoder(charset)
    for await (const chunk of rest) yield read(chunk, true)
    yield read(new Uint8Array(0), false)
    return
  }
  let read = pieceDecoder('utf-8', true)
  const lines = (bytes: Buffer): string => {
    try {
      return read(bytes, false)
    } catch {
      read = pieceDecoder('windows-1252')
      return read(bytes, false)
    }
  }
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of rest) {
    const end = chunk.lastIndexOf(0x0a) + 1
    if (end === 0) {
      held.push(chunk)
      size += chunk.length
      if (size > maxBytes) throw tooLarge(`A line of ${path}`, maxBytes)
      continue
    }
    yield lines(Buffer.concat([...held, chunk.subarray(0, end)]))
    held = [chunk.subarray(end)]
    size = chunk.length - end
  }
  yield lines(Buffer.concat(held))
}

/** The lines of a text that comes in pieces, without what ends them and without a byte order mark. */
export async function* linesIn(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let open = ''
  let first = true
  for await (const piece of pieces) {
    const lines = (open + piece).split(/\r\n|[\r\n\f\u2028\u2029]/)
    open = lines.pop()!
    // A carriage return at the end of a piece may be half of a line's end.
    if (piece.endsWith('\r')) open = `${lines.pop() ?? ''}\r`
    for (const line of lines) {
      yield first ? line.replace(/^\ufeff/, '') : line
      first = false
    }
  }
  if (open !== '') yield open.replace(/^\ufeff/, '').replace(/\r$/, '')
}
