/** Turns: one request at a time to each host, with a pause after it. */
import { setTimeout as sleep } from 'node:timers/promises'

export interface Turns {
  /** Does work when the host's turn comes; `pauseMs` may ask for a longer pause after it than usual. */
  take<Result>(host: string, work: () => Promise<Result>, pauseMs?: number): Promise<Result>
}

/** @param pauseMs milliseconds between the end of one request and the beginning of the next to the same host */
export function startTurns(pauseMs: number): Turns {
  const last = new Map<string, Promise<void>>()
  return {
    take(host, work, longer = 0) {
      const result = (last.get(host) ?? Promise.resolve()).then(work)
      const over = result.then(ignore, ignore).then(() => pause(Math.max(pauseMs, longer)))
      last.set(host, over)
      // A host that nobody waits for is forgotten, so that a long watch does not gather hosts.
      over.then(() => {
        if (last.get(host) === over) last.delete(host)
      })
      return result
    },
  }
}

const ignore = (): void => {}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { ref: false })
}
