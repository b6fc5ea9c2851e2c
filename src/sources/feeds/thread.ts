/** The thread that reads feeds: texts in, feeds or lists out, one after the other. */
import { parentPort } from 'node:worker_threads'
import { parseFeed, parseList } from './parse.ts'
import type { Answer, Question } from './reader.ts'

parentPort?.on('message', ({ text, what }: Question) => {
  try {
    const result = what === 'feed' ? parseFeed(text) : parseList(text)
    parentPort?.postMessage({ result } satisfies Answer)
  } catch (error) {
    parentPort?.postMessage({ fault: (error as Error).message } satisfies Answer)
  }
})
