import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { batchOf, readingFor } from '../record/fixture.ts'
import { openWriter } from '../record/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-export-'))
const record = join(folder, 'record')
const exported = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', join(packageRoot, 'src/cli/main.ts'), 'export', ...args], {
    encoding: 'utf8',
    cwd: packageRoot,
  })

beforeAll(async () => {
  const writer = await openWriter(record)
  await writer.append(batchOf([readingFor('a'), readingFor('b')]))
  writer.close()
})

describe('onrecord export', { timeout: 60_000 }, () => {
  test('a file of one table to standard output, nothing beside it', () => {
    const { status, stdout, stderr } = exported('--to', 'csv', '--table', 'quotes', '--record', record)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.split('\n')).toHaveLength(4)
    expect(readdirSync(folder)).toEqual(['record'])
  })

  test('--out takes a file, a folder, and says how it was made; what is there stays without --force', () => {
    const out = join(folder, 'ftm.json')
    expect(exported('--to', 'ftm', '--record', record, '--out', out, '--include', 'claims').status).toBe(0)
    const content = readFileSync(out, 'utf8')
    expect(content.trimEnd().split('\n').length).toBeGreaterThan(4)
    const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))
    expect(resources[0]).toMatchObject({ path: 'ftm.json', bytes: Buffer.byteLength(content) })
    expect(resources[0].description).toMatch(/^onrecord \S+ export --to ftm --include claims$/)
    const again = exported('--to', 'gqg', '--record', record, '--out', out)
    expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('error E_EXISTS: ') })
    expect(readFileSync(out, 'utf8')).toBe(content)
    expect(exported('--to', 'gqg', '--record', record, '--out', out, '--force').status).toBe(0)
    expect(readFileSync(out, 'utf8')).not.toBe(content)
  })

  test('articles that cannot be read are told, the others exported', () => {
    const note = join(folder, 'note.txt')
    writeFileSync(note, 'Turkey threatened Syria on Thursday, and nobody on the border was much surprised by it.\n')
    const { status, stdout, stderr } = exported('--to', 'petrarch', 'missing.html', note)
    expect(status).toBe(1)
    expect(stderr).toMatch(/^error E_NOT_FOUND: missing\.html/)
    expect(stdout).toMatch(/\tTUR\tSYR\t130\t/)
  })

  test('a full disk and a place that is no folder are coded, and leave nothing half', () => {
    expect(exported('--to', 'icews', '--record', record, '--out', join(record, 'manifest.json', 'x'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('error E_WRITE: '),
    })
    if (!existsSync('/dev/full')) return
    const { status, stderr } = exported('--to', 'web-annotation', '--record', record, '--out', '/dev/full')
    expect(status).toBe(1)
    expect(stderr).toContain('error E_WRITE: /dev/full could not be written')
  })

  test('a record that is not there, a condition that is none', () => {
    expect(exported('--to', 'gdelt', '--record', join(folder, 'none')).stderr).toContain('error E_NO_RECORD: ')
    const { status, stderr } = exported('--to', 'gdelt', '--record', record, '--where', 'nix = 1')
    expect(status).toBe(1)
    expect(stderr).toMatch(/^error E_WHERE: .*"nix"/)
  })

  test.each([
    [['--to', 'brat']],
    [['--to', 'icews', '--table', 'events']],
    [['--to', 'icews', '--include', 'rumours']],
  ])('wrong usage is exit status 2: %j', (args) => expect(exported(...args).status).toBe(2))
})
