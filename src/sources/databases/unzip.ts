/** Zip archives (DOCX, XLSX): how much they hold, found out within a bound, before a library is trusted with them. */
import { inflateRawSync } from 'node:zlib'
import { OnrecordError } from '../../errors.ts'
import { tooLarge } from '../bytes.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
/** No document has as many parts. */
const MAX_ENTRIES = 10_000

/**
 * The names of an archive's entries, each of which was unpacked once, so that none is a bomb.
 *
 * @throws OnrecordError E_ARCHIVE where it is cut off or damaged, E_TOO_LARGE where it holds more than `maxBytes`
 */
export function checkedZip(bytes: Buffer, maxBytes: number, path: string): string[] {
  const broken = () =>
    new OnrecordError('E_ARCHIVE', `${path} is cut off or damaged inside. Save or download it again.`)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + END_LENGTH > bytes.length || bytes.readUInt32LE(end) !== END) throw broken()
  const count = bytes.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw tooLarge(path, maxBytes)
  const names: string[] = []
  let left = maxBytes
  let at = bytes.readUInt32LE(end + 16)
  try {
    for (let n = 0; n < count; n++) {
      if (bytes.readUInt32LE(at) !== ENTRY) throw broken()
      const method = bytes.readUInt16LE(at + 10)
      const packedSize = bytes.readUInt32LE(at + 20)
      const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ]
      const local = bytes.readUInt32LE(at + 42)
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const packed = bytes.subarray(start, start + packedSize)
      if (packed.length < packedSize || (method !== 0 && method !== 8)) throw broken()
      left -= method === 0 ? packed.length : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length
      if (left < 0) throw tooLarge(path, maxBytes)
      names.push(bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + name))
      at += ENTRY_LENGTH + name + extra + comment
    }
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(path, maxBytes) : broken()
  }
  return names
}
