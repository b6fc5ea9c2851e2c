/** The command line within a test's own process. */
import { vi } from 'vitest'
import { run } from './program.ts'

/** Runs the command line in this process: what it prints, and the exit status it would leave with. */
export async function runHere(args: string[]) {
  const printed = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation(((text: string, done?: () => void) => {
      printed[name] += text
      done?.()
      return true
    }) as typeof process.stdout.write),
  )
  const before = process.exitCode
  process.exitCode = 0
  try {
    await run(args)
    return { status: process.exitCode, ...printed }
  } finally {
    process.exitCode = before
    for (const spy of spies) spy.mockRestore()
  }
}
