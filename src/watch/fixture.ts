/**
 * A watch for tests, with a reader that stands for the pipeline (what is fetched and kept, not what is read, is the point). As a
 * process, to be killed: node --import tsx fixture.ts FOLDER FEED...
 */
import { readingFor } from '../record/fixture.ts'
import { type Cycle, type Readers, type WatchOptions, watch } from './index.ts'

/** Reads a page as one statement about its text; a page without a paragraph holds no article. */
const startStub = (): Readers => ({
  width: 4,
  close: async () => {},
  async read({ uri, url, format, body, error }) {
    const text = /<p>(.*?)<\/p>/s.exec(String(body?.data))?.[1]
    const reading = { ...readingFor(text ?? uri, text ?? ''), source: { uri: url ?? uri, format } }
    const fault = error ?? (text ? undefined : { code: 'E_NO_ARTICLE', message: `${uri} has no article text.` })
    return fault ? { ...reading, text: '', errors: [{ code: fault.code, message: fault.message }] } : reading
  },
})

/** One look at some feeds of this machine: how it went, and what faults were told. */
export async function lookOnce(folder: string, places: readonly string[], options: Partial<WatchOptions> = {}) {
  const faults: string[] = []
  let result: Cycle | undefined
  await watch({
    folder,
    places,
    everyMs: 60_000,
    once: true,
    web: { allowPrivate: true, pauseMs: 0 },
    startReaders: startStub,
    add: { reader: '1.0' },
    wait: 60,
    onFault: (code) => faults.push(code),
    onCycle: (cycle) => {
      result = cycle
    },
    ...options,
  })
  return { ...result!, faults }
}

const [, script, folder, ...feeds] = process.argv
if (script?.endsWith('watch/fixture.ts') && folder) {
  process.stdout.write('ready\n')
  await lookOnce(folder, feeds)
}
