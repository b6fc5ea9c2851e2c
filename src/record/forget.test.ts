import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { batchOf, readingFor } from './fixture.ts'
import { checkRecord, findToForget, forget, openDuckDB, openRecord, openWriter } from './index.ts'
import { knownIn } from './known.ts'

let folder: string
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'onrecord-forget-')), 'record')
  const writer = await openWriter(folder)
  await writer.append(batchOf(['a', 'b'].map((id) => readingFor(id))))
  const named = readingFor('c')
  const actor = { id: 'x-envoy', name: 'Its Envoy', kind: 'person' as const }
  const at = named.text.indexOf('envoy')
  await writer.append(
    batchOf([{ ...named, actors: [...named.actors, { ...actor, mentions: [{ start: at, end: at + 5 }] }] }]),
  )
  writer.close()
})

async function forgetting(words: string[], where?: string) {
  const writer = await openWriter(folder)
  try {
    const found = await findToForget(writer.record, words, where)
    await forget(writer, found)
    return found
  } finally {
    writer.close()
  }
}
async function rows(sql: string) {
  const connection = await openDuckDB(await openRecord(folder))
  return (await connection.runAndReadAll(sql)).getRowsJson()
}
const findings = async () => {
  const found = []
  for await (const finding of checkRecord(await openRecord(folder))) found.push(finding)
  return found
}

test('a document by id and others by condition, with their inputs', async () => {
  const { gone, actors } = await forgetting(['a'], "text LIKE '%open c%'")
  expect([[...gone.documents].sort(), [...gone.inputs].sort(), actors]).toEqual([['a', 'c'], ['k-a', 'k-c'], []])
  expect(await rows('SELECT DISTINCT document FROM statements')).toEqual([['b']])
  expect(await rows('SELECT input FROM inputs')).toEqual([['k-b']])
  expect(await findings()).toEqual([])
  const known = await knownIn(await openRecord(folder), '1.0')
  expect(['a', 'k-c', 'b'].map(known.forgotten)).toEqual([true, true, false])
})

test('an actor by name: the documents stay, the name does not, nor any file that held it', async () => {
  const before = readdirSync(join(folder, 'segments'))
  expect(await forgetting(['its envoy'])).toMatchObject({ actors: ['x-envoy'], naming: 1, gone: { documents: [] } })
  expect(await rows("SELECT text FROM documents WHERE id = 'c'")).toEqual([
    ['Ruritania “will open c”, its █████ said. 😀'],
  ])
  expect(await rows("SELECT count(*) FROM mentions WHERE actor = 'x-envoy'")).toEqual([['0']])
  expect(await rows("SELECT count(*) FROM documents WHERE text LIKE '%envoy%'")).toEqual([['2']])
  expect(readdirSync(join(folder, 'segments')).filter((name) => before.includes(name))).toHaveLength(1)
  expect(await findings()).toEqual([])
  expect((await knownIn(await openRecord(folder), '1.0')).forgottenActor('x-envoy')).toBe(true)
})

test('what nobody is called and what is no condition is said, and nothing is gone', async () => {
  const before = readFileSync(join(folder, 'manifest.json'), 'utf8')
  await expect(forgetting(['Otto Keller'])).rejects.toMatchObject({ code: 'E_FORGET' })
  await expect(forgetting([], 'no such column')).rejects.toMatchObject({ code: 'E_SQL' })
  expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(before)
})
