/** The guide is true: every command in it runs on the example corpus and finds something, and its table names every field. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { packageRoot } from '../../src/package-root.ts'
import { fields } from '../../src/record/index.ts'

const guide = readFileSync(join(packageRoot, 'docs', 'guide', 'search.md'), 'utf8')
const commands = [...guide.matchAll(/^```sh\n(.*?)^```/gms)]
  .flatMap(([, block]) => block!.trimEnd().split('\n'))
  .filter((command) => !command.startsWith('onrecord add'))

/** The words of a command as a shell gives them. */
const wordsOf = (command: string) =>
  [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, one, two, plain]) => one ?? two ?? plain!).slice(1)

const record = mkdtempSync(join(tmpdir(), 'onrecord-guide-search-'))
afterAll(() => rmSync(record, { recursive: true, force: true }))

/** What a command prints. */
async function printed(words: readonly string[]): Promise<string> {
  let text = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation(((some: string, done?: () => void) => {
    text += some
    done?.()
    return true
  }) as typeof process.stdout.write)
  try {
    await run([...words, '--record', record])
  } finally {
    spy.mockRestore()
  }
  expect(process.exitCode ?? 0).toBe(0)
  return text
}

describe('the commands', () => {
  beforeAll(() => printed(['add', join(packageRoot, 'examples', 'briefs')]), 300_000)

  const asked = (command: string) => command.startsWith('onrecord sql')
  test.each(commands.filter(asked))('%s', { timeout: 60_000 }, async (command) => {
    const rows = JSON.parse(await printed([...wordsOf(command), '--format', 'json']))
    expect(rows.length).toBeGreaterThan(0)
  })

  test('the reprint among the briefs is a copy of the wire report', { timeout: 60_000 }, async () => {
    const sql = 'SELECT cluster, size FROM clusters WHERE size > 1'
    const rows = JSON.parse(await printed(['sql', sql, '--format', 'json']))
    const row = { cluster: 'mw-2013-09-09-every-single-bit', size: 2 }
    expect(rows).toEqual([row, row])
  })

  test.each(commands.filter((command) => !asked(command)))('%s', { timeout: 60_000 }, async (command) => {
    const words = wordsOf(command)
    const { total, hits } = JSON.parse(await printed([...words, ...(words.includes('--json') ? [] : ['--json'])]))
    expect(total).toBeGreaterThan(0)
    expect(hits.length).toBeGreaterThan(0)
  })

  test('the page for people marks what was found', { timeout: 60_000 }, async () => {
    const page = await printed(['search', '"red line" speaker:obama', '--facets'])
    expect(page).toContain('«red line»')
    expect(page).toMatch(/^speaker {4}Barack Obama \d+$/m)
  })
})

test('the table lists the fields that there are, in their order', () => {
  const listed = [...guide.matchAll(/^\| `(\w+):` \|/gm)].map(([, name]) => name)
  expect(listed).toEqual(Object.keys(fields))
})
