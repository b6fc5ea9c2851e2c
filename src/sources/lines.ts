import type { OnrecordError } from '../errors.ts'
import { tooLarge } from './bytes.ts'

const NEWLINE = 0x0a

export interface Line {
  /** Counted from 1. */
  number: number
  /** The line without its newline; empty when it went over the limit. */
  bytes: Buffer
  error?: OnrecordError
}

/** The lines of a byte stream in constant memory; a line over `maxBytes` is passed over and comes out as an error. */
export async function* linesOf(stream: AsyncIterable<Buffer>, maxBytes: number, path: string): AsyncGenerator<Line> {
  let held: Buffer[] = []
  let size = 0
  let number = 1

  const take = (chunk: Buffer) => {
    size += chunk.length
    if (size <= maxBytes) held.push(chunk)
    else held = []
  }
  const finish = (): Line => {
    const line: Line =
      size > maxBytes
        ? { number, bytes: Buffer.alloc(0), error: tooLarge(`${path}:${number}`, maxBytes) }
        : { number, bytes: held.length === 1 ? held[0]! : Buffer.concat(held) }
    held = []
    size = 0
    number += 1
    return line
  }

  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at))
      from = at + 1
      yield finish()
    }
    take(chunk.subarray(from))
  }
  if (size > 0) yield finish()
}
