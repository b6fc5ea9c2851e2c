/**
 * A run of `add` for tests that kill it: node --import tsx fixture.ts FOLDER COUNT BATCH. Its inputs are numbered, its reader stands for
 * the pipeline (what is kept, not what is read, is the point), and it says "ready" before it begins.
 */

import { readingFor } from '../record/fixture.ts'
import { openWriter } from '../record/index.ts'
import type { Input } from '../sources/index.ts'
import { type AddOptions, addInputs } from './add.ts'

/** Inputs n0, n1, … */
export async function* numbered(count: number, padding = ''): AsyncGenerator<Input> {
  for (let n = 0; n < count; n++) {
    yield { uri: `n${n}.txt`, format: 'text', body: { kind: 'text', data: `n${n}${padding}` } }
  }
}

/** Reads an input as one statement about its text. */
export const stub: AddOptions['read'] = async ({ uri, body }) => readingFor(uri.replace('.txt', ''), String(body?.data))

/** Adds numbered inputs. */
export async function addNumbered(folder: string, count: number, batch: number, padding?: string) {
  const writer = await openWriter(folder)
  try {
    return await addInputs(writer, numbered(count, padding), { read: stub, width: 4, reader: '1.0', batch })
  } finally {
    writer.close()
  }
}

const [, script, folder, count, batch] = process.argv
if (script?.endsWith('workers/fixture.ts') && folder) {
  process.stdout.write('ready\n')
  await addNumbered(folder, Number(count), Number(batch)).catch((error) => {
    process.stderr.write(`${error.code}: ${error.message}\n`)
    process.exitCode = 1
  })
}
