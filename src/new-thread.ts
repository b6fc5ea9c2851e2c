/** Starts worker threads from modules of ours, built or not. */
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * A thread that runs a module beside the one that asks.
 *
 * @param from `import.meta.url` of the one that asks
 * @param name the module's name without its ending, such as "./thread"
 */
export function newThread(from: string, name: string, options: WorkerOptions = {}): Worker {
  if (!from.endsWith('.ts')) return new Worker(new URL(`${name}.js`, from), options)
  // Node 20 does not run TypeScript, and hooks given by --import do not reach the file a thread starts with.
  const tsx = import.meta.resolve('tsx/esm/api')
  const module = new URL(`${name}.ts`, from).href
  const start = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(module)}) })`
  return new Worker(start, { ...options, eval: true, execArgv: [] })
}
