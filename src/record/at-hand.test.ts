import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { keepAtHand } from './at-hand.ts'
import { addCorrection, withCorrections } from './corrections.ts'
import { batchOf, readingFor } from './fixture.ts'
import { findToForget, forget } from './forget.ts'
import { openRecord } from './manifest.ts'
import { openDuckDB } from './query.ts'
import { openWriter } from './writer.ts'

async function tryRecord(options: { room?: number; patience?: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-hand-'))
  const writer = await openWriter(folder)
  const hand = keepAtHand(options)
  onTestFinished(async () => {
    hand.close()
    writer.close()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    folder,
    writer,
    hand,
    /** As a request reads it: from the record as it is now. */
    async read(id: string) {
      const record = await withCorrections(await openRecord(folder))
      const connection = await openDuckDB(record)
      return hand.reading(connection, record, id).finally(() => connection.closeSync())
    },
  }
}

test('a reading is the same from the files and from memory; what is added, corrected or forgotten shows at once', async () => {
  const { folder, writer, hand, read } = await tryRecord({ patience: 1 })
  await writer.append(batchOf([readingFor('a'), readingFor('b')]))
  expect(await read('a')).toEqual(readingFor('a'))
  await vi.waitFor(() => expect(hand.segments()).toHaveLength(1), 10_000)
  expect(await read('a')).toEqual(readingFor('a'))
  expect(await read('b')).toEqual(readingFor('b'))

  await writer.append(batchOf([readingFor('c')]))
  expect(await read('c')).toEqual(readingFor('c'))
  expect(await read('nobody')).toBeUndefined()

  await addCorrection(folder, { action: 'reject', table: 'statements', document: 'a', row: 's1', who: 'me', why: 'no' })
  expect((await read('a'))!.statements).toEqual([])

  await forget(writer, await findToForget(writer.record, ['b']))
  expect(await read('b')).toBeUndefined()
  expect((await read('a'))!.statements).toEqual([])
  const { manifest } = await openRecord(folder)
  for (const id of hand.segments()) expect(manifest.segments.map((it) => it.id)).toContain(id)
})

test('there are no more documents at hand than there is room for; those used last stay', async () => {
  const { writer, hand, read } = await tryRecord({ room: 2, patience: 2 })
  for (const id of ['a', 'b', 'c']) await writer.append(batchOf([readingFor(id)]))
  const [a, b, c] = writer.record.manifest.segments.map(({ id }) => id)
  const taken = async (id: string, segment: string) => {
    for (let n = 0; n < 2; n++) await read(id)
    await vi.waitFor(() => expect(hand.segments().at(-1)).toBe(segment), 10_000)
  }
  await read('a')
  expect(hand.segments()).toEqual([])
  await taken('a', a!)
  await taken('b', b!)
  await read('a')
  await taken('c', c!)
  expect(hand.segments()).toEqual([a, c])
  expect(await read('b')).toEqual(readingFor('b'))
})
