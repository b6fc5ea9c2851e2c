import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  addInputs,
  ask,
  openRecord,
  openSources,
  openWriter,
  Reading,
  read,
  readerVersion,
  readingsOf,
} from './index.ts'

const example = 'examples/briefs/2012-08-20-red-line.html'

test('the library reads the first example of its own docstring', async () => {
  for await (const input of openSources([example])) {
    const reading = await read(input)
    expect(Reading.safeParse(reading).success).toBe(true)
    expect(reading.statements.length).toBeGreaterThan(5)
  }
})

test('it fills a record, asks it and gives the readings back, as in the second', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-library-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const writer = await openWriter(folder)
  await addInputs(writer, openSources([example]), { read, width: 1, reader: readerVersion() })
  writer.close()
  const record = await openRecord(folder)
  const { rows } = await ask(record, 'SELECT document, count(*) FROM statements GROUP BY ALL')
  const counted: unknown[] = []
  for await (const row of rows) counted.push(row)
  const kept: unknown[] = []
  for await (const { id, statements } of readingsOf(record)) kept.push([id, statements.length])
  expect(counted).toEqual(kept)
  expect(counted).toHaveLength(1)
})
