/** A batch that is being filled: what one reading adds to it, and what it takes the place of. */
import { OnrecordError } from '../errors.ts'
import type { Reading } from '../reading.ts'
import { type Acquaintance, type Batch, type Gone, type Known, withoutActor } from '../record/index.ts'
import type { Input } from '../sources/index.ts'
import type { AddOptions, Progress } from './add.ts'

/** An input to be read, with its key and how that was known before. */
export interface Item {
  input: Input
  key: string
  was: Acquaintance
}

export interface Filling {
  batch: Batch
  /** What the batch supersedes. */
  gone: { [Key in keyof Gone]: string[] }
  /** Length of the texts, in UTF-16 code units. */
  characters: number
}

export const emptyFilling = (): Filling => ({
  batch: { readings: [], inputs: [], errors: [] },
  gone: { documents: [], inputs: [] },
  characters: 0,
})

/** Faults of the installation: every input would meet them. */
const FATAL = new Set(['E_MODEL_MISSING', 'E_MODEL_FORMAT', 'E_RUNTIME', 'E_LEXICON'])
/** Faults of ours, which another run may not meet: told, but not kept as if the input were to blame. */
const PASSING = new Set(['E_INTERNAL', 'E_THREAD'])

type Options = Pick<AddOptions, 'reader' | 'again' | 'remember'>

/**
 * Puts a reading into the batch, unless its document is known already, and says what became of its input.
 *
 * @throws OnrecordError a fault of the installation
 */
export function put(filling: Filling, item: Item, read: Reading, known: Known, options: Options): Progress {
  const { input, key, was } = item
  const fault = read.errors?.[0]
  if (fault) return fail(filling, item, fault, options.reader)
  if (!options.remember && known.forgotten(read.id)) return { kind: 'forgotten', input }
  const reading = options.remember ? read : withoutActor(read, ({ id }) => known.forgottenActor(id))

  const { batch, gone } = filling
  const provenance = { input: key, reader: options.reader, added: new Date().toISOString() }
  const replaces = options.again && replaced(known, item, reading.id)
  const isNew = replaces || known.document(reading.id) === 'new'
  if (was === 'older') gone.inputs.push(key)
  if (replaces) gone.documents.push(reading.id)
  if (isNew) {
    batch.readings.push({ reading, provenance })
    filling.characters += reading.text.length
    known.addDocument(reading.id)
  }
  const { uri, outlet } = reading.source
  batch.inputs.push({
    ...provenance,
    document: reading.id,
    outcome: isNew ? 'added' : 'copy',
    uri,
    outlet,
    published: reading.published,
  })
  return { kind: isNew ? 'added' : 'copies', input }
}

/** Whether a reading takes the place of one that the record has: it is by a newer reader, or a new text under a given id. */
const replaced = (known: Known, { input, was }: Item, id: string): boolean =>
  known.document(id) === 'older' || (known.document(id) === 'known' && input.id !== undefined && was === 'new')

function fail(
  { batch, gone }: Filling,
  { input, key, was }: Item,
  { code, message }: { code: string; message: string },
  reader: string,
): Progress {
  if (FATAL.has(code)) throw new OnrecordError(code as `E_${string}`, message)
  if (!PASSING.has(code) && (was === 'new' || was === 'older')) {
    if (was === 'older') gone.inputs.push(key)
    batch.errors.push({
      input: key,
      document: input.id,
      uri: input.uri,
      code,
      message,
      reader,
      added: new Date().toISOString(),
    })
  }
  return { kind: 'failed', input, code, message }
}
