import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { Reading } from '../reading.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'))
const main = join(packageRoot, 'src', 'cli', 'main.ts')

function onrecord(args: string[], { input = '', env = {} } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main, ...args], {
    input,
    cwd: packageRoot,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}
function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const readings = (stdout: string): Reading[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Reading.parse(JSON.parse(line)))

const note =
  'The border stays shut\n\nby Ada Quill, July 14, 2016\n\nTurkey threatened Syria on Thursday, two diplomats said.\n'

describe('a page for people', () => {
  test('shows rows under their sentence, without colour in a pipe', () => {
    const { status, stdout, stderr } = onrecord(['read', file('note.txt', note)])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toBe(
      [
        'The border stays shut',
        `Ada Quill · 2016-07-14 · ${join(folder, 'note.txt')}`,
        '1 sentence, 2 statements, 1 event, 1 commitment',
        '',
        '  Turkey threatened Syria on Thursday, two diplomats said.',
        '',
      ].join('\n') + stdout.slice(stdout.indexOf('\n   says')),
    )
    expect(stdout).toMatch(/ says {6}two diplomats \(unnamed, GOV\) +indirect · say/)
    expect(stdout).toMatch(/ event {5}TUR {2}THREATEN 130 {2}SYR +asserted/)
    expect(stdout).not.toContain('\u001b')
  })
})

test('--min-confidence leaves out what is less sure; what is no share is refused', { timeout: 120_000 }, () => {
  const path = file('sure.txt', note)
  const [whole] = readings(onrecord(['read', '--json', path]).stdout)
  const rows = ({ statements, events, commitments }: Reading) => [...statements, ...events, ...commitments]
  const most = Math.max(...rows(whole!).map(({ confidence }) => confidence))
  const [sure] = readings(onrecord(['read', '--json', '--min-confidence', String(most), path]).stdout)
  expect(rows(whole!).some(({ confidence }) => confidence < most)).toBe(true)
  expect(rows(sure!).every(({ confidence }) => confidence >= most)).toBe(true)
  expect(onrecord(['read', '--min-confidence', '80', path])).toMatchObject({ status: 2 })
})

describe('NDJSON', () => {
  test('is one valid reading a line, order and ids kept, from standard input too', () => {
    const input = '{"id": "b", "text": "He left."}\n{"id": "a", "text": "She stayed."}\n'
    const { status, stdout } = onrecord(['read', '--json', '--plain', '--from', 'ndjson', '-'], { input })
    expect(status).toBe(0)
    expect(readings(stdout).map(({ id, text }) => [id, text])).toEqual([
      ['b', 'He left.'],
      ['a', 'She stayed.'],
    ])
  })

  test('a bad input is a line with errors and exit status 1; its neighbours are read', () => {
    const rows = file('rows.ndjson', '{"text": "He left."}\n{bad\n')
    const cut = file('cut.html.gz', gzipSync(`<p>${note.repeat(9)}</p>`).subarray(0, 40))
    const { status, stdout, stderr } = onrecord(['read', '--json', 'missing.html', rows, cut, file('ok.txt', note)])
    expect(status).toBe(1)
    expect(readings(stdout).map(({ errors }) => errors?.[0]?.code)).toEqual([
      'E_NOT_FOUND',
      undefined,
      'E_NDJSON',
      'E_GZIP_TRUNCATED',
      undefined,
    ])
    expect(stderr.split('\n').map((line) => line.split(':')[0])).toEqual([
      'error E_NOT_FOUND',
      'error E_NDJSON',
      'error E_GZIP_TRUNCATED',
      '',
    ])
  })
})

describe('large input', () => {
  test('a page of 200 MB is refused at the limit, without being held in memory', () => {
    const big = join(folder, 'big.html.gz')
    writeFileSync(big, gzipSync(Buffer.alloc(200 * 1024 * 1024, 'a')))
    const { status, stderr } = onrecord(['read', big], { env: { NODE_OPTIONS: '--max-old-space-size=256' } })
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^error E_TOO_LARGE: .*big\.html\.gz is larger than 33554432 bytes\. Raise the limit with --max-bytes\./,
    )
  })
})

describe('--out', () => {
  test('writes the whole file or none', () => {
    const out = join(folder, 'out.ndjson')
    expect(onrecord(['read', '--json', '--out', out, file('a.txt', note)])).toMatchObject({ status: 0, stdout: '' })
    expect(readings(readFileSync(out, 'utf8'))).toHaveLength(1)
    expect(existsSync(`${out}.part`)).toBe(false)
  })

  test('a path that cannot be written and a full disk are coded', () => {
    const path = file('b.txt', note)
    expect(onrecord(['read', '--out', join(folder, 'no', 'such', 'folder'), path]).stderr).toContain('error E_WRITE')
    if (existsSync('/dev/full')) {
      const { status, stderr } = onrecord(['read', '--json', '--out', '/dev/full', path])
      expect(status).toBe(1)
      expect(stderr).toContain('error E_WRITE: /dev/full could not be written')
    }
  })
})

describe('the command line', () => {
  test('help shows examples on every command', () => {
    for (const args of [['--help'], ['read', '--help']]) {
      const { status, stdout } = onrecord(args)
      expect(status).toBe(0)
      expect(stdout).toContain('$ onrecord read')
    }
  })

  test.each([[['read']], [['read', '--max-bytes', 'x', 'a']], [['read', '--from', 'pdf', 'a']], [['fly']]])(
    'wrong usage is exit status 2: %j',
    (args) => expect(onrecord(args).status).toBe(2),
  )
})
