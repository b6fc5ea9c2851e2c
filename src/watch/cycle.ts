/** One cycle of a watch: every feed that is due is looked at, what is new is read and kept, and then it is noted as done. */
import type { Reading } from '../reading.ts'
import {
  addressesIn,
  currentSchema,
  groupsOf,
  type KeySet,
  keySet,
  openRecord,
  openWriter,
  type Writer,
} from '../record/index.ts'
import { addressKey, type FeedReader, type Input, type Web } from '../sources/index.ts'
import { type Added, type AddOptions, addInputs } from '../workers/index.ts'
import { merged } from './merged.ts'
import { isDue } from './schedule.ts'
import { newFeed, type State, saveState } from './state.ts'
import { type Task, visit } from './visit.ts'

/** Feeds looked at at once: pages of one host come one by one anyway. */
const WIDTH = 16
/** What is read is kept at the latest after so many articles, and, as long as any come, milliseconds. */
const ROUND_ARTICLES = 500
const ROUND_MS = 120_000
/** Small segments that are let stand before they are written as few: each round leaves one. */
const SEGMENTS = 64

/** What reads articles: started when the first comes, closed when the cycle is over, so that a watch that waits takes little. */
export interface Readers {
  width: number
  read(input: Input): Promise<Reading>
  close(): Promise<void>
}

export interface CycleOptions {
  folder: string
  /** Addresses of the feeds. */
  feeds: readonly string[]
  everyMs: number
  web: Web
  reader: FeedReader
  startReaders(): Readers
  /** What of adding is not the cycle's own. */
  add: Pick<AddOptions, 'reader' | 'how' | 'remember'>
  /** Seconds to wait for another writer of the record. */
  wait: number
  signal?: AbortSignal
  onFault(code: string, message: string): void
}

/** How a cycle went: what became of the articles, and of the feeds. */
export interface Cycle extends Omit<Added, 'limited'> {
  looked: number
  unreached: number
  /** Articles whose pages could not be had yet. */
  waiting: number
}

/** @throws OnrecordError E_LOCKED, E_WRITE, E_SEGMENT, and faults of the installation; what is on record stays there */
export async function cycle(state: State, options: CycleOptions): Promise<Cycle> {
  const { folder, feeds, signal } = options
  for (const address of feeds) state.feeds[address] ??= newFeed()
  const due = feeds.filter((address) => isDue(state.feeds[address]!))
  const sum = { added: 0, copies: 0, known: 0, older: 0, forgotten: 0, failed: 0 }
  const known = await knownAddresses(folder)
  const start = options.startReaders
  let readers: Readers | undefined
  const tasks = merged(
    due.map((address) => () => {
      const isKnown = (it: string): boolean => URL.canParse(it) && known.has(addressKey(it))
      const take = (it: string): void => {
        if (URL.canParse(it)) known.add(addressKey(it))
      }
      return visit(address, state.feeds[address]!, { ...options, isKnown, take })
    }),
    WIDTH,
  )
  try {
    for (let first = await tasks.next(); !first.done && !signal?.aborted; first = await tasks.next()) {
      readers ??= start()
      const writer = await openWriter(folder, options.wait)
      try {
        const added = await round(writer, first.value, tasks, readers, options)
        for (const kind of Object.keys(sum) as (keyof typeof sum)[]) sum[kind] += added[kind]
        const { segments } = writer.record.manifest
        if (segments.length >= SEGMENTS) await writer.merge(groupsOf(segments, currentSchema()), () => {})
      } finally {
        writer.close()
      }
      await saveState(folder, state)
    }
  } finally {
    await readers?.close()
  }
  await saveState(folder, state)
  const states = due.map((address) => state.feeds[address]!)
  return {
    ...sum,
    looked: due.length,
    unreached: states.filter(({ failures }) => failures > 0).length,
    waiting: states.reduce((n, { waiting }) => n + waiting.length, 0),
  }
}

async function knownAddresses(folder: string): Promise<KeySet> {
  const record = await openRecord(folder).catch((error) => {
    if (error.code !== 'E_NO_RECORD') throw error
  })
  return record ? addressesIn(record, addressKey) : keySet()
}

/** Faults that another run may not meet, and are not kept. */
const PASSING = new Set(['E_THREAD', 'E_INTERNAL'])

/** Reads and keeps some articles. They are noted as done when they are in the record, and not before. */
async function round(
  writer: Writer,
  first: Task,
  tasks: AsyncGenerator<Task>,
  readers: Readers,
  { add, signal, onFault }: CycleOptions,
): Promise<Added> {
  const taken = new Map<Input, Task>()
  const settled: (() => void)[] = []
  let count = 0
  async function* inputs(): AsyncGenerator<Input> {
    const end = performance.now() + ROUND_MS
    for (let task: Task | undefined = first; task; ) {
      taken.set(task.input, task)
      count += 1
      yield task.input
      if (count >= ROUND_ARTICLES || performance.now() > end || signal?.aborted) return
      const next: IteratorResult<Task> = await tasks.next()
      task = next.done ? undefined : next.value
    }
  }
  async function read(input: Input): Promise<Reading> {
    const reading = await readers.read(input)
    const instead = reading.errors && taken.get(input)?.instead
    return instead ? readers.read(instead) : reading
  }
  const added = await addInputs(writer, inputs(), {
    ...add,
    read,
    width: readers.width,
    onProgress: (progress) => {
      const task = taken.get(progress.input)!
      // Its page need not be held until the round ends.
      taken.delete(progress.input)
      const isPassing = progress.kind === 'failed' && PASSING.has(progress.code)
      settled.push(isPassing ? task.retry : task.done)
      if (progress.kind === 'failed') onFault(progress.code, progress.message)
    },
  })
  for (const settle of settled) settle()
  return added
}
