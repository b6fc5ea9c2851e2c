/** Records for tests: a few readings of our own, and a workbench over them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Reading } from '../reading.ts'
import { batchOf, readingFor } from '../record/fixture.ts'
import { openWriter } from '../record/index.ts'
import { type Workbench, type WorkbenchOptions, workbench } from './app.ts'

/** What answers of the API may hold, as tests look at them. */
export interface Told {
  rows: Record<string, unknown>[]
  total: number
  next?: string
  behind?: boolean
  error: { code: string; message: string }
  openapi: string
  paths: Record<string, { get: { parameters: { name: string }[] } }>
  components: { schemas: Record<string, { properties: object }> }
}
export const jsonOf = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Told

export interface Tried extends Workbench {
  readonly folder: string
  /** Adds readings, as `onrecord add` does while the workbench runs. */
  add(...readings: Reading[]): Promise<void>
  get(path: string, headers?: Record<string, string>): Promise<Response>
}

export async function tryWorkbench(
  readings: readonly Reading[],
  options: Partial<WorkbenchOptions> = {},
): Promise<Tried> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-server-'))
  const add = async (...added: Reading[]) => {
    const writer = await openWriter(folder)
    await writer.append(batchOf(added))
    writer.close()
  }
  await add(...readings)
  const made = workbench({ record: folder, ...options })
  onTestFinished(async () => {
    made.close()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    ...made,
    folder,
    add,
    get: async (path, headers = {}) => made.app.request(`http://localhost${path}`, { headers }),
  }
}

/** A reading on a given day. */
export const readingOn = (published: string, id: string): Reading => ({ ...readingFor(id), published })
