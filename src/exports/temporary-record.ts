/** A record for as long as an export needs one: so that tables come from articles by the same way as from a record. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reading } from '../reading.ts'
import { openWriter, type Snapshot } from '../record/index.ts'
import { version } from './version.ts'

/** Readings in a segment: what bounds the memory. */
const BATCH = 500

/** Keeps readings in a record in the system's temporary folder, lets `use` have it, and takes it away. */
export async function temporaryRecord(
  readings: AsyncIterable<Reading>,
  use: (record: Snapshot) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-'))
  try {
    await use(await recordOf(readings, folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Adds readings to the record in a folder. */
export async function recordOf(
  readings: AsyncIterable<Reading> | Iterable<Reading>,
  folder: string,
): Promise<Snapshot> {
  const writer = await openWriter(folder)
  try {
    const known = { reader: `onrecord ${version()}`, added: new Date().toISOString() }
    let batch: Reading[] = []
    let count = 0
    const flush = async () => {
      if (batch.length === 0) return
      const readings = batch.map((reading) => ({ reading, provenance: { ...known, input: String(count++) } }))
      const inputs = readings.map(({ reading: { id, source, published }, provenance }) => {
        return { ...provenance, document: id, outcome: 'added', uri: source.uri, outlet: source.outlet, published }
      })
      batch = []
      await writer.append({ readings, inputs, errors: [] })
    }
    for await (const reading of readings) {
      batch.push(reading)
      if (batch.length >= BATCH) await flush()
    }
    await flush()
    return writer.record
  } finally {
    writer.close()
  }
}
