import { Presets, SingleBar } from 'cli-progress'

/** Work that takes less than this is not worth a line. */
const QUIET_MS = 1000

export interface Progress {
  advance(place: string): void
  /** A line on standard error that the progress line does not overwrite. */
  log(line: string): void
  stop(): void
}

/** Progress on standard error after a second of work; silent unless it is a terminal. */
export function startProgress(): Progress {
  const started = performance.now()
  const format = '{done} read · {rate}/s · {place}'
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, hideCursor: true }, Presets.legacy)
  let done = 0
  let shown = false
  const hide = () => {
    if (shown) bar.stop()
    shown = false
  }
  return {
    advance(place) {
      done += 1
      const elapsed = performance.now() - started
      if (!process.stderr.isTTY || elapsed < QUIET_MS) return
      const state = { done, place, rate: Math.round((done * 1000) / elapsed) }
      if (shown) bar.update(state)
      else bar.start(0, 0, state)
      shown = true
    },
    log(line) {
      hide()
      process.stderr.write(`${line}\n`)
    },
    stop: hide,
  }
}
