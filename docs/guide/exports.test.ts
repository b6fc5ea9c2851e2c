/** The guide is true: every command in it runs on the example corpus, and every excerpt is what the format writes. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { readingFormats, tableFormats } from '../../src/exports/index.ts'
import { packageRoot } from '../../src/package-root.ts'

const guide = readFileSync(join(packageRoot, 'docs', 'guide', 'exports.md'), 'utf8')
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map((it) => it[1]!)
const commands = blocks('sh').flatMap((block) => block.trimEnd().split('\n'))
const golden = join(packageRoot, 'src', 'exports', 'golden')
const goldenLines = readdirSync(golden, { recursive: true, encoding: 'utf8' })
  .map((name) => join(golden, name))
  .filter((path) => statSync(path).isFile())
  .flatMap((path) => readFileSync(path, 'utf8').split('\n'))

/** The words of a command as a shell gives them. */
const wordsOf = (command: string) =>
  [...command.replace(/ +# .*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!).slice(1)

describe('the commands', () => {
  const before = process.cwd()
  beforeAll(async () => {
    process.chdir(mkdtempSync(join(tmpdir(), 'onrecord-guide-')))
    symlinkSync(join(packageRoot, 'examples', 'briefs'), 'news')
    vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    await run(['add', 'news'])
    vi.restoreAllMocks()
  }, 120_000)
  afterAll(() => process.chdir(before))

  test.each(commands)('%s', { timeout: 120_000 }, async (command) => {
    const words = wordsOf(command)
    const out = words[words.indexOf('--out') + 1]!
    await run(words)
    expect(process.exitCode ?? 0).toBe(0)
    const files = out.endsWith('/') ? readdirSync(out).filter((name) => name !== 'datapackage.json') : [out]
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const path = out.endsWith('/') ? join(out, file) : out
      expect(statSync(path).size, file).toBeGreaterThan(0)
    }
    expect(existsSync(join(out.endsWith('/') ? out : '.', 'datapackage.json'))).toBe(true)
  })
})

test('every format has a section, a row in the table and a command', () => {
  for (const { name } of [...readingFormats, ...tableFormats]) {
    expect(guide).toMatch(new RegExp(`^## .*\\b${name}\\b`, 'm'))
    expect(guide).toMatch(new RegExp(`^\\|.*\`${name}\``, 'm'))
    expect(
      commands.some((it) => it.includes(`--to ${name} `)),
      name,
    ).toBe(true)
  }
})

test('excerpts are lines of the golden files', () => {
  const lines = blocks('text').flatMap((block) => block.slice(0, -1).split('\n'))
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.filter((line) => !goldenLines.includes(line))).toEqual([])
})

test('JSON is a line of a golden file, laid out', () => {
  const written = goldenLines.filter((line) => line.startsWith('{"') && line.replace(/,$/, '').endsWith('}'))
  const parsed = written.map((line) => JSON.parse(line.replace(/,$/, '')))
  for (const block of blocks('json')) expect(parsed).toContainEqual(JSON.parse(block))
})
