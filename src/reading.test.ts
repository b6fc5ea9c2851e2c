import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from './package-root.ts'
import { Reading, readingJsonSchema } from './reading.ts'

test('docs/reading.schema.json is generated from the contract (npm run build writes it)', () => {
  const published = readFileSync(join(packageRoot, 'docs', 'reading.schema.json'), 'utf8')
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(readingJsonSchema())))
})

test('the fields that are always there', () => {
  const schema = readingJsonSchema() as { properties: Record<string, unknown>; required: string[] }
  expect(schema.required).toEqual([
    'id',
    'source',
    'language',
    'text',
    'captions',
    'sentences',
    'actors',
    'statements',
    'events',
    'commitments',
    'warnings',
  ])
})

test('a code that is no code is refused', () => {
  const empty = { id: 'a', source: { format: 'text' }, language: 'en', text: '', captions: [], sentences: [] }
  const rest = { actors: [], statements: [], events: [], commitments: [] }
  expect(Reading.safeParse({ ...empty, ...rest, warnings: [] }).success).toBe(true)
  expect(Reading.safeParse({ ...empty, ...rest, warnings: [{ code: 'oops', message: 'x' }] }).success).toBe(false)
})
