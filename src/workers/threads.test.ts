import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { read } from '../read.ts'
import type { Input } from '../sources/index.ts'
import { readerVersion } from './reader-version.ts'
import { startThreads } from './threads.ts'

const note = (words: string): Input => ({
  uri: 'memory',
  format: 'text',
  body: { kind: 'text', data: `Turkey threatened Syria on Thursday, ${words} said.` },
})

test('threads read what the pipeline reads', { timeout: 120_000 }, async () => {
  const inputs = ['two diplomats', 'a minister', 'Mr Quill'].map(note)
  const threads = startThreads({ plain: true }, 2)
  const readings = await Promise.all(inputs.map(threads.read))
  await threads.close()
  expect(readings).toEqual(await Promise.all(inputs.map((input) => read(input, { plain: true }))))
})

test("threads read by a user's ontology, which makes another reader", { timeout: 120_000 }, async () => {
  const ontology = join(packageRoot, 'examples/ontology-election-violence')
  const threads = startThreads({ plain: true, ontology }, 1)
  const { events } = await threads.read({
    uri: 'memory',
    format: 'text',
    body: { kind: 'text', data: 'Ruritanian police arrested the opposition leader.' },
  })
  await threads.close()
  expect(events.map(({ type }) => type)).toEqual(['DETAIN_RIVALS'])
  const [plain, own, older] = [{}, { ontology }, { plover: '18' as const }].map((it) => readerVersion([], it))
  expect(new Set([plain, own, older]).size).toBe(3)
  const changed = mkdtempSync(join(tmpdir(), 'onrecord-ontology-'))
  writeFileSync(join(changed, 'verbs.tsv'), 'id')
  expect(readerVersion([], { ontology: changed })).not.toBe(own)
})

test('a thread that ends fails what it had at hand, and another takes its place', { timeout: 120_000 }, async () => {
  const threads = startThreads({ plain: true }, 1)
  const asked = threads.read(note('a minister'))
  await threads.close()
  expect((await asked).errors?.[0]?.code).toBe('E_THREAD')
  expect((await threads.read(note('a minister'))).text).toContain('a minister said')
  await threads.close()
})
