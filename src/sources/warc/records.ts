/** The records of a WARC file (ISO 28500), packed record by record or not at all, in constant memory; framing by warcio. */
import { AsyncIterReader, type LimitReader, WARCParser } from 'warcio'
import { OnrecordError } from '../../errors.ts'
import { isGzip, peek } from '../bytes.ts'

/** One record; its block is to be read before the next one is asked for, or not at all. */
export interface WarcRecord {
  /** Where it begins in the file as it lies on the disk, packed or not: what a CDXJ index calls its offset. */
  offset: number
  /** `response`, `revisit`, `resource`, … */
  type: string
  header(name: string): string | undefined
  block: AsyncIterable<Uint8Array>
}

/** No crawler writes heads near this; without a limit, a file of one endless line would fill the memory. */
const MAX_HEAD_BYTES = 1024 * 1024

/**
 * The records of a stream in order.
 *
 * @param start where the stream begins in its file
 * @throws OnrecordError E_GZIP_TRUNCATED, E_GZIP_CORRUPT, E_WARC, each with its place, after the records before it
 */
export async function* recordsOf(raw: AsyncIterable<Buffer>, path: string, start = 0): AsyncGenerator<WarcRecord> {
  const { head, rest } = await peek(raw, 2)
  const packing = isGzip(head) ? 'gzip' : null
  const packed = new AsyncIterReader(rest, packing)
  let offset = start
  let headBytes: number | undefined = 0
  let ended = false

  /** The unpacked bytes, with the faults that warcio passes over. */
  async function* unpacked(): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed) {
      if (packing && !packed.compressed) throw gzipCorrupt(path, offset)
      if (headBytes !== undefined) headBytes += chunk.length
      if (headBytes !== undefined && headBytes > MAX_HEAD_BYTES)
        throw damaged(path, offset, 'has a head that does not end')
      yield chunk
    }
    ended = true
    if (packing && !packed.compressed) throw gzipCorrupt(path, offset)
    if (packing && !packed.inflator?.ended && packed.getRawLength(0) > 0) throw gzipTruncated(path, offset)
  }
  /** Where the packed record whose head was just read begins; it may be unpacked to its end already. */
  const packedOffset = () => packed.getRawOffset() - (packed.inflator?.ended ? packed.getRawLength(0) : 0)

  const parser = new WARCParser(new AsyncIterReader(unpacked(), null), { parseHttp: false })
  try {
    for (;;) {
      headBytes = 0
      const record = await parser.parse()
      if (!record && ended) return
      offset = start + (packing ? packedOffset() : parser.offset)
      if (!record || !/^WARC\/\d/.test(record.warcHeaders.statusline))
        throw damaged(path, offset, 'is no record of a WARC file')
      const length = record.warcHeader('Content-Length')
      if (!/^\d{1,15}$/.test(length ?? '')) throw damaged(path, offset, 'does not say its length')
      headBytes = undefined
      const block = wholeOf(record.reader as LimitReader, path, offset)
      yield { offset, type: record.warcType, header: (name) => record.warcHeader(name) ?? undefined, block: block() }
      for await (const _ of block());
    }
  } finally {
    await rest.return(undefined)
  }
}

/** What is left of a block, each time it is called; a block that ends too early is a fault. */
const wholeOf = (block: LimitReader, path: string, offset: number) =>
  async function* () {
    yield* block
    if (block.limit > 0) throw damaged(path, offset, 'is cut off')
  }

const again = 'What stands before it was read. Copy or download the file again.'
const damaged = (path: string, offset: number, what: string) =>
  new OnrecordError('E_WARC', `${path}: what begins at byte ${offset} ${what}. ${again}`)
const gzipTruncated = (path: string, offset: number) =>
  new OnrecordError('E_GZIP_TRUNCATED', `${path} ends in the middle of its gzip data, after byte ${offset}. ${again}`)
const gzipCorrupt = (path: string, offset: number) =>
  new OnrecordError('E_GZIP_CORRUPT', `${path} holds damaged gzip data after byte ${offset}. ${again}`)
