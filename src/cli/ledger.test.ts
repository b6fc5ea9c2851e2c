import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-ledger-'))
const main = join(packageRoot, 'src/cli/main.ts')
const onrecord = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], {
    encoding: 'utf8',
    timeout: 240_000,
    cwd: folder,
  })
beforeAll(() => {
  const { status, stderr } = onrecord('add', join(packageRoot, 'examples', 'briefs'))
  expect(stderr).not.toContain('error')
  expect(status).toBe(0)
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true }))

const guide = readFileSync(join(packageRoot, 'docs', 'guide', 'ledger.md'), 'utf8')
const examples = guide.match(/^onrecord ledger .*$/gm)!

describe('onrecord ledger', { timeout: 300_000 }, () => {
  test('every example of the guide answers', () => {
    expect(examples.length).toBeGreaterThan(4)
    for (const example of examples) {
      const { status, stderr } = onrecord(...example.split(/\s+/).slice(1))
      expect([example, stderr, status]).toEqual([example, '', 0])
    }
    expect(readFileSync(join(folder, 'usa.csv'), 'utf8')).toMatch(/^id,kind,source_name/)
  })

  test('a threat that was carried out, and how the ledger came by it', () => {
    const found = JSON.parse(onrecord('ledger', '--kind', 'threat', '--between', 'RUS', 'TUR', '--json').stdout)
    expect(found).toMatchObject([{ kind: 'threat', status: 'carried-out', reports: 2 }])
    const { commitment, reports, steps } = JSON.parse(onrecord('ledger', found[0].id, '--json').stdout)
    expect(commitment).toMatchObject([{ id: found[0].id, source: 'RUS', target: 'TUR' }])
    expect(reports).toMatchObject([{ tied: 'first' }, { tied: 'reference' }])
    expect(steps).toMatchObject([{ status: 'carried-out', rule: 'carried.object' }])
    const explained = onrecord('explain', 'commitment', found[0].id, '--record', './record', '--json')
    expect(JSON.parse(explained.stdout)).toEqual({ commitment, reports, steps })
  })

  test('what is asked wrongly says so', () => {
    const unknown = onrecord('ledger', 'nosuchrow')
    expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining('E_NOT_FOUND: nosuchrow')])
    const one = onrecord('ledger', '--between', 'USA')
    expect([one.status, one.stderr]).toEqual([1, expect.stringContaining('--between USA RUS')])
    expect(onrecord('ledger', '--due', 'soon').status).toBe(2)
    expect(onrecord('ledger', '--question', 'who-lies').status).toBe(2)
  })
})
