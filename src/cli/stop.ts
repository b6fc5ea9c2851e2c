/** What a shell gives a command that was stopped: 128 and the number of the signal. */
export const SIGINT_STATUS = 130

/** A signal that the first Ctrl-C gives; the second ends the process as it always does. */
export function stopOnSignal(
  log: (line: string) => void,
  told = 'Stopping: what is being read is finished and kept. Once more stops at once.',
): { signal: AbortSignal; off(): void } {
  const controller = new AbortController()
  const stop = () => {
    log(told)
    controller.abort()
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return { signal: controller.signal, off: () => void process.off('SIGINT', stop).off('SIGTERM', stop) }
}
