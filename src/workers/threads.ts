/** Reading on all cores: worker threads, each with its own models. */
import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { OwnEvents } from '../events/index.ts'
import type { Reading } from '../reading.ts'
import type { Input } from '../sources/index.ts'
import { startModule } from '../thread.ts'

/** What every thread is told once. */
export interface ThreadOptions extends OwnEvents {
  /** The inputs are finished body text. */
  plain?: boolean
  /** Files of a user's own actors. */
  actors?: readonly string[]
}

/** What a thread is sent, and what it answers. */
export interface Task {
  id: number
  input: Input
}
export interface Answer {
  id: number
  reading: Reading
}

export interface Pool {
  /** How many inputs to hand out at once, so that no thread waits. */
  readonly width: number
  /** Reads an input on the thread with least to do. Inputs that carry an error are not for threads. */
  read(input: Input): Promise<Reading>
  close(): Promise<void>
}

interface Waiting {
  input: Input
  resolve(reading: Reading): void
}

/** A thread works on one article and has others at hand: articles differ in length, and answers are waited for in order. */
const AT_HAND = 4

/** Starts threads, by default one a core. */
export function startThreads(options: ThreadOptions = {}, count = availableParallelism()): Pool {
  const threads = Array.from({ length: count }, () => startThread(options))
  return {
    width: count * AT_HAND,
    read: (input) => threads.reduce((a, b) => (b.load() < a.load() ? b : a)).read(input),
    async close() {
      await Promise.all(threads.map(({ stop }) => stop()))
    },
  }
}

/** A thread that is started anew when it ends: the inputs that it had at hand come out as failed. */
function startThread(options: ThreadOptions) {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let worker: Worker | undefined

  function start(): Worker {
    const started = startModule(new URL('./thread.ts', import.meta.url), options)
    started.on('message', ({ id, reading }: Answer) => {
      waiting.get(id)?.resolve(reading)
      waiting.delete(id)
    })
    let cause: unknown
    started.on('error', (error) => (cause = error))
    started.on('exit', (status) => {
      if (worker === started) worker = undefined
      for (const { input, resolve } of waiting.values()) resolve(lost(input, cause ?? `exit status ${status}`))
      waiting.clear()
    })
    return started
  }

  return {
    load: () => waiting.size,
    read: (input: Input) =>
      new Promise<Reading>((resolve) => {
        worker ??= start()
        const id = last++
        waiting.set(id, { input, resolve })
        worker.postMessage({ id, input } satisfies Task)
      }),
    stop: async () => {
      await worker?.terminate()
    },
  }
}

const lost = ({ id, uri, format }: Input, cause: unknown): Reading => ({
  id: id ?? uri,
  source: { uri, format },
  language: 'und',
  text: '',
  captions: [],
  sentences: [],
  actors: [],
  statements: [],
  events: [],
  commitments: [],
  warnings: [],
  errors: [{ code: 'E_THREAD', message: `${uri}: its reading thread ended (${cause}). Add it again, with --jobs 1.` }],
})
