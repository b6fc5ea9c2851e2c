import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../src/package-root.ts'

test('docs/errors.md lists exactly the codes that the code can give', () => {
  const source = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(packageRoot, 'src', name), 'utf8'))
    .join('\n')
  const codes = (text: string, pattern: RegExp) => [...new Set(text.match(pattern))].sort()
  const listed = codes(readFileSync(join(packageRoot, 'docs', 'errors.md'), 'utf8'), /(?<=^\| `)[EW]_[A-Z0-9_]+(?=`)/gm)
  expect(listed).toEqual(codes(source, /\b[EW]_[A-Z][A-Z0-9_]+\b/g))
})
