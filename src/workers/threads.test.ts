import { expect, test } from 'vitest'
import { read } from '../read.ts'
import type { Input } from '../sources/index.ts'
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

test('a thread that ends fails what it had at hand, and another takes its place', { timeout: 120_000 }, async () => {
  const threads = startThreads({ plain: true }, 1)
  const asked = threads.read(note('a minister'))
  await threads.close()
  expect((await asked).errors?.[0]?.code).toBe('E_THREAD')
  expect((await threads.read(note('a minister'))).text).toContain('a minister said')
  await threads.close()
})
