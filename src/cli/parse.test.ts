import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'

const parse = (args: string[], input: string) =>
  spawnSync(process.execPath, ['--import', 'tsx', join(packageRoot, 'src', 'cli', 'main.ts'), 'parse', ...args], {
    input,
    cwd: packageRoot,
    encoding: 'utf8',
  })

test('prints CoNLL-U with the place of every word', () => {
  const { status, stdout } = parse(['--plain', '--conllu', '-'], 'The envoy left.')
  expect(status).toBe(0)
  const rows = stdout.split('\n').filter((line) => /^\d/.test(line))
  expect(rows.map((row) => row.split('\t').slice(0, 4))).toEqual([
    ['1', 'The', 'the', 'DET'],
    ['2', 'envoy', 'envoy', 'NOUN'],
    ['3', 'left', 'leave', 'VERB'],
    ['4', '.', '.', 'PUNCT'],
  ])
  expect(rows[2]).toMatch(/\t0\troot\t/)
  expect(rows[2]).toMatch(/end_char=14\|.*start_char=10/)
})

test('an input that cannot be read has its code', () => {
  const { status, stderr } = parse(['missing.txt'], '')
  expect(status).toBe(1)
  expect(stderr).toContain('error E_NOT_FOUND')
})
