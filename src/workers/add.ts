/** Adds inputs to a record: passes over what is known, reads the rest, keeps it batch by batch. What was kept stays kept. */
import type { Reading } from '../reading.ts'
import { type Known, keyOf, knownIn, type Writer } from '../record/index.ts'
import type { Input } from '../sources/index.ts'
import { emptyFilling, type Item, put } from './filling.ts'
import { inOrder } from './in-order.ts'

export interface AddOptions {
  /** Reads one input; its faults are in the reading. Called for several inputs at once. */
  read(input: Input): Promise<Reading>
  /** How many inputs to read at once. */
  width: number
  /** Version of the reader, kept with every row. */
  reader: string
  /** What else decides what is read, such as that the inputs are plain text. */
  how?: string
  /** Read again what an older reader has read, and what comes anew under a known id; the newer reading takes its place. */
  again?: boolean
  /** Add what was forgotten, too. */
  remember?: boolean
  /** Articles in a segment. */
  batch?: number
  /** The most inputs to read. */
  limit?: number
  /** Stops taking inputs; what is being read is finished and kept. */
  signal?: AbortSignal
  onProgress?(progress: Progress): void
}

/** What became of one input. older: known, but read by another version of the reader. */
export type Progress =
  | { kind: 'added' | 'copies' | 'known' | 'older' | 'forgotten'; input: Input }
  | { kind: 'failed'; input: Input; code: string; message: string }

/** How many inputs became what. */
export type Added = { [Kind in Progress['kind']]: number } & {
  /** Whether the limit ended it before the inputs did. */
  limited: boolean
}

export const DEFAULT_BATCH = 1000

/** Characters of text that close a batch before it is full: what bounds the memory. */
const BATCH_CHARACTERS = 8_000_000

/**
 * Adds inputs to a record.
 *
 * @throws OnrecordError E_WRITE and faults of the installation; what was kept before stays kept
 */
export async function addInputs(writer: Writer, inputs: AsyncIterable<Input>, options: AddOptions): Promise<Added> {
  const { read, width, batch: size = DEFAULT_BATCH } = options
  const known = await knownIn(writer.record, options.reader)
  const counts: Added = { added: 0, copies: 0, known: 0, older: 0, failed: 0, forgotten: 0, limited: false }
  const count = (progress: Progress): void => {
    counts[progress.kind] += 1
    options.onProgress?.(progress)
  }
  let filling = emptyFilling()
  let writing: Promise<void> = Promise.resolve()

  /** Has the batch written while the next is read: one at a time, so that a slow disk holds the readers back. */
  async function keep(): Promise<void> {
    await writing
    const { batch, gone } = filling
    filling = emptyFilling()
    if (batch.inputs.length + batch.errors.length > 0) writing = writer.append(batch, gone)
    // Met where it is waited for.
    writing.catch(() => {})
  }

  const items = itemsToRead(inputs, known, options, count, () => (counts.limited = true))
  const answers = inOrder(items, async (item) => ({ item, reading: await read(item.input) }), width)
  try {
    for await (const { item, reading } of answers) {
      count(put(filling, item, reading, known, options))
      if (filling.batch.readings.length >= size || filling.characters >= BATCH_CHARACTERS) await keep()
    }
  } finally {
    await keep()
    await writing
  }
  return counts
}

/** The inputs that are not known, each noted as known from here on. */
async function* itemsToRead(
  inputs: AsyncIterable<Input>,
  known: Known,
  { how, again, remember, limit = Number.POSITIVE_INFINITY, signal }: AddOptions,
  count: (progress: Progress) => void,
  limited: () => void,
): AsyncGenerator<Item> {
  let taken = 0
  for await (const input of inputs) {
    if (signal?.aborted) return
    if (taken >= limit) return limited()
    const key = keyOf(input, how)
    const was = known.input(key)
    const isForgotten = known.forgotten(key) || (input.id !== undefined && known.forgotten(input.id))
    const isKnown = was === 'known' || was === 'fresh'
    // What cannot be opened is told every time, and kept once.
    if (!input.error && isForgotten && !remember) count({ kind: 'forgotten', input })
    else if (!input.error && (isKnown || (was === 'older' && !again)))
      count({ kind: isKnown ? 'known' : 'older', input })
    else {
      known.addInput(key)
      taken += 1
      yield { input, key, was }
    }
  }
}
