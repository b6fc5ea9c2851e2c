/** A reading thread: inputs in, readings out, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { loadActors, vocabularyWith } from '../actors/index.ts'
import { ownEvents } from '../events/index.ts'
import { read } from '../read.ts'
import type { Answer, Task, ThreadOptions } from './threads.ts'

const { plain, actors, ...own } = workerData as ThreadOptions
const vocabulary = actors && vocabularyWith((await loadActors(actors)).entries)
const events = ownEvents(own)
let last = Promise.resolve()

parentPort?.on('message', ({ id, input }: Task) => {
  last = last.then(async () => {
    parentPort?.postMessage({ id, reading: await read(input, { plain, actors: vocabulary, events }) } satisfies Answer)
  })
})
