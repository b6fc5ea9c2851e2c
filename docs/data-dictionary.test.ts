import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../src/package-root.ts'
import { dataDictionary } from '../src/record/index.ts'

test('docs/data-dictionary.md documents every table, view and column as they are', () => {
  expect(readFileSync(join(packageRoot, 'docs', 'data-dictionary.md'), 'utf8')).toBe(dataDictionary())
})
