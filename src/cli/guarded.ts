import { coded } from '../errors.ts'

/** Says what went wrong in one line and leaves with status 1. */
export function guarded<Args extends unknown[]>(
  work: (...args: Args) => Promise<void>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    try {
      await work(...args)
    } catch (error) {
      const { code, message } = coded(error)
      process.stderr.write(`error ${code}: ${message}\n`)
      process.exitCode = 1
    }
  }
}
