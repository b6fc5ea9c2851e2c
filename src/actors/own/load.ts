/** Reads a user's file of actors, line by line: a PETRARCH dictionary, CSV, or NDJSON, each also gzipped. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { OnrecordError } from '../../errors.ts'
import { csvReader } from './csv.ts'
import type { Entry, Fault, Item } from './entry.ts'
import { ndjsonReader } from './ndjson.ts'
import { petrarchReader } from './petrarch.ts'

/** By the name's ending; what is neither CSV nor NDJSON is a dictionary. */
const readerFor = (path: string) =>
  /\.csv(?:\.gz)?$/i.test(path)
    ? csvReader()
    : /\.(?:ndjson|jsonl|json)(?:\.gz)?$/i.test(path)
      ? ndjsonReader()
      : petrarchReader()

/**
 * The items of a file, in order, in bounded memory: what has been given is forgotten.
 *
 * @throws OnrecordError E_ACTORS for a file that cannot be opened or unpacked
 */
export async function* itemsIn(path: string): AsyncGenerator<Item> {
  const reader = readerFor(path)
  try {
    if (!(await stat(path)).isFile()) throw new Error('it is a folder')
    const bytes = createReadStream(path)
    const stream = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
    // An error of the file does not go through the pipe by itself.
    bytes.on('error', (error) => stream.destroy(error))
    const decoder = new TextDecoder()
    let number = 0
    let rest = ''
    for await (const chunk of stream) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
      rest = lines.pop()!
      for (const line of lines) yield* reader.read(line.endsWith('\r') ? line.slice(0, -1) : line, ++number)
    }
    if (rest !== '') yield* reader.read(rest, ++number)
    yield* reader.end()
  } catch (error) {
    throw new OnrecordError('E_ACTORS', `${path} could not be read (${(error as Error).message}). Check the path.`)
  }
}

/** All entries of some files, and their faults with file, line and reason. */
export async function loadActors(
  paths: readonly string[],
): Promise<{ entries: Entry[]; faults: (Fault & { file: string })[] }> {
  const entries: Entry[] = []
  const faults: (Fault & { file: string })[] = []
  for (const file of paths) {
    for await (const item of itemsIn(file)) {
      if ('entry' in item) entries.push(item.entry)
      else faults.push({ file, ...item.fault })
    }
  }
  return { entries, faults }
}
