import { Presets, SingleBar } from 'cli-progress'

/** Work that takes less than this is not worth a line. */
const QUIET_MS = 1000

/** A line on standard error that is written over, after a second of work; none unless it is a terminal. */
export interface StatusLine {
  show(line: string): void
  /** A line that stays. */
  log(line: string): void
  stop(): void
}

export function startLine(): StatusLine {
  const started = performance.now()
  const bar = new SingleBar(
    { format: '{line}', stream: process.stderr, clearOnComplete: true, hideCursor: true },
    Presets.legacy,
  )
  let shown = false
  const hide = () => {
    if (shown) bar.stop()
    shown = false
  }
  return {
    show(line) {
      if (!process.stderr.isTTY || performance.now() - started < QUIET_MS) return
      if (shown) bar.update({ line })
      else bar.start(0, 0, { line })
      shown = true
    },
    log(line) {
      hide()
      process.stderr.write(`${line}\n`)
    },
    stop: hide,
  }
}

export interface Progress extends Pick<StatusLine, 'log' | 'stop'> {
  advance(place: string): void
}

/** How many are read, how fast, and where the reader is. */
export function startProgress(): Progress {
  const started = performance.now()
  const line = startLine()
  let done = 0
  return {
    ...line,
    advance(place) {
      done += 1
      line.show(`${done} read · ${Math.round((done * 1000) / (performance.now() - started))}/s · ${place}`)
    },
  }
}
