import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { Reading } from '../reading.ts'
import { filesOf, reading } from './fixture.ts'
import { readingFormats, version, type Widening } from './index.ts'

const folder = join(packageRoot, 'src', 'exports', 'golden')
const golden = (name: string) =>
  readFileSync(join(folder, name), 'utf8').replaceAll('onrecord-0.1.0', `onrecord-${version()}`)
/** Trees change with the model: what is written is the language room's, and tested there. */
const fixed = readingFormats.filter(({ name }) => name !== 'conllu')

test('the reading made by hand keeps the contract', () => {
  expect(() => Reading.parse(reading)).not.toThrow()
})

describe('each format writes the golden files, which were checked by eye against its documentation', () => {
  test.each(fixed.map((format) => [format.name, format] as const))('%s', async (_, format) => {
    const files = await filesOf(format, [reading])
    for (const [name, content] of files) {
      if (name !== 'SHA256SUMS') expect(content).toBe(golden(format.file({}) ? name : `${format.name}/${name}`))
    }
  })
})

test('there is no golden file that no format writes', async () => {
  const written = await Promise.all(
    readingFormats.map(async (format) => [...(await filesOf(format, [reading])).keys()]),
  )
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split('/').at(-1)!)
  const folders = fixed.map(({ name }) => name)
  expect(names.filter((name) => !folders.includes(name) && !written.flat().includes(name))).toEqual([])
})

test('what is asked for beside the facts is written too', async () => {
  const lines = async (name: string, include: ReadonlySet<Widening> | undefined) => {
    const format = readingFormats.find((it) => it.name === name)!
    const [content] = (await filesOf(format, [reading], { include })).values()
    return content!.trimEnd().split('\n').length
  }
  const all = new Set<Widening>(['claims', 'future', 'one-sided'])
  expect(await lines('petrarch', undefined)).toBe(3)
  expect(await lines('petrarch', all)).toBe(6)
  expect(await lines('polecat', undefined)).toBe(4)
  expect(await lines('polecat', all)).toBe(6)
})
