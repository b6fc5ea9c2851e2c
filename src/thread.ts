/** Threads, whether a built package runs or its sources do. */
import { type ResourceLimits, Worker } from 'node:worker_threads'

/**
 * Starts a module of ours on a thread of its own.
 *
 * @param module `new URL('./name.ts', import.meta.url)` of the source; in the built package its JavaScript is taken
 * @param limits what it may take; it ends where it takes more
 */
export function startModule(module: URL, workerData?: unknown, limits?: ResourceLimits): Worker {
  const options = { workerData, ...(limits && { resourceLimits: limits }) }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(module.href.replace(/\.ts$/, '.js')), options)
  // Node 20 does not run TypeScript, and hooks given by --import do not reach the file a thread starts with.
  const tsx = import.meta.resolve('tsx/esm/api')
  const start = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(module.href)}) })`
  return new Worker(start, { ...options, eval: true, execArgv: [] })
}
