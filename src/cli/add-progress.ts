/** The progress of `onrecord add`: how many, how fast, how long yet, and what failed. */
import type { Progress } from '../workers/index.ts'
import { startLine } from './progress.ts'
import { counted, duration } from './record.ts'

/** Where nobody watches (a log file), a line is written this often. */
const LOG_MS = 60_000
/** The rate is that of the last readings: what was known goes fast and says nothing of what is to come. */
const WINDOW = 200

type Counts = { [Kind in Progress['kind']]: number }

/** "312 articles added · 40 known · 3 failed · 14/s · 12 min 5 s left · news/a.html" */
export function progressText(counts: Counts, rate: number, left: number | undefined, place: string): string {
  const known = counts.known + counts.older
  return [
    `${counted(counts.added, 'article')} added`,
    known > 0 && `${known} known`,
    counts.failed > 0 && `${counts.failed} failed`,
    `${rate.toFixed(rate < 10 ? 1 : 0)}/s`,
    left !== undefined && `${duration(left)} left`,
    place,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** @param extent how many bytes there are to read, once it is known */
export function startAddProgress(extent: Promise<number | undefined>) {
  const line = startLine()
  const counts = { added: 0, copies: 0, known: 0, older: 0, forgotten: 0, failed: 0 }
  const times: { at: number; bytes: number }[] = []
  let [bytes, logged, total] = [0, performance.now(), undefined as number | undefined]
  extent.then((found) => {
    total = found
  })

  function text(place: string): string {
    const first = times[0] ?? { at: performance.now(), bytes }
    const seconds = Math.max(1e-3, (performance.now() - first.at) / 1000)
    const byteRate = (bytes - first.bytes) / seconds
    const left = total !== undefined && byteRate > 0 ? Math.max(0, total - bytes) / byteRate : undefined
    return progressText(counts, times.length / seconds, left, place)
  }

  return {
    log: line.log,
    stop: line.stop,
    advance(progress: Progress): void {
      counts[progress.kind] += 1
      bytes += progress.input.body?.data.length ?? 0
      if (progress.kind === 'added' || progress.kind === 'copies' || progress.kind === 'failed') {
        times.push({ at: performance.now(), bytes })
        if (times.length > WINDOW) times.shift()
      }
      if (progress.kind === 'failed') line.log(`error ${progress.code}: ${progress.message}`)
      line.show(text(progress.input.uri))
      if (process.stderr.isTTY || performance.now() - logged < LOG_MS) return
      logged = performance.now()
      line.log(text(progress.input.uri))
    },
  }
}
